package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that go away amid everything, and a service that is asked to go while clients are at it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PortraitClientsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration FORGOTTEN_WITHIN = Duration.ofSeconds(20);
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(20);
    private static final int STREAMS = 1_000;
    private static final int ABORTED = 200;
    private static final int POOL = 16;

    /** Connections to the broker, the catalog and the artist, and files that the JVM opens in its own time. */
    private static final int DESCRIPTORS_OF_OTHERS = 64;

    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)\r\nRetry-After: (\\d+)");

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

    @AfterEach
    void nothingIsHeld() {
        stage.machine().release();
    }

    static LongStream seeds() {
        return PortraitStage.seeds(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void forgetsStreamsWhoseClientsAreGone(long seed) throws Exception {
        Random random = new Random(seed);
        UUID character = UUID.randomUUID();
        String token = stage.token();
        stage.machine().hold();
        assertThat(generate(character, token)).isEqualTo(202);
        await().atMost(SOON).until(() -> stage.machine().holding() > 0);
        // The pool is as large as it gets before the descriptors are counted.
        assertThePoolIsWhole(token);
        long descriptors = service.descriptors();

        List<Socket> streams = new ArrayList<>();
        List<Socket> asked = new ArrayList<>();
        try {
            long end = System.nanoTime() + SOON.toNanos();
            int refused = 0;
            while (streams.size() < STREAMS) {
                assertThat(System.nanoTime()).as("streams are opened in time").isLessThan(end);
                asked.clear();
                for (int i = streams.size(); i < STREAMS; i++) {
                    asked.add(send("GET", "/api/characters/" + character + "/generation-status", token, null));
                }
                int pause = 0;
                for (Socket socket : asked) {
                    String head = head(socket, end);
                    if (head.startsWith("HTTP/1.1 200 ")) {
                        streams.add(socket);
                    } else {
                        // Those for whom no connection was free in time are told so, and come again when they are told
                        // to.
                        assertThat(head).startsWith("HTTP/1.1 503 ");
                        Matcher retryAfter = RETRY_AFTER.matcher(head);
                        assertThat(retryAfter.find()).as(head).isTrue();
                        pause = Math.max(pause, Integer.parseInt(retryAfter.group(1)));
                        refused++;
                        socket.close();
                    }
                }
                TimeUnit.SECONDS.sleep(pause);
            }
            System.out.printf("[streams] all open; %d were asked to come again%n", refused);
            await().atMost(SOON).until(() -> service.metric("dramatis_status_streams") == STREAMS);
            assertThat(service.descriptors())
                    .isBetween(
                            descriptors + STREAMS - DESCRIPTORS_OF_OTHERS,
                            descriptors + STREAMS + DESCRIPTORS_OF_OTHERS);
        } finally {
            for (Socket stream : streams) {
                abort(stream, random.nextBoolean());
            }
            for (Socket socket : asked) {
                socket.close();
            }
        }
        long aborted = System.nanoTime();

        await().atMost(FORGOTTEN_WITHIN).untilAsserted(() -> assertThat(service.metric("dramatis_status_streams"))
                .isZero());
        await().atMost(FORGOTTEN_WITHIN).untilAsserted(() -> assertThat(service.descriptors())
                .as("descriptors")
                .isLessThanOrEqualTo(descriptors + DESCRIPTORS_OF_OTHERS));
        System.out.printf("[streams] %d forgotten after %.1f s%n", STREAMS, (System.nanoTime() - aborted) / 1e9);
        assertThePoolIsWhole(token);
    }

    /** Most of them wait for a connection of the pool. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void losesNothingToABurstThatHangsUp(long seed) throws Exception {
        Random random = new Random(seed);
        UUID character = UUID.randomUUID();
        String token = stage.token();
        stage.machine().hold();
        assertThat(generate(character, token)).isEqualTo(202);
        assertThePoolIsWhole(token);
        long descriptors = service.descriptors();

        List<Socket> asked = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            asked.add(send("GET", "/api/characters/" + character + "/generation-status", token, null));
        }
        for (Socket socket : asked) {
            abort(socket, random.nextBoolean());
        }

        await().atMost(FORGOTTEN_WITHIN).untilAsserted(() -> {
            assertThat(service.metric("dramatis_status_streams")).isZero();
            assertThat(service.descriptors())
                    .as("descriptors")
                    .isLessThanOrEqualTo(descriptors + DESCRIPTORS_OF_OTHERS);
        });
        assertThePoolIsWhole(token);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesClientsThatHangUp(long seed) throws Exception {
        Random random = new Random(seed);
        String token = stage.token();
        assertThePoolIsWhole(token);
        long descriptors = service.descriptors();

        for (int i = 0; i < ABORTED; i++) {
            String path = "/api/characters/" + UUID.randomUUID() + "/portrait";
            boolean write = random.nextBoolean();
            Socket socket = send(write ? "POST" : "GET", path + (write ? "/generate" : ""), token, write ? "{}" : null);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(8));
            abort(socket, random.nextBoolean());
        }

        await().atMost(FORGOTTEN_WITHIN).untilAsserted(() -> assertThat(service.descriptors())
                .as("descriptors")
                .isLessThanOrEqualTo(descriptors + DESCRIPTORS_OF_OTHERS));
        // The service's own work goes on: at any moment some transaction is between two statements. None stays there.
        long last = stage.number("SELECT (extract(epoch FROM now()) * 1000)::bigint");
        await().atMost(FORGOTTEN_WITHIN).untilAsserted(() -> assertThat(stage.number(
                        "SELECT count(*) FROM pg_stat_activity"
                                + " WHERE datname = 'portrait' AND state LIKE 'idle in transaction%'"
                                + " AND xact_start < to_timestamp(? / 1000.0)",
                        last))
                .as("transactions that nobody ends")
                .isZero());
        assertThePoolIsWhole(token);
    }

    /** As many statements at a time as the pool has connections. */
    private static void assertThePoolIsWhole(String token) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (Connection lock = stage.session();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("LOCK TABLE generation_job IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i < POOL; i++) {
                waiting.add(send("GET", "/api/characters/" + UUID.randomUUID() + "/generation-status", token, null));
            }
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(stage.number("SELECT count(*) FROM pg_stat_activity"
                                    + " WHERE datname = 'portrait' AND wait_event_type = 'Lock'"))
                            .as("connections at work; one is the relay's")
                            .isBetween(POOL - 2L, (long) POOL));
            lock.rollback();
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** One replica of two goes, as in a rolling update; clients go where the readiness probe says that somebody is. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesWithoutAFailedRequest(long seed) throws Exception {
        PackagedPortrait leaving = stage.start(Map.of());
        List<PackagedPortrait> ready = new ArrayList<>(List.of(leaving, service));
        AtomicBoolean stop = new AtomicBoolean();
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        Queue<UUID> accepted = new ConcurrentLinkedQueue<>();
        Random random = new Random(seed);
        ExecutorService clients = Executors.newCachedThreadPool();
        // Kept connections, as a proxy has them.
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            clients.submit(() -> {
                while (!stop.get()) {
                    if (!leaving.isAlive() || !leaving.isReady()) {
                        synchronized (ready) {
                            ready.remove(leaving);
                        }
                        return null;
                    }
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                return null;
            });
            for (int i = 0; i < 8; i++) {
                String token = stage.token();
                clients.submit(() -> {
                    while (!stop.get()) {
                        PackagedPortrait one;
                        synchronized (ready) {
                            one = ready.get(random.nextInt(ready.size()));
                        }
                        UUID character = UUID.randomUUID();
                        int status = generate(http, one, character, token);
                        statuses.add(status);
                        if (status == 202) {
                            accepted.add(character);
                        }
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                    return null;
                });
            }
            await().atMost(SOON).until(() -> statuses.size() > 50);

            long asked = System.nanoTime();
            leaving.terminate();
            assertThat(leaving.awaitEnd(DRAINED_WITHIN)).as("ended in time").isTrue();
            double took = (System.nanoTime() - asked) / 1e9;
            int before = statuses.size();
            await().atMost(SOON).until(() -> statuses.size() > before + 20);
            stop.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            System.out.printf("[leaving] ended after %.1f s amid %d requests%n", took, statuses.size());
        } finally {
            stop.set(true);
            clients.shutdownNow();
            leaving.close();
        }

        assertThat(statuses).as("answers; 429 where one owner has too many").isSubsetOf(202, 429);
        UUID[] characters = accepted.toArray(UUID[]::new);
        await().atMost(SOON).untilAsserted(() -> assertThat(stage.number(
                        "SELECT count(*) FROM generation_job WHERE character_id = ANY (?) AND state = 'completed'",
                        (Object) characters))
                .as("jobs that ended")
                .isEqualTo(characters.length));
        findings.assertNothingTruncated();
    }

    private static int generate(HttpClient http, PackagedPortrait service, UUID character, String token) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(
                                            service.url() + "/api/characters/" + character + "/portrait/generate"))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .timeout(Duration.ofSeconds(10))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException broken) {
            return -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static int generate(UUID character, String token) {
        return generate(HttpClient.newHttpClient(), service, character, token);
    }

    /** A request of which nobody reads the answer. */
    private static Socket send(String method, String path, String token, String body) throws IOException {
        URI target = URI.create(service.url());
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), 5_000);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + target.getHost() + "\r\nAuthorization: Bearer "
                + token + "\r\n"
                + (body == null ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n")
                + "\r\n" + (body == null ? "" : body);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /**
     * The status line and the headers of the answer; of what follows, nothing is read.
     *
     * @param end in the time of {@link System#nanoTime}
     */
    private static String head(Socket socket, long end) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        socket.setSoTimeout((int) Math.max(1, left));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("no answer but " + head.toString(StandardCharsets.US_ASCII));
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /** @param reset whether the other side finds the connection broken rather than ended */
    private static void abort(Socket socket, boolean reset) throws IOException {
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }
}
