package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.events.Topics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged worker is killed with a hundred jobs in flight, at five places between a request and its event. The
 * places are held from outside: by the artist, by locks in the database, by a stopped broker.
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class PortraitWorkerKilledIT {

    private static final int JOBS = 100;
    private static final int REPETITIONS = 2;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(8);
    /** From the kill. */
    private static final Duration SWEPT_WITHIN = Duration.ofSeconds(60);

    private static final String REQUESTS_GROUP = "portrait-workers";

    /** Waits for the artist with two jobs while the others are queued. */
    private static final Map<String, String> FEW_AT_A_TIME = settings(2, 16);

    private static final Map<String, String> HALF_AT_A_TIME = settings(JOBS / 2, 40);

    private static final Map<String, String> ALL_AT_A_TIME = settings(JOBS, 40);

    private static final int WRITERS = 60;

    /** A connection for each and some for those who lease, renew and sweep, so that the lock holds the writers alone. */
    private static final Map<String, String> MANY_WRITERS = settings(WRITERS, 76);

    @TempDir
    private static Path data;

    private static PortraitStage stage;
    private static PortraitFindings findings;
    private static PackagedPortrait worker;

    @BeforeAll
    static void open() throws Exception {
        stage = PortraitStage.open(data);
        findings = new PortraitFindings(stage);
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
    }

    static LongStream seeds() {
        return PortraitStage.seeds(REPETITIONS);
    }

    private static Map<String, String> settings(int concurrency, int connections) {
        return Map.of(
                "DRAMATIS_PORTRAIT_GENERATION_LEASE",
                LEASE.toSeconds() + "s",
                "DRAMATIS_PORTRAIT_GENERATION_HEARTBEAT",
                "2s",
                "DRAMATIS_PORTRAIT_GENERATION_CONCURRENCY",
                Integer.toString(concurrency),
                // The machine's pictures are small, so that a hundred jobs with theirs fit into the memory at a time.
                "DRAMATIS_PORTRAIT_PROVIDER_LIMITS_AUTOMATIC1111_PICTURE_MEMORY",
                "192K",
                "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE",
                Integer.toString(connections));
    }

    /** A test that failed half-way must not hold the next one. */
    @AfterEach
    void nothingIsHeld() throws Exception {
        stage.machine().release();
        PortraitStage.signal("CONT", stage.servers().pid(LocalPlatform.KAFKA));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterTheAcknowledgement(long seed) throws Exception {
        List<Commission> all = Commission.several(seed, JOBS);
        run(FEW_AT_A_TIME);
        stage.machine().hold();

        stage.publish(all);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(stage.states(all)).isEqualTo(Map.of("queued", JOBS - 2L, "running", 2L));
            assertThat(lag()).as("requests that are not acknowledged").isZero();
        });
        assertThat(imagesOf(all)).isZero();

        killAndSeeAllDone(all, ALL_AT_A_TIME, () -> stage.machine().release());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void amidTheGeneration(long seed) throws Exception {
        List<Commission> all = Commission.several(seed, JOBS);
        run(ALL_AT_A_TIME);
        stage.machine().hold();

        stage.publish(all);
        awaitAllAtTheArtist(all);

        killAndSeeAllDone(all, ALL_AT_A_TIME, () -> stage.machine().release());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterTheFileIsWritten(long seed) throws Exception {
        List<Commission> all = Commission.several(seed, JOBS);
        run(MANY_WRITERS);
        try (Connection lock = stage.session();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            // Readers may pass, those who insert wait: the commit that makes the files an image's cannot happen.
            statement.execute("LOCK TABLE image IN SHARE ROW EXCLUSIVE MODE");

            stage.publish(all);
            await().atMost(SOON).untilAsserted(() -> {
                List<Commission> running = stage.inState("running", all);
                assertThat(running).hasSize(WRITERS);
                assertThat(findings.orphans())
                        .as("files without a row")
                        .hasSizeGreaterThanOrEqualTo(Commission.images(running));
            });
            assertThat(imagesOf(all)).isZero();

            killAndSeeAllDone(all, ALL_AT_A_TIME, lock::rollback);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterTheCommit(long seed) throws Exception {
        List<Commission> all = Commission.several(seed, JOBS);
        run(ALL_AT_A_TIME);
        try (Connection leader = stage.session()) {
            deposeRelay(leader);

            stage.publish(all);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(stage.states(all)).isEqualTo(Map.of("completed", (long) JOBS)));
            assertThat(stage.outbox()).as("events that nobody publishes").isEqualTo(JOBS);
            assertThat(findings.announced(all)).isZero();

            killAndSeeAllDone(all, ALL_AT_A_TIME, leader::close);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whilePublishing(long seed) throws Exception {
        List<Commission> all = Commission.several(seed, JOBS);
        run(ALL_AT_A_TIME);
        long broker = stage.servers().pid(LocalPlatform.KAFKA);
        stage.machine().hold();
        stage.publish(all);
        awaitAllAtTheArtist(all);

        PortraitStage.signal("STOP", broker);
        stage.machine().release();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stage.states(all)).isEqualTo(Map.of("completed", (long) JOBS)));
        assertThat(stage.outbox()).as("events without an acknowledgement").isEqualTo(JOBS);

        // The broker goes on with what it had received, and the next worker publishes the same again.
        killAndSeeAllDone(all, ALL_AT_A_TIME, () -> PortraitStage.signal("CONT", broker));
    }

    /** As of two machines one is lost: the other one has jobs of its own, and nobody comes in the place of the dead one. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whileAnotherReplicaGoesOn(long seed) throws Exception {
        List<Commission> first = Commission.several(seed, JOBS / 2);
        List<Commission> second = Commission.several(seed + 1, JOBS / 2);
        List<Commission> all = Stream.concat(first.stream(), second.stream()).toList();
        run(HALF_AT_A_TIME);
        stage.machine().hold();
        stage.publish(first);
        awaitAllAtTheArtist(first);
        try (PackagedPortrait other = stage.start(ALL_AT_A_TIME)) {
            stage.publish(second);
            awaitAllAtTheArtist(all);
            List<String> doomed = workersOf(first);
            assertThat(doomed).hasSize(1).doesNotContainAnyElementsOf(workersOf(second));

            long killed = System.nanoTime();
            worker.kill();
            Set<String> left = findings.orphans();

            double resumed = awaitResumed(all, doomed, killed);
            stage.machine().release();
            seeAllDone(all, left, killed, "another replica was there, jobs resumed after %.1f s".formatted(resumed));
            assertThat(workersOf(all)).as("whoever ended the jobs").isEqualTo(workersOf(second));
            assertThat(other.isAlive()).isTrue();
        }
    }

    private static void awaitAllAtTheArtist(List<Commission> all) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(stage.states(all)).isEqualTo(Map.of("running", (long) all.size()));
            assertThat(stage.machine().holding()).isGreaterThanOrEqualTo(all.size());
        });
    }

    /** The advisory lock is the relay's right to publish; its session is ended and the lock taken before it is back. */
    private static void deposeRelay(Connection session) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> {
            try (Statement statement = session.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_locks"
                        + " WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()");
                try (ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(7237954673552157043)")) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    private static void run(Map<String, String> settings) throws Exception {
        if (worker != null && worker.isAlive()) {
            if (worker.settings().entrySet().containsAll(settings.entrySet())) {
                return;
            }
            worker.terminate();
            assertThat(worker.awaitEnd(Duration.ofSeconds(30))).isTrue();
        }
        worker = stage.start(settings);
    }

    private static void killAndSeeAllDone(List<Commission> all, Map<String, String> next, Cut release)
            throws Exception {
        List<String> dead = stage.oracle()
                .column("portrait", "SELECT DISTINCT worker FROM generation_job WHERE worker IS NOT NULL");
        long killed = System.nanoTime();
        worker.kill();
        Set<String> left = findings.orphans();
        worker = stage.launch(next);
        release.now();

        stage.awaitReady(worker);
        double ready = seconds(killed);
        double resumed = awaitResumed(all, dead, killed);
        seeAllDone(
                all,
                left,
                killed,
                "next worker ready after %.1f s, jobs resumed after %.1f s".formatted(ready, resumed));
    }

    /** Seconds from the kill until no job is a dead worker's any more; somebody is ready to take them. */
    private static double awaitResumed(List<Commission> all, List<String> dead, long killed) {
        // Nobody can take a job before there is somebody: a start that outlasts the lease moves the limit.
        Duration left = LEASE.minusNanos(System.nanoTime() - killed);
        await().atMost((left.isNegative() ? Duration.ZERO : left).plusSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(stage.number(
                                "SELECT count(*) FROM generation_job WHERE id = ANY (?) AND state = 'running'"
                                        + " AND worker = ANY (?)",
                                Commission.jobs(all),
                                dead.toArray(String[]::new)))
                        .as("jobs that are still the dead worker's")
                        .isZero());
        return seconds(killed);
    }

    /** @param left the images whose files the dead worker left without a row */
    private static void seeAllDone(List<Commission> all, Set<String> left, long killed, String before)
            throws Exception {
        assertThat(left)
                .as("orphans: at most one for each image that was asked for")
                .hasSizeLessThanOrEqualTo(Commission.images(all));
        await().atMost(SWEPT_WITHIN.minusNanos(System.nanoTime() - killed))
                .untilAsserted(() -> assertThat(findings.orphans())
                        .as("what the dead worker left")
                        .noneMatch(left::contains));
        double swept = seconds(killed);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(stage.states(all)).isEqualTo(Map.of("completed", (long) JOBS));
            assertThat(stage.outbox()).isZero();
        });
        findings.assertEachIsDoneOnce(all);
        findings.assertNothingTruncated();
        // What came after the kill is not older than a minute either.
        await().atMost(SWEPT_WITHIN)
                .untilAsserted(
                        () -> assertThat(findings.orphans()).as("orphans").isEmpty());
        System.out.printf("[killed] %s, %d orphans gone after %.1f s%n", before, left.size(), swept);
    }

    private static List<String> workersOf(List<Commission> all) {
        return stage.oracle()
                .column("portrait", "SELECT DISTINCT worker FROM generation_job WHERE id = ANY (?)", (Object)
                        Commission.jobs(all));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long imagesOf(List<Commission> all) {
        return stage.number("SELECT count(*) FROM image WHERE job_id = ANY (?)", (Object) Commission.jobs(all));
    }

    /** Requests in the topic behind what the workers' group has committed. */
    private static long lag() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stage.servers().kafkaBootstrap()))) {
            Map<TopicPartition, Long> committed = new HashMap<>();
            admin.listConsumerGroupOffsets(REQUESTS_GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(10, TimeUnit.SECONDS)
                    .forEach((partition, offset) -> committed.put(partition, offset == null ? 0 : offset.offset()));
            return stage.oracle().records(Topics.GENERATION_REQUESTS).stream()
                    .filter(record -> record.offset()
                            >= committed.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L))
                    .count();
        }
    }

    /** Lets go of what was held. */
    @FunctionalInterface
    private interface Cut {
        void now() throws Exception;
    }
}
