package io.dramatis.test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The tests' PostgreSQL while it stands still: connections stay open and nothing comes back, until it is thawed. */
public final class FrozenDatabase {

    /** Names the container, where PostgreSQL runs in one. */
    static final String CONTAINER = "dramatis.test.postgres-container";

    private final List<String> processes;

    private FrozenDatabase(List<String> processes) {
        this.processes = processes;
    }

    public static FrozenDatabase freeze() {
        String container = System.getProperty(CONTAINER);
        if (container != null) {
            DockerClientFactory.instance().client().pauseContainerCmd(container).exec();
            return new FrozenDatabase(List.of());
        }
        FrozenDatabase frozen = new FrozenDatabase(processes());
        frozen.signal("STOP");
        return frozen;
    }

    public void thaw() {
        String container = System.getProperty(CONTAINER);
        if (container != null) {
            DockerClientFactory.instance()
                    .client()
                    .unpauseContainerCmd(container)
                    .exec();
        } else {
            signal("CONT");
        }
    }

    /** PostgreSQL is many: one for each connection, and their parent. */
    private static List<String> processes() {
        long parent = Long.parseLong(
                (String) Databases.query("select split_part(pg_read_file('postmaster.pid'), chr(10), 1) as pid")
                        .get(0)
                        .get("pid"));
        ProcessHandle root = ProcessHandle.of(parent).orElseThrow();
        return Stream.concat(Stream.of(root), root.descendants())
                .map(process -> Long.toString(process.pid()))
                .toList();
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        command.addAll(processes);
        try {
            // Of a connection that ended meanwhile nobody is left to be told.
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
