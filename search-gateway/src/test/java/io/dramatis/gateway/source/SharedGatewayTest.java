package io.dramatis.gateway.source;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.RedisEnvironment;
import io.dramatis.gateway.limit.TokenBucket;
import io.dramatis.gateway.shared.Replica;
import io.dramatis.gateway.shared.SharedUse;
import io.dramatis.gateway.source.AnswerCache.Key;
import io.dramatis.test.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway as one of two replicas that share a Redis; the other one is played by the test. */
@QuarkusTest
@TestProfile(SharedGatewayTest.FewRequests.class)
@WithTestResource(GatewayEnvironment.class)
@WithTestResource(RedisEnvironment.class)
class SharedGatewayTest {

    private static final int BURST = 5;
    private static final int MIB = 1024 * 1024;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    public static class FewRequests implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    // Each test brings clients of its own.
                    "dramatis.edge.trusted-proxies",
                    "127.0.0.1,::1",
                    "dramatis.edge.client-limit.per-minute",
                    "1",
                    "dramatis.edge.client-limit.burst",
                    Integer.toString(BURST));
        }
    }

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @Inject
    Sources sources;

    private Replica other;

    @BeforeEach
    void join() {
        other = Replica.of(RedisEnvironment.redis());
        await().until(() -> stats("shared.connected").equals(true));
    }

    @AfterEach
    void leave() {
        other.close();
    }

    @Test
    void countsAClientTogetherWithOtherReplicas() {
        String address = client();
        TokenBucket own = new TokenBucket(1, BURST, System::nanoTime);
        for (int i = 0; i < 3; i++) {
            assertThat(other.buckets()
                            .take(SharedUse.CLIENT_LIMITS, address, own, 1, BURST)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .granted())
                    .isTrue();
        }

        from(address).get("/api/sources").then().statusCode(200);
        from(address).get("/api/characters").then().statusCode(200);
        from(address)
                .get("/api/sources")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .header("RateLimit", containsString("r=0"))
                .header("RateLimit-Policy", containsString("q=1;w=60"))
                .header("X-Content-Type-Options", "nosniff")
                .body("code", equalTo("RATE_LIMITED"));
        from(client()).get("/api/sources").then().statusCode(200);
    }

    /** The answer of Redis comes while the body is already on its way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, MIB, 10 * MIB})
    void passesBodiesOnWhole(int length) throws Exception {
        for (boolean announced : new boolean[] {true, false}) {
            byte[] content = new byte[length];
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/characters/1/upload"))
                            .header("X-Forwarded-For", client())
                            .POST(
                                    announced
                                            ? BodyPublishers.ofByteArray(content)
                                            : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"length\":" + length + ",");
        }
    }

    @Test
    void stillRefusesBodiesThatAreTooLarge() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(gateway.resolve("/api/characters"))
                        .header("X-Forwarded-For", client())
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2 * MIB])))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void answersWithWhatAnotherReplicaHasFetched() {
        String name = "Somebody " + UUID.randomUUID();
        FoundCharacter somebody = FoundCharacter.of("wikipedia", "4711", name, CharacterKind.CHARACTER)
                .build();
        long calls = GatewayEnvironment.simulator().calls("wikipedia");
        answers()
                .put(
                        key(name),
                        FoundCharacter.class,
                        new CachedAnswer<>(
                                List.of(somebody),
                                InstantSource.system().instant().minusSeconds(90)),
                        TestLimits.of(Map.of()));
        await().until(() -> shared(name).isPresent());

        search(name)
                .body("items[0].name", equalTo(name))
                .body("sources[0].status", equalTo("cached"))
                .body("sources[0].age_s", greaterThan(80));

        assertThat(GatewayEnvironment.simulator().calls("wikipedia")).isEqualTo(calls);
        assertThat((Integer) stats("items.find { it.source == 'wikipedia' }.shared_cache.hits"))
                .isPositive();
    }

    @Test
    void tellsOtherReplicasWhatItHasFetched() {
        search("robin hood").body("sources[0].status", equalTo("ok"));

        CachedAnswer<FoundCharacter> answer =
                await().until(() -> shared("robin hood"), Optional::isPresent).orElseThrow();

        assertThat(answer.items()).extracting(found -> found.character().name()).contains("Robin Hood");
    }

    @Test
    void servesEverybodyWhileRedisIsKilledAndReturns() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<List<Integer>>> visitors = new ArrayList<>();
        // Threads of their own: of the common pool there may be a single one.
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            visitors.add(visitor(done, threads));
        }
        try {
            await().until(() -> shared("sherlock holmes").isPresent());
            RedisEnvironment.redis().kill();
            await().untilAsserted(
                            () -> when().get(metrics).then().body(containsString("dramatis_redis_connected 0.0")));
            when().get(health)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))
                    .body("checks.name.toString()", not(containsString("edis")));
        } finally {
            RedisEnvironment.redis().startAgain();
        }
        await().until(() -> stats("shared.connected").equals(true));
        done.set(true);
        threads.shutdown();

        for (CompletableFuture<List<Integer>> visitor : visitors) {
            assertThat(visitor.get(30, TimeUnit.SECONDS)).isNotEmpty().containsOnly(200);
        }
        assertThat((Integer) stats("shared.fallbacks")).isPositive();
        await().until(() -> stats("shared.replicas").equals(2));
        when().get(metrics).then().body(containsString("dramatis_redis_fallbacks_total{use=\"client_limits\""));
    }

    private CompletableFuture<List<Integer>> visitor(AtomicBoolean done, Executor threads) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<Integer> statuses = new ArrayList<>();
                    while (!done.get()) {
                        statuses.add(from(client())
                                .queryParam("q", "sherlock holmes")
                                .queryParam("category", "other")
                                .get("/api/characters/search")
                                .statusCode());
                        statuses.add(from(client())
                                .body("{}")
                                .post("/api/characters")
                                .statusCode());
                    }
                    return statuses;
                },
                threads);
    }

    private RedisAnswers answers() {
        return new RedisAnswers(other.store(), other.config(), InstantSource.system());
    }

    private Optional<CachedAnswer<FoundCharacter>> shared(String name) {
        return answers().get(key(name), FoundCharacter.class).await().atMost(Duration.ofSeconds(5));
    }

    private Key key(String name) {
        CharacterSource wikipedia = (CharacterSource) sources.all().stream()
                .filter(source -> source.id().equals("wikipedia"))
                .findFirst()
                .orElseThrow();
        return Key.of(
                "wikipedia",
                new SourceQuestion<>(
                        "characters", wikipedia.facet(SearchCategory.OTHER), name, FoundCharacter.class, () -> null));
    }

    private ValidatableResponse search(String name) {
        return from(client())
                .queryParam("q", name)
                .queryParam("category", "other")
                .get("/api/characters/search")
                .then()
                .statusCode(200);
    }

    private static <T> T stats(String path) {
        return from(client())
                .auth()
                .oauth2(TestTokens.admin(UUID.randomUUID()))
                .get("/api/sources/stats")
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    /** An address that nobody has used. */
    private static String client() {
        int number = CLIENTS.incrementAndGet();
        return "10." + number / 65_536 + "." + number / 256 % 256 + "." + number % 256;
    }
}
