package io.dramatis.test;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same servers from containers, for those who have Docker. */
final class ContainerServers {

    private ContainerServers() {}

    @SuppressWarnings("resource") // ended by Testcontainers when the JVM ends
    static Servers.Endpoints start() {
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18-alpine");
        postgres.start();
        System.setProperty(FrozenDatabase.CONTAINER, postgres.getContainerId());
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(5 * 1024 * 1024));
        kafka.start();
        return new Servers.Endpoints(
                postgres.getJdbcUrl(),
                postgres.getJdbcUrl().substring("jdbc:".length()),
                postgres.getUsername(),
                postgres.getPassword(),
                kafka.getBootstrapServers());
    }
}
