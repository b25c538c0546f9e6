package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.gateway.shared.Replica;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.upstream.UpstreamHttp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What any source may do to us, over real connections. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class MisbehavingSourceTest {

    private static final int MIB = 1024 * 1024;

    @Inject
    UpstreamHttp http;

    private final Vertx vertx = Vertx.vertx();
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, String> config = new HashMap<>();
    private volatile Handler<HttpServerRequest> behaviour = MisbehavingSourceTest::good;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = vertx.createHttpServer()
                .connectionHandler(connection -> {
                    open.incrementAndGet();
                    connection.closeHandler(closed -> open.decrementAndGet());
                })
                .requestHandler(request -> {
                    calls.incrementAndGet();
                    behaviour.handle(request);
                })
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("seconds", 30, now -> Map.of("Retry-After", "30")),
                refusal("a date", 45, now -> Map.of("Retry-After", date(now.plusSeconds(45)))),
                refusal("AniList's moment", 20, now -> Map.of("X-RateLimit-Reset", epoch(now.plusSeconds(20)))),
                refusal("MangaDex's moment", 25, now -> Map.of("X-RateLimit-Retry-After", epoch(now.plusSeconds(25)))),
                refusal(
                        "both, of which the standard one holds",
                        30,
                        now -> Map.of("Retry-After", "30", "X-RateLimit-Reset", epoch(now.plusSeconds(10)))),
                refusal("nothing", 60, now -> Map.of()),
                refusal("nothing that can be read", 60, now -> Map.of("Retry-After", "soon")),
                refusal("a proxy's page", 60, now -> Map.of("Content-Type", "text/html; charset=UTF-8")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isNotCalledBeforeTheTimeItNames(String form, int seconds, Function<Instant, Map<String, String>> headers) {
        behaviour = request -> {
            headers.apply(clock.instant()).forEach(request.response()::putHeader);
            request.response().setStatusCode(429).end("<html>slow down</html>");
        };
        SourceChannel channel = channel();
        SourceException refusal = failure(channel);
        assertThat(refusal.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(refusal.retryAfter().orElseThrow().toSeconds()).isBetween(seconds - 2L, (long) seconds);

        behaviour = MisbehavingSourceTest::good;
        clock.advance(Duration.ofSeconds(seconds - 2));
        for (int i = 0; i < 20; i++) {
            assertThat(failure(channel).kind()).isEqualTo(Kind.RATE_LIMITED);
        }
        assertThat(calls).hasValue(1);
        assertThat(channel.breakerState()).isEqualTo(BreakerState.CLOSED);

        clock.advance(Duration.ofSeconds(2));
        assertThat(answer(channel).path("good").asBoolean()).isTrue();
        assertThat(calls).hasValue(2);
    }

    @Test
    void isLetGoWhenItSaysNothing() {
        config.put("call-timeout", "200ms");
        behaviour = HttpServerRequest::resume;

        assertThat(failure(channel()).kind()).isEqualTo(Kind.TIMEOUT);

        await().untilAtomic(open, org.hamcrest.Matchers.equalTo(0));
        assertThat(calls).as("a second wait would be as long").hasValue(1);
    }

    @Test
    void isLetGoWhenItStopsInTheMiddle() {
        config.put("call-timeout", "200ms");
        behaviour = request -> json(request).setChunked(true).write("{\"good\":");

        assertThat(failure(channel()).kind()).isEqualTo(Kind.TIMEOUT);

        await().untilAtomic(open, org.hamcrest.Matchers.equalTo(0));
    }

    @Test
    void isAskedOnceMoreAfterAReset() {
        config.put("retries", "1");
        config.put("retry-delay", "10ms");
        behaviour = request -> {
            if (calls.get() == 1) {
                json(request).setChunked(true).write("{\"good\":");
                vertx.setTimer(20, late -> request.connection().close());
            } else {
                good(request);
            }
        };

        assertThat(answer(channel()).path("good").asBoolean()).isTrue();
        assertThat(calls).hasValue(2);
    }

    @Test
    void isNotBelievedWhenItAnswersSomethingElse() {
        config.put("breaker-volume", "100");
        SourceChannel channel = channel();

        behaviour = request -> json(request).end("{\"good\":tr");
        assertThat(failure(channel).kind()).isEqualTo(Kind.BROKEN);
        behaviour = request -> json(request).end("[1]");
        assertThat(failure(channel).kind()).isEqualTo(Kind.BROKEN);
        behaviour = request -> json(request).end();
        assertThat(failure(channel).kind()).isEqualTo(Kind.BROKEN);
        behaviour = request ->
                request.response().putHeader("Content-Type", "text/html").end("{\"good\":true}");
        assertThat(failure(channel).kind()).isEqualTo(Kind.BROKEN);
        behaviour = request -> json(request)
                .setStatusCode(302)
                .putHeader("Location", "http://localhost:1/")
                .end();
        assertThat(failure(channel).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void isReadNoFurtherThanTheLimit() {
        config.put("breaker-volume", "1000");
        AtomicLong sent = new AtomicLong();
        behaviour = request -> endless(json(request), sent, 50L * MIB);
        SourceChannel channel = channel();

        for (int i = 0; i < 5; i++) {
            assertThat(failure(channel).kind()).isEqualTo(Kind.BROKEN);
        }

        await().untilAtomic(open, org.hamcrest.Matchers.equalTo(0));
        // A megabyte each, and what the sockets' own buffers held at that moment.
        assertThat(sent.get() / calls.get()).isLessThan(15L * MIB);
    }

    @Test
    void takesLittleMemoryHoweverManyAsk() {
        AtomicLong sent = new AtomicLong();
        int justBelow = MIB - 64 * 1024;
        behaviour = request -> endless(json(request), sent, justBelow);
        SourceChannel channel = channel();
        long before = usedHeap();

        for (int i = 0; i < 200; i++) {
            channel.get(address()).subscribe().with(answer -> {}, failure -> {});
        }
        await().untilAtomic(sent, org.hamcrest.Matchers.greaterThanOrEqualTo(3L * justBelow));

        assertThat(usedHeap() - before).isLessThan(20L * MIB);
        assertThat(calls).hasValue(3);
    }

    private static void good(HttpServerRequest request) {
        json(request).end("{\"good\":true}");
    }

    private static HttpServerResponse json(HttpServerRequest request) {
        return request.response().putHeader("Content-Type", "application/json");
    }

    /** Sends as much as the reader takes, and never says that this was all. */
    private static void endless(HttpServerResponse response, AtomicLong sent, long most) {
        Buffer block = Buffer.buffer("x".repeat(64 * 1024));
        long[] left = {most};
        Runnable pump = () -> {
            while (left[0] > 0 && !response.closed() && !response.writeQueueFull()) {
                left[0] -= block.length();
                sent.addAndGet(block.length());
                response.write(block.copy());
            }
        };
        response.exceptionHandler(gone -> left[0] = 0);
        response.setChunked(true).drainHandler(drained -> pump.run());
        pump.run();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Arguments refusal(String form, int seconds, Function<Instant, Map<String, String>> headers) {
        return Arguments.of(form, seconds, headers);
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private static String epoch(Instant moment) {
        return Long.toString(moment.getEpochSecond());
    }

    private URI address() {
        return URI.create("http://localhost:" + server.actualPort() + "/");
    }

    private JsonNode answer(SourceChannel channel) {
        return channel.get(address()).await().atMost(Duration.ofSeconds(10));
    }

    private SourceException failure(SourceChannel channel) {
        return channel.get(address())
                .map(answer -> SourceException.of(Kind.REFUSED, "it did answer: " + answer))
                .onFailure(SourceException.class)
                .recoverWithItem(failure -> failure)
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private SourceChannel channel() {
        SourceLimits limits = TestLimits.of(config);
        return new SourceChannel(
                "fake",
                limits,
                http,
                new SourceBudget("fake", limits, new SharedBuckets(Replica.alone()), clock, System::nanoTime),
                new SourceMetrics(new SimpleMeterRegistry(), "fake"),
                clock,
                System::nanoTime);
    }
}
