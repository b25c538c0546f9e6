package io.dramatis.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * What a service needs around it, real and shared by all tests of a JVM: PostgreSQL, Kafka, and the issuer's key
 * document. Use as {@code @WithTestResource(PlatformResources.class)}. With {@code -Pcontainers} the servers come from
 * Testcontainers instead of embedded binaries.
 */
public class PlatformResources implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Servers.shared().configuration();
    }

    /** The servers end with the JVM: the next test class uses them again. */
    @Override
    public void stop() {}
}
