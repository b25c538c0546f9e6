package io.dramatis.local;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dramatis.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The packaged portrait service among a real PostgreSQL and a real Kafka; the catalog, the tokens' issuer and the
 * artist are stand-ins, so that nothing but the pipeline is under test.
 */
final class PortraitStage implements AutoCloseable {

    static final Path REPOSITORY = Path.of("../..");

    private final Path data;
    private final LocalPlatform servers;
    private final Oracle oracle;
    private final AccessTokens tokens;
    private final HttpServer catalog;
    private final PaintingMachine machine;
    private final List<PackagedPortrait> replicas = new ArrayList<>();

    private PortraitStage(
            Path data, LocalPlatform servers, AccessTokens tokens, HttpServer catalog, PaintingMachine machine) {
        this.data = data;
        this.servers = servers;
        this.oracle = new Oracle(servers);
        this.tokens = tokens;
        this.catalog = catalog;
        this.machine = machine;
    }

    static PortraitStage open(Path data) throws IOException, InterruptedException {
        LocalPlatform servers = LocalPlatform.builder(REPOSITORY, data)
                .report(line -> System.out.println("[servers] " + line))
                .build();
        servers.start(List.of());
        AccessTokens tokens = new AccessTokens();
        return new PortraitStage(data, servers, tokens, others(tokens), PaintingMachine.start());
    }

    /** Seeds of a repeated case: new ones in every run, or the one that {@code -Ddramatis.failures.seed} names. */
    static LongStream seeds(int repetitions) {
        Long wanted = Long.getLong("dramatis.failures.seed");
        return wanted != null ? LongStream.of(wanted) : new Random().longs(repetitions, 1, 1_000_000);
    }

    /** A replica that is ready. */
    PackagedPortrait start(Map<String, String> settings) throws IOException {
        PackagedPortrait replica = launch(settings);
        awaitReady(replica);
        return replica;
    }

    void awaitReady(PackagedPortrait replica) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(replica::isReady);
    }

    PackagedPortrait launch(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", servers.jdbcUrl("portrait").replaceFirst("^jdbc:", ""),
                "QUARKUS_DATASOURCE_JDBC_URL", servers.jdbcUrl("portrait"),
                "QUARKUS_DATASOURCE_USERNAME", servers.databaseUser(),
                "QUARKUS_DATASOURCE_PASSWORD", servers.databasePassword(),
                "DRAMATIS_IDENTITY_JWKS_URL",
                        "http://127.0.0.1:" + catalog.getAddress().getPort() + "/jwks.json",
                "QUARKUS_REST_CLIENT_CATALOG_URL",
                        "http://127.0.0.1:" + catalog.getAddress().getPort(),
                "DRAMATIS_PORTRAIT_STORAGE_FOLDER", images().toString(),
                "DRAMATIS_PORTRAIT_PROVIDER_DEFAULT_ID", "automatic1111",
                "DRAMATIS_PORTRAIT_PROVIDER_AUTOMATIC1111_BASE_URL", machine.url()));
        all.put("DRAMATIS_PORTRAIT_PROVIDER_LIMITS_AUTOMATIC1111_CONCURRENT", "256");
        all.put("DRAMATIS_PORTRAIT_OUTSIDE_CONNECTIONS_PER_HOST", "256");
        all.putAll(settings);
        Path log = data.resolve("portrait-" + replicas.size() + ".log");
        PackagedPortrait replica = PackagedPortrait.launch(REPOSITORY, log, all);
        replicas.add(replica);
        return replica;
    }

    /** Of a user whom nobody has seen so far. */
    String token() {
        return token(UUID.randomUUID());
    }

    String token(UUID account) {
        return tokens.user(account);
    }

    LocalPlatform servers() {
        return servers;
    }

    Oracle oracle() {
        return oracle;
    }

    PaintingMachine machine() {
        return machine;
    }

    Path images() {
        return servers.images();
    }

    /** A session of the test's own in the service's database, to hold locks. */
    Connection session() throws SQLException {
        return DriverManager.getConnection(
                servers.jdbcUrl("portrait"), servers.databaseUser(), servers.databasePassword());
    }

    void publish(List<Commission> all) throws Exception {
        publishValues(all.stream()
                .map(one -> new ProducerRecord<>(
                        Topics.GENERATION_REQUESTS,
                        one.character().toString(),
                        one.request().getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    void publishValues(List<ProducerRecord<String, byte[]>> records) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers.kafkaBootstrap(),
                "acks",
                "all",
                // A broker looks at what it is sent, not at what becomes of it at the reader.
                "compression.type",
                "lz4",
                "max.request.size",
                Integer.toString(8 * 1024 * 1024));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ProducerRecord<String, byte[]> record : records) {
                sent.add(producer.send(record));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get(20, TimeUnit.SECONDS);
            }
        }
    }

    /** How many of the jobs are in each state; none is there for a job that the database does not know. */
    Map<String, Long> states(List<Commission> all) {
        Map<String, Long> states = new TreeMap<>();
        oracle.column("portrait", "SELECT state FROM generation_job WHERE id = ANY (?)", (Object) Commission.jobs(all))
                .forEach(state -> states.merge(state, 1L, Long::sum));
        return states;
    }

    List<Commission> inState(String state, List<Commission> all) {
        List<String> jobs = oracle.column(
                "portrait",
                "SELECT id FROM generation_job WHERE state = ? AND id = ANY (?)",
                state,
                Commission.jobs(all));
        return all.stream().filter(one -> jobs.contains(one.job().toString())).toList();
    }

    /** Number of rows, or whatever number the statement asks for. */
    long number(String sql, Object... parameters) {
        return Long.parseLong(oracle.column("portrait", sql, parameters).get(0));
    }

    /** Events that wait for the broker. */
    long outbox() {
        return number("SELECT count(*) FROM outbox_event");
    }

    /** Every file of the artifact store. */
    List<Path> files() {
        if (!Files.exists(images())) {
            return List.of();
        }
        while (true) {
            try (Stream<Path> all = Files.walk(images())) {
                return all.filter(Files::isRegularFile).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UncheckedIOException removedMeanwhile) {
                // The service's sweeper was faster; look again.
            }
        }
    }

    static void signal(String signal, long... pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Arrays.stream(pids).mapToObj(Long::toString).forEach(command::add);
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("could not send SIG" + signal + " to " + Arrays.toString(pids));
        }
    }

    /** The issuer's keys, and a catalog that knows every character, and each as the caller's own. */
    private static HttpServer others(AccessTokens tokens) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        byte[] keys = tokens.keys().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks.json", exchange -> answer(exchange, keys));
        server.createContext("/api/characters/", PortraitStage::answerCharacter);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "catalog");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return server;
    }

    private static void answerCharacter(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        byte[] body = """
                {"id": "%s", "owner_id": "%s", "name": "Lirael", "race": "wood_elf", "published": false, "version": 1}
                """.formatted(
                        id,
                        Oracle.parse(claims.getBytes(StandardCharsets.UTF_8))
                                .path("sub")
                                .asText())
                .getBytes(StandardCharsets.UTF_8);
        answer(exchange, body);
    }

    private static void answer(HttpExchange exchange, byte[] json) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        replicas.forEach(PackagedPortrait::close);
        machine.close();
        catalog.stop(0);
        servers.stop();
    }
}
