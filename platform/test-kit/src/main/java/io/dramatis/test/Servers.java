package io.dramatis.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.utils.Exit;

/** Starts each server once in a JVM. */
final class Servers {

    /** Where the tests' own class loader finds what this one started. */
    static final String JDBC_URL = "dramatis.test.jdbc-url";

    static final String KAFKA = "dramatis.test.kafka";

    private static Servers shared;

    private final Map<String, String> configuration;

    private Servers() throws Exception {
        Endpoints endpoints = Boolean.getBoolean("dramatis.test.containers") ? ContainerServers.start() : embedded();
        System.setProperty(JDBC_URL, endpoints.jdbcUrl());
        System.setProperty(KAFKA, endpoints.kafka());
        configuration = Map.of(
                "quarkus.datasource.jdbc.url", endpoints.jdbcUrl(),
                "quarkus.datasource.reactive.url", endpoints.reactiveUrl(),
                "quarkus.datasource.username", endpoints.user(),
                "quarkus.datasource.password", endpoints.password(),
                "kafka.bootstrap.servers", endpoints.kafka(),
                "dramatis.identity.jwks-url", TestIssuer.start().jwksUrl());
    }

    static synchronized Servers shared() {
        if (shared == null) {
            try {
                shared = new Servers();
            } catch (Exception e) {
                throw new IllegalStateException("the test servers cannot be started", e);
            }
        }
        return shared;
    }

    Map<String, String> configuration() {
        return configuration;
    }

    private static Endpoints embedded() throws Exception {
        // Ends with the JVM by a shutdown hook of its own.
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "100")
                .start();
        EmbeddedKafka kafka = EmbeddedKafka.start(temporaryDirectory());
        String database = "localhost:" + postgres.getPort() + "/postgres";
        return new Endpoints(
                "jdbc:postgresql://" + database,
                "postgresql://" + database,
                "postgres",
                "postgres",
                kafka.bootstrapServers());
    }

    private static Path temporaryDirectory() throws IOException {
        Path directory = Files.createTempDirectory("dramatis-kafka");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            // The broker still runs and misses its files, for which it would halt the JVM with an exit code that
            // fails the build.
            Exit.setHaltProcedure((status, message) -> {});
            deleteRecursively(directory);
        }));
        return directory;
    }

    private static void deleteRecursively(Path directory) {
        try (var paths = Files.walk(directory)) {
            paths.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + directory + " (" + e.getMessage() + ")");
        }
    }

    /** Where the servers answer. */
    record Endpoints(String jdbcUrl, String reactiveUrl, String user, String password, String kafka) {}
}
