package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dramatis.events.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Kafka under supervision, without the services. */
class LocalServersIT {

    private static final Path REPOSITORY = Path.of("../..");

    @TempDir
    private Path data;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private LocalPlatform platform;

    @AfterEach
    void stop() {
        if (platform != null) {
            platform.stop();
        }
    }

    private LocalPlatform servers(Ports ports) throws InterruptedException {
        LocalPlatform servers = LocalPlatform.builder(REPOSITORY, data)
                .ports(ports)
                .report(said::add)
                .build();
        platform = servers;
        servers.start(List.of());
        return servers;
    }

    @Test
    void keepsDataOverRestartsAndLeavesNoProcess() throws Exception {
        Ports ports = Ports.free();
        servers(ports);
        assertThat(databases()).contains("catalog", "collection", "portrait");
        // The controller has them when they are created; the broker that is asked hears of it a moment later.
        await().untilAsserted(() -> assertThat(topics()).containsExactlyInAnyOrderElementsOf(Topics.ALL));
        assertThat(topicSetting(Topics.CHARACTERS, "cleanup.policy")).isEqualTo("compact");
        assertThat(topicSetting(Topics.GENERATION_REQUESTS, "max.message.bytes"))
                .isEqualTo(Integer.toString(Topics.MAX_BYTES));
        assertThat(topicSetting(Topics.GENERATION_REQUESTS_DLQ, "max.message.bytes"))
                .isEqualTo(Integer.toString(Topics.MAX_DEAD_BYTES));
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        execute("CREATE EXTENSION pg_trgm");
        assertThat(query("SELECT unnest(show_trgm('ナルト'))")).hasSize(4);
        assertThat(query("SELECT lower('ÉOWYN')")).containsExactly("éowyn");
        execute("CREATE TABLE kept (word text)");
        execute("INSERT INTO kept VALUES ('durable')");
        publish(Topics.ACCOUNTS, "key", "value");
        List<ProcessHandle> processes = processes();

        platform.stop();

        assertThat(processes).hasSizeGreaterThan(2).noneMatch(Processes::isAlive);
        assertThat(data.resolve("run")).isEmptyDirectory();

        servers(ports);

        assertThat(query("SELECT word FROM kept")).containsExactly("durable");
        assertThat(records(Topics.ACCOUNTS)).isEqualTo(1);
        assertThat(data.resolve("logs")).isDirectoryContaining("glob:**/kafka.log.1");
    }

    @Test
    void startsAgainWhatCrashes() throws Exception {
        servers(Ports.free());
        publish(Topics.ACCOUNTS, "key", "value");
        long kafka = platform.pid(LocalPlatform.KAFKA);
        long postgres = platform.pid(LocalPlatform.POSTGRES);

        platform.kill(LocalPlatform.KAFKA);
        platform.kill(LocalPlatform.POSTGRES);

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(said).anyMatch(line -> line.startsWith("kafka is back")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(said).anyMatch(line -> line.startsWith("postgres is back")));
        assertThat(said)
                .anyMatch(line -> line.startsWith("kafka has ended (exit code 137, signal 9)"))
                .anyMatch(line -> line.startsWith("postgres has ended"));
        assertThat(platform.pid(LocalPlatform.KAFKA)).isNotEqualTo(kafka);
        assertThat(platform.pid(LocalPlatform.POSTGRES)).isNotEqualTo(postgres);
        assertThat(databases()).contains("catalog");
        assertThat(records(Topics.ACCOUNTS)).isEqualTo(1);
    }

    @Test
    void leavesAStoppedProcessAloneUntilItIsStarted() throws Exception {
        servers(Ports.free());

        platform.stop(LocalPlatform.KAFKA);
        assertThat(platform.isRunning(LocalPlatform.KAFKA)).isFalse();
        platform.start(LocalPlatform.KAFKA);

        await().untilAsserted(() -> assertThat(topics()).containsAll(Topics.ALL));
        assertThat(said).noneMatch(line -> line.startsWith("kafka has ended"));
    }

    @Test
    void startsAfterALauncherThatWasKilled() throws Exception {
        Ports ports = Ports.free();
        Path log = data.resolve("killed.log");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersOnly.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(log).contains("ready to be killed"));
        List<ProcessHandle> orphans = killed.toHandle().descendants().toList();
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));

        killed.destroyForcibly().waitFor();
        servers(ports);

        assertThat(databases()).contains("catalog");
        // The guardian among them makes sure of the others' end before its own.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(orphans).noneMatch(Processes::isAlive));
        assertThat(ProcessHandle.of(postmaster).filter(Processes::isAlive)).isEmpty();
    }

    @Test
    void saysWhichPortIsTakenAndStartsNothing() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket other = new ServerSocket(ports.of(Endpoint.KAFKA), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> servers(ports))
                    .isInstanceOf(LocalPlatformException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " for Kafka is taken")
                    .hasMessageContaining("DRAMATIS_PORT_KAFKA");
        }

        assertThat(data.resolve("run")).isEmptyDirectory();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void namesTheServiceThatIsNotPackaged() {
        Path empty = data.resolve("elsewhere");
        platform = LocalPlatform.builder(empty, data).report(said::add).build();

        assertThatThrownBy(platform::start)
                .isInstanceOf(LocalPlatformException.class)
                .hasMessageContaining("The packaged collection-service is missing at "
                        + empty.toAbsolutePath().normalize().resolve("collection-service"));
    }

    private List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        for (String name : List.of(LocalPlatform.POSTGRES, LocalPlatform.KAFKA)) {
            ProcessHandle process = ProcessHandle.of(platform.pid(name)).orElseThrow();
            processes.add(process);
            process.descendants().forEach(processes::add);
        }
        processes.add(platform.guardian().orElseThrow());
        return processes;
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                platform.jdbcUrl("catalog"), platform.databaseUser(), platform.databasePassword());
    }

    private List<String> databases() throws SQLException {
        return query("SELECT datname FROM pg_database");
    }

    private String setting(String name) throws SQLException {
        return query("SHOW " + name).get(0);
    }

    private Set<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get(10, TimeUnit.SECONDS);
        }
    }

    private String topicSetting(String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin()) {
            return admin.describeConfigs(List.of(resource))
                    .values()
                    .get(resource)
                    .get(10, TimeUnit.SECONDS)
                    .get(name)
                    .value();
        }
    }

    private long records(String topic) throws Exception {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (int partition = 0; partition < 6; partition++) {
                ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
            return admin.listOffsets(ends).all().get(10, TimeUnit.SECONDS).values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    /** Compressed as the services do it: the broker must be able to read that. */
    private void publish(String topic, String key, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", platform.kafkaBootstrap(), "acks", "all", "compression.type", "lz4");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get(10, TimeUnit.SECONDS);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", platform.kafkaBootstrap()));
    }

    /** A launcher in a JVM of its own, so that it can be killed. */
    static final class ServersOnly {

        private ServersOnly() {}

        public static void main(String[] arguments) throws InterruptedException {
            LocalPlatform platform = LocalPlatform.builder(REPOSITORY, Path.of(arguments[0]))
                    .report(System.out::println)
                    .build();
            platform.start(List.of());
            System.out.println("ready to be killed");
            TimeUnit.HOURS.sleep(1);
        }
    }
}
