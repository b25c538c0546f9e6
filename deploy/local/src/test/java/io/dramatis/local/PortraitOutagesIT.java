package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.events.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the packaged portrait service does while the broker, the database or the disk fails, and with what is no request. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PortraitOutagesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration BROKER_AWAY = Duration.ofSeconds(30);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(15);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);
    private static final int POOL = 16;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path data;

    private static PortraitStage stage;
    private static PortraitFindings findings;
    private static PackagedPortrait service;

    @BeforeAll
    static void open() throws Exception {
        stage = PortraitStage.open(data);
        findings = new PortraitFindings(stage);
        service = stage.start(Map.of());
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
    }

    static LongStream seeds() {
        return PortraitStage.seeds(2);
    }

    /** How a server goes away. */
    enum Cut {
        /** It ends: connections are refused. */
        ENDED,
        /** It stands still: connections stay open and nothing comes back. */
        FROZEN
    }

    /** A test that failed half-way must not take the next one with it. */
    @AfterEach
    void everythingRunsAgain() throws Exception {
        stage.machine().release();
        stage.machine().edge(64);
        for (String server : List.of(LocalPlatform.KAFKA, LocalPlatform.POSTGRES)) {
            if (stage.servers().isRunning(server)) {
                PortraitStage.signal("CONT", tree(server));
            } else {
                stage.servers().start(server);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void acceptsRequestsWithoutItsBroker(Cut cut) throws Exception {
        String token = stage.token();
        List<UUID> jobs = new ArrayList<>();
        generate(UUID.randomUUID(), token);

        away(LocalPlatform.KAFKA, cut);
        long end = System.nanoTime() + BROKER_AWAY.toNanos();
        while (System.nanoTime() < end) {
            long asked = System.nanoTime();
            HttpResponse<String> answer = generate(UUID.randomUUID(), token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(ANSWERED_WITHIN);
            jobs.add(UUID.fromString(json(answer).path("job_id").asText()));
            TimeUnit.MILLISECONDS.sleep(250);
        }
        back(LocalPlatform.KAFKA, cut);
        long returned = System.nanoTime();

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () -> assertThat(waiting(jobs)).as("requests that wait").isZero());
        System.out.printf(
                "[broker %s] %d requests accepted, all published %.1f s after its return%n",
                cut, jobs.size(), (System.nanoTime() - returned) / 1e9);
        // As text: other tests have left there what is no JSON.
        String published = stage.oracle().records(Topics.GENERATION_REQUESTS).stream()
                .filter(record -> record.value() != null)
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(published).contains(jobs.stream().map(UUID::toString).toList());
        await().atMost(SOON).untilAsserted(() -> assertThat(stage.oracle()
                        .column("portrait", "SELECT state FROM generation_job WHERE id = ANY (?)", (Object)
                                jobs.toArray(UUID[]::new)))
                .hasSameSizeAs(jobs)
                .containsOnly("completed"));
    }

    private static long waiting(List<UUID> jobs) {
        return stage.number(
                "SELECT count(*) FROM outbox_event WHERE type = 'GenerationRequested'"
                        + " AND (payload::json -> 'payload' ->> 'job_id')::uuid = ANY (?)",
                (Object) jobs.toArray(UUID[]::new));
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void saysSoWhileTheDatabaseIsAway(Cut cut) throws Exception {
        String token = stage.token();
        UUID character = UUID.randomUUID();
        assertThat(generate(character, token).statusCode()).isEqualTo(202);
        List<CompletableFuture<Answer>> asked = new ArrayList<>();

        away(LocalPlatform.POSTGRES, cut);
        long end = System.nanoTime() + DATABASE_AWAY.toNanos();
        while (System.nanoTime() < end) {
            asked.add(timed(reading(character, token)));
            asked.add(timed(asking(UUID.randomUUID(), token)));
            TimeUnit.MILLISECONDS.sleep(200);
        }
        // What is answered after its return would say nothing about its absence.
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
        back(LocalPlatform.POSTGRES, cut);
        long returned = System.nanoTime();
        List<Answer> answers = new ArrayList<>();
        for (CompletableFuture<Answer> one : asked) {
            answers.add(one.get(5, TimeUnit.SECONDS));
        }

        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> send(reading(character, token)).statusCode() == 200
                        && generate(UUID.randomUUID(), token).statusCode() == 202);
        System.out.printf(
                "[database %s] %d requests, the slowest took %d ms, statuses %s; back %.1f s after its return%n",
                cut,
                answers.size(),
                answers.stream()
                        .mapToLong(answer -> answer.took().toMillis())
                        .max()
                        .orElseThrow(),
                answers.stream().map(Answer::status).distinct().toList(),
                (System.nanoTime() - returned) / 1e9);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.type()).startsWith("application/problem+json");
            assertThat(answer.took()).isLessThan(ANSWERED_WITHIN);
        });
        assertThePoolIsWhole(token);
    }

    /** As many statements at a time as the pool has connections: none of them is lost, none too many is there. */
    private static void assertThePoolIsWhole(String token) throws Exception {
        try (Connection lock = stage.session();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("LOCK TABLE generation_job IN ACCESS EXCLUSIVE MODE");
            // One is the relay's; it holds its lock by it.
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, POOL - 1)
                    .mapToObj(i -> timed(following(UUID.randomUUID(), token)))
                    .toList();
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                            stage.number(
                                    "SELECT count(*) FROM pg_stat_activity WHERE datname = 'portrait' AND wait_event_type = 'Lock'"))
                    .as("connections at work")
                    .isBetween(POOL - 2L, (long) POOL));
            lock.rollback();
            for (CompletableFuture<Answer> one : waiting) {
                assertThat(one.get(10, TimeUnit.SECONDS).status()).isIn(200, 404);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void setsPoisonAside(long seed) throws Exception {
        List<Commission> good = Commission.several(seed, 6);
        Duration usual = Stream.concat(Stream.of(good.get(0)), Commission.several(seed, 3).stream())
                .map(PortraitOutagesIT::queuedAlone)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String job = UUID.randomUUID().toString();
        List<String> poisons = new ArrayList<>();
        poisons.add("{\"event_type\": \"GenerationRequested\", \"payload\": " + job);
        poisons.add(null);
        poisons.add("\"" + "x".repeat(2 * 1024 * 1024) + "\"");
        poisons.add("""
                {"event_id": "%s", "event_type": "AccountDeleted", "version": 1, "occurred_at": "%s",
                 "payload": {"account_id": "%s"}}""".formatted(UUID.randomUUID(), Instant.now(), job));
        poisons.add(good.get(0).request().replaceFirst("\"owner_id\": \"[^\"]+\",", ""));
        Collections.shuffle(poisons, new Random(seed));

        for (int i = 0; i < poisons.size(); i++) {
            Commission next = good.get(i + 1);
            String poison = poisons.get(i);
            long published = System.nanoTime();
            Duration took = queuedAfter(
                    next, Collections.singletonList(poison == null ? null : poison.getBytes(StandardCharsets.UTF_8)));
            assertThat(took.minus(usual))
                    .as("delay of the record behind poison")
                    .isLessThan(Duration.ofSeconds(1));
            await().atMost(Duration.ofSeconds(5).minusNanos(System.nanoTime() - published))
                    .untilAsserted(
                            () -> assertThat(deadLetters(next)).singleElement().satisfies(dead -> {
                                assertThat(
                                                dead.value() == null
                                                        ? null
                                                        : new String(dead.value(), StandardCharsets.UTF_8))
                                        .isEqualTo(poison);
                                assertThat(header(dead, "dead-letter-reason")).isNotBlank();
                                assertThat(header(dead, "dead-letter-topic")).isEqualTo(Topics.GENERATION_REQUESTS);
                            }));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(stage.states(good)).isEqualTo(Map.of("completed", 6L)));
    }

    private static Duration queuedAlone(Commission one) {
        try {
            return queuedAfter(one, List.of());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the publication of these values and the good request behind them until the latter is in the queue. */
    private static Duration queuedAfter(Commission good, List<byte[]> before) throws Exception {
        String key = good.character().toString();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        before.forEach(value -> records.add(new ProducerRecord<>(Topics.GENERATION_REQUESTS, key, value)));
        records.add(new ProducerRecord<>(
                Topics.GENERATION_REQUESTS, key, good.request().getBytes(StandardCharsets.UTF_8)));
        stage.publishValues(records);
        long published = System.nanoTime();
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> !stage.states(List.of(good))
                .isEmpty());
        return Duration.ofNanos(System.nanoTime() - published);
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(Commission of) {
        return stage.oracle().records(Topics.GENERATION_REQUESTS_DLQ).stream()
                .filter(record -> of.character().toString().equals(record.key()))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsTheSameWhateverComesTwiceLateOrOutOfOrder(long seed) throws Exception {
        Random random = new Random(seed);
        List<Commission> all = Commission.several(seed, 40);
        List<Commission> thrice =
                new ArrayList<>(Stream.of(all, all, all).flatMap(List::stream).toList());
        Collections.shuffle(thrice, random);
        UUID character = UUID.randomUUID();
        UUID owner = UUID.randomUUID();
        List<ProducerRecord<String, byte[]>> versions = new ArrayList<>(IntStream.rangeClosed(1, 9)
                .mapToObj(version -> changed(character, owner, version))
                .toList());
        versions.add(deleted(character, owner, 10));
        versions.addAll(List.copyOf(versions));
        Collections.shuffle(versions, random);
        int askedBefore = stage.machine().asked();

        stage.publishValues(versions);
        stage.publish(thrice);
        await().atMost(SOON).untilAsserted(() -> assertThat(stage.states(all)).isEqualTo(Map.of("completed", 40L)));
        stage.publish(all);
        stage.publishValues(versions);
        Commission last = Commission.several(seed, 1).get(0);
        List<Commission> lastOfEachPartition = Commission.several(seed, 12);
        stage.publish(
                Stream.concat(lastOfEachPartition.stream(), Stream.of(last)).toList());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(stage.states(lastOfEachPartition)).isEqualTo(Map.of("completed", 12L));
            assertThat(stage.states(List.of(last))).isEqualTo(Map.of("completed", 1L));
            assertThat(stage.outbox()).isZero();
        });

        findings.assertEachIsDoneOnce(all);
        assertThat(stage.machine().asked() - askedBefore)
                .as("pictures that were asked for")
                .isEqualTo(40 + 13);
        await().atMost(SOON).untilAsserted(() -> assertThat(stage.oracle()
                        .column(
                                "portrait",
                                "SELECT version || ' ' || deleted || ' ' || published FROM character_ref"
                                        + " WHERE character_id = ?",
                                character))
                .containsExactly("10 true false"));
    }

    private static ProducerRecord<String, byte[]> changed(UUID character, UUID owner, int version) {
        return new ProducerRecord<>(Topics.CHARACTERS, character.toString(), """
                {"event_id": "%s", "event_type": "CharacterUpdated", "version": 1, "occurred_at": "%s",
                 "payload": {"character": {"id": "%s", "owner_id": "%s", "name": "Lirael", "published": true,
                 "version": %d}}}""".formatted(
                        UUID.randomUUID(), Instant.now(), character, owner, version)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static ProducerRecord<String, byte[]> deleted(UUID character, UUID owner, int version) {
        return new ProducerRecord<>(Topics.CHARACTERS, character.toString(), """
                {"event_id": "%s", "event_type": "CharacterDeleted", "version": 1, "occurred_at": "%s",
                 "payload": {"character_id": "%s", "owner_id": "%s", "version": %d, "deleted_at": "%s"}}""".formatted(
                        UUID.randomUUID(), Instant.now(), character, owner, version, Instant.now())
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The kernel refuses what goes beyond the limit amid the file, as a full disk does. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void triesAgainWhenTheDiskHasSpace(long seed) throws Exception {
        Commission one = new Commission(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 1);
        String token = stage.token(one.owner());
        stage.machine().edge(1_300 + new Random(seed).nextInt(150));
        int before = stage.machine().painted().size();
        // The log must fit, the picture must not.
        limitFiles("4194304");
        try {
            stage.publish(List.of(one));
            await().atMost(SOON).until(() -> stage.machine().painted().size() > before);
            // Much longer than it takes where there is space.
            await().pollInterval(Duration.ofMillis(500))
                    .during(Duration.ofSeconds(8))
                    .atMost(SOON)
                    .untilAsserted(() -> {
                        assertThat(stage.states(List.of(one)).keySet()).isSubsetOf("running", "queued");
                        assertThat(stage.number("SELECT count(*) FROM image WHERE job_id = ?", one.job()))
                                .isZero();
                        findings.assertNothingTruncated();
                        assertNoneIsServedTruncated(one, token, before);
                    });
        } finally {
            limitFiles("unlimited");
        }

        await().atMost(SOON).until(() -> {
            findings.assertNothingTruncated();
            assertNoneIsServedTruncated(one, token, before);
            return stage.states(List.of(one)).equals(Map.of("completed", 1L));
        });
        await().atMost(SOON).until(() -> stage.outbox() == 0);
        findings.assertEachIsDoneOnce(List.of(one));
        String url =
                json(send(reading(one.character(), token))).path("portrait_url").asText();
        HttpResponse<byte[]> picture = picture(url, token);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(url).contains(sha256(picture.body()));
    }

    /** Whoever guesses the names of the attempts' pictures gets all of them or none. */
    private static void assertNoneIsServedTruncated(Commission one, String token, int before) throws Exception {
        List<byte[]> painted = stage.machine().painted();
        for (byte[] attempt : painted.subList(before, painted.size())) {
            String name = sha256(attempt);
            HttpResponse<byte[]> answer = picture("/api/media/images/" + one.character() + "/" + name + ".png", token);
            assertThat(answer.statusCode()).isIn(200, 404);
            if (answer.statusCode() == 200) {
                assertThat(sha256(answer.body())).isEqualTo(name);
            }
        }
    }

    private static void limitFiles(String bytes) throws Exception {
        // The soft limit alone, which its owner may raise again.
        Process limit = new ProcessBuilder("prlimit", "--pid", Long.toString(service.pid()), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        assertThat(limit.waitFor()).isZero();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static void away(String server, Cut cut) throws Exception {
        if (cut == Cut.FROZEN) {
            PortraitStage.signal("STOP", tree(server));
        } else {
            stage.servers().stop(server);
        }
    }

    private static void back(String server, Cut cut) throws Exception {
        if (cut == Cut.FROZEN) {
            PortraitStage.signal("CONT", tree(server));
        } else {
            stage.servers().start(server);
        }
    }

    /** PostgreSQL is many processes. */
    private static long[] tree(String server) {
        ProcessHandle root = ProcessHandle.of(stage.servers().pid(server)).orElseThrow();
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(ProcessHandle::pid)
                .toArray();
    }

    private record Answer(int status, String type, String body, Duration took) {}

    private static CompletableFuture<Answer> timed(HttpRequest request) {
        long asked = System.nanoTime();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> new Answer(
                        answer.statusCode(),
                        answer.headers().firstValue("content-type").orElse(""),
                        answer.body(),
                        Duration.ofNanos(System.nanoTime() - asked)));
    }

    private static HttpResponse<String> generate(UUID character, String token) throws Exception {
        return send(asking(character, token));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> picture(String url, String token) throws IOException, InterruptedException {
        return HTTP.send(request(url, token).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest asking(UUID character, String token) {
        return request("/api/characters/" + character + "/portrait/generate", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private static HttpRequest reading(UUID character, String token) {
        return request("/api/characters/" + character + "/portrait", token).build();
    }

    private static HttpRequest following(UUID character, String token) {
        return request("/api/characters/" + character + "/generation-status", token)
                .build();
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Oracle.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
