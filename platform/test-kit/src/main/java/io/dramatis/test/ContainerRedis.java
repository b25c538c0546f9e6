package io.dramatis.test;

import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** The same as a container, for those who have Docker. */
final class ContainerRedis implements TestRedis.Server {

    private final GenericContainer<?> container;

    @SuppressWarnings("resource") // ended by Testcontainers when the JVM ends
    ContainerRedis(int port) {
        container = new GenericContainer<>("valkey/valkey:8-alpine").withExposedPorts(6379);
        // A port that stays the same when it is started again.
        container.setPortBindings(List.of(port + ":6379"));
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public void kill() {
        if (container.isRunning()) {
            container
                    .getDockerClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public void halt() {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void resume() {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }
}
