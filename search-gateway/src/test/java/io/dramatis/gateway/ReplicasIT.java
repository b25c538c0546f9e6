package io.dramatis.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.simulator.SourceSimulator;
import io.dramatis.test.TestRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged gateways, one Redis, and a source whose budget hardly refills while this runs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReplicasIT {

    private static final int BURST = 60;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path folder;

    private static SourceSimulator simulator;
    private static TestRedis redis;
    private static List<Gateway> gateways = List.of();

    @BeforeAll
    static void start() throws IOException {
        simulator = SourceSimulator.start(0);
        redis = TestRedis.start();
        gateways = List.of(Gateway.start("first"), Gateway.start("second"));
        gateways.forEach(gateway -> await().atMost(Duration.ofSeconds(90))
                .until(() -> gateway.metrics().contains("dramatis_redis_replicas 2.0")));
    }

    @AfterAll
    static void stop() {
        gateways.forEach(Gateway::stop);
        if (redis != null) {
            redis.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void keepToOneBudgetAndGoOnWhenRedisIsKilled() {
        AtomicInteger asked = new AtomicInteger();

        IntStream.range(0, 2 * BURST).parallel().forEach(i -> {
            assertThat(search(i)).isEqualTo(200);
            if (asked.incrementAndGet() == BURST / 2) {
                redis.kill();
            }
        });

        gateways.forEach(gateway -> await().until(() -> gateway.metrics().contains("dramatis_redis_connected 0.0")));
        // Each had half of what was left when it was killed; what they have of the whole is bounded by the two halves.
        assertThat(simulator.calls("wikipedia")).isBetween(BURST / 2L, BURST + BURST / 2L);
        assertThat(gateways).allSatisfy(gateway -> assertThat(gateway.log())
                .as("said once, whatever was asked")
                .containsOnlyOnce("redis is away")
                .doesNotContain(" ERROR "));

        redis.startAgain();
        gateways.forEach(gateway -> await().until(() -> gateway.metrics().contains("dramatis_redis_replicas 2.0")
                && gateway.metrics().contains("dramatis_redis_connected 1.0")));
        assertThat(gateways).allSatisfy(gateway -> assertThat(gateway.log()).containsOnlyOnce("redis is back"));
        long before = simulator.calls("wikipedia");
        IntStream.range(0, BURST).parallel().forEach(i -> assertThat(search(i)).isEqualTo(200));
        assertThat(simulator.calls("wikipedia") - before)
                .as("they remember what Redis has forgotten")
                .isLessThanOrEqualTo(BURST / 2L);

        long spent = simulator.calls("wikipedia");
        IntStream.range(0, BURST).parallel().forEach(i -> assertThat(search(i)).isEqualTo(200));
        assertThat(simulator.calls("wikipedia") - spent)
                .as("nothing is left but what came in meanwhile")
                .isLessThanOrEqualTo(2);
    }

    private static int search(int number) {
        String name = "nobody " + UUID.randomUUID();
        return gateways.get(number % 2)
                .get("/api/characters/search?category=other&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .statusCode();
    }

    private record Gateway(Process process, Path output, int port, int management) {

        static Gateway start(String name) throws IOException {
            int port = freePort();
            int management = freePort();
            Path output = folder.resolve(name + ".log");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            "target/quarkus-app/quarkus-run.jar")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment()
                    .putAll(Map.ofEntries(
                            Map.entry("QUARKUS_HTTP_HOST", "localhost"),
                            Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                            Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(management)),
                            Map.entry("DRAMATIS_GATEWAY_REDIS_URL", redis.url()),
                            Map.entry("DRAMATIS_GATEWAY_REDIS_TIMEOUT", "2s"),
                            Map.entry("DRAMATIS_EDGE_CLIENT_LIMIT_PER_MINUTE", "600000"),
                            Map.entry("DRAMATIS_EDGE_CLIENT_LIMIT_BURST", "100000"),
                            Map.entry("DRAMATIS_UPSTREAM_CONTACT", "tests@example.org"),
                            Map.entry("DRAMATIS_SOURCE_WIKIPEDIA_BUDGET_PER_MINUTE", "1"),
                            Map.entry("DRAMATIS_SOURCE_WIKIPEDIA_BURST", Integer.toString(BURST)),
                            Map.entry("DRAMATIS_SOURCE_WIKIPEDIA_CONCURRENT", "50"),
                            Map.entry("DRAMATIS_SOURCE_WIKIPEDIA_WAITING", "1000")));
            for (String source :
                    List.of("anilist", "dnd5e", "mangadex", "openlibrary", "tmdb", "wikidata", "wikipedia")) {
                builder.environment()
                        .put("DRAMATIS_SOURCE_" + source.toUpperCase(Locale.ROOT) + "_URL", simulator.url(source));
            }
            return new Gateway(builder.start(), output, port, management);
        }

        HttpResponse<String> get(String path) {
            return request(port, path);
        }

        String metrics() {
            try {
                return request(management, "/q/metrics").body();
            } catch (IllegalStateException notYet) {
                return "";
            }
        }

        String log() throws IOException {
            return Files.readString(output);
        }

        void stop() {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }

        private static HttpResponse<String> request(int port, String path) {
            try {
                return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        BodyHandlers.ofString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
