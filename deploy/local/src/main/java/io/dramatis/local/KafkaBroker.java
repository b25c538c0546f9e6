package io.dramatis.local;

import io.dramatis.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** A real Kafka in KRaft mode, broker and controller in one process, started from the launcher's own class path. */
final class KafkaBroker {

    private static final int HEAP_MEGABYTES = 160;
    private static final int PARTITIONS = 6;
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final String LOG_FORMAT = "%1$tFT%1$tT.%1$tL %4$-7s [%3$s] %5$s%6$s%n";

    private final Path data;
    private final int port;
    private final int controllerPort;
    private final ProcessLog log;

    KafkaBroker(Path data, int port, int controllerPort, ProcessLog log) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = log;
    }

    String bootstrapServers() {
        return LocalConfig.LOOPBACK + ":" + port;
    }

    /** The broker's process; its storage is formatted when it is new. */
    Component process() throws IOException, InterruptedException {
        Path properties = writeProperties();
        formatOnce(properties);
        return new ChildProcess(
                "kafka",
                Jvm.command(
                        HEAP_MEGABYTES,
                        Jvm.Compiler.SMALL,
                        classPathAnd(
                                "-XX:MaxMetaspaceSize=128m",
                                "-Djava.util.logging.SimpleFormatter.format=" + LOG_FORMAT,
                                "kafka.Kafka",
                                properties.toString())),
                Jvm.ENVIRONMENT,
                data,
                List.of(Endpoint.KAFKA, Endpoint.KAFKA_CONTROLLER),
                log,
                START,
                this::answers);
    }

    private Path writeProperties() throws IOException {
        Files.createDirectories(data);
        Path file = data.resolve("broker.properties");
        Files.writeString(file, properties());
        return file;
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%1$s:%3$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=PLAINTEXT://%1$s:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%4$s
                # A mistyped topic is an error, not a new topic.
                auto.create.topics.enable=false
                num.partitions=%5$d
                # One broker holds the only copy of everything.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Consumers need not wait for others that might join: all are on this machine.
                group.initial.rebalance.delay.ms=0
                # Also for topics that an earlier version created.
                message.max.bytes=%6$d
                # Sized for one person's machine.
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                num.recovery.threads.per.data.dir=2
                log.cleaner.dedupe.buffer.size=4194304
                log.cleaner.io.buffer.size=262144
                log.segment.bytes=33554432
                log.index.size.max.bytes=1048576
                log.retention.hours=168
                metadata.log.segment.bytes=8388608
                """.formatted(
                LocalConfig.LOOPBACK, port, controllerPort, data.resolve("log"), PARTITIONS, Topics.MAX_DEAD_BYTES);
    }

    private void formatOnce(Path properties) throws IOException, InterruptedException {
        if (Files.exists(data.resolve("log").resolve("meta.properties"))) {
            return;
        }
        List<String> command = Jvm.command(
                HEAP_MEGABYTES,
                Jvm.Compiler.SMALL,
                classPathAnd(
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        properties.toString()));
        Process format = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .start();
        try {
            if (format.waitFor() != 0) {
                throw new LocalPlatformException("Kafka's storage could not be formatted:\n" + log.end(10));
            }
        } finally {
            format.destroyForcibly();
        }
    }

    private static List<String> classPathAnd(String... more) {
        return Stream.concat(Jvm.sameClassPath().stream(), Stream.of(more)).toList();
    }

    private boolean answers() throws InterruptedException {
        // An admin client tries again without a pause while nobody listens.
        if (!Ports.isOpen(port)) {
            return false;
        }
        try (Admin admin = admin(bootstrapServers())) {
            return !admin.describeCluster()
                    .nodes()
                    .get(REQUEST.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Creates the platform's topics that are missing; those that exist are left as they are. */
    static void createTopics(String bootstrapServers, short replication) throws InterruptedException {
        try (Admin admin = admin(bootstrapServers)) {
            var results = admin.createTopics(Topics.ALL.stream()
                            .map(name -> topic(name, replication))
                            .toList())
                    .values();
            for (var result : results.entrySet()) {
                try {
                    result.getValue().get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new LocalPlatformException(
                                "The topic " + result.getKey() + " could not be created: "
                                        + e.getCause().getMessage(),
                                e);
                    }
                } catch (TimeoutException e) {
                    throw new LocalPlatformException("Kafka at " + bootstrapServers + " does not answer.", e);
                }
            }
        }
    }

    private static NewTopic topic(String name, short replication) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(name.endsWith(".dlq") ? Topics.MAX_DEAD_BYTES : Topics.MAX_BYTES));
        if (name.equals(Topics.CHARACTERS)) {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        return new NewTopic(name, PARTITIONS, replication).configs(settings);
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(REQUEST.toMillis()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(REQUEST.toMillis())));
    }
}
