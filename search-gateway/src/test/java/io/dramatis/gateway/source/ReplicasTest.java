package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.shared.Replica;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.test.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two replicas' channels to one source, with a real Redis between them. The budgets refill so slowly that their numbers
 * do not depend on how fast the machine is.
 */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ReplicasTest {

    private static final int BURST = 100;
    private static final Supplier<Uni<JsonNode>> GOOD = () -> Uni.createFrom().item(MissingNode.getInstance());

    private final AtomicInteger calls = new AtomicInteger();
    private volatile Supplier<Uni<JsonNode>> behaviour = GOOD;

    /** Their own, as they keep them busy: of the common pool there may be one. */
    private final ExecutorService hammers = Executors.newFixedThreadPool(2);

    private TestRedis redis;
    private SourceLimits limits;
    private Replica firstReplica;
    private Replica secondReplica;
    private SourceChannel first;
    private SourceChannel second;

    @BeforeEach
    void start() {
        redis = TestRedis.start();
        firstReplica = Replica.of(redis);
        secondReplica = Replica.of(redis);
        await().until(() ->
                firstReplica.store().replicas() == 2 && secondReplica.store().replicas() == 2);
        limits = TestLimits.of(Map.of(
                "budget-per-minute", "1",
                "burst", Integer.toString(BURST),
                "rate-limit-header", "X-RateLimit-Limit",
                "breaker-volume", "1000",
                "concurrent", "50",
                "waiting", "1000"));
        first = channel(limits, budget(firstReplica, limits));
        second = channel(limits, budget(secondReplica, limits));
    }

    @AfterEach
    void stop() {
        hammers.shutdownNow();
        firstReplica.close();
        secondReplica.close();
        redis.close();
    }

    @Test
    void neverCallMoreOftenTogetherThanTheBudgetAllows() {
        Queue<Kind> refusals = new ConcurrentLinkedQueue<>();

        IntStream.range(0, 4 * BURST).parallel().forEach(i -> ask(i % 2 == 0 ? first : second, refusals));

        assertThat(calls).hasValue(BURST);
        assertThat(refusals).hasSize(3 * BURST).containsOnly(Kind.RATE_LIMITED);
        assertThat(firstReplica.store().fallbacks() + secondReplica.store().fallbacks())
                .isZero();
    }

    @Test
    void goOnWithTheirPartsWhenRedisIsKilledUnderLoad() throws Exception {
        Queue<Kind> refusals = new ConcurrentLinkedQueue<>();
        AtomicBoolean killed = new AtomicBoolean();
        CompletableFuture<?> load =
                CompletableFuture.allOf(hammer(first, killed, refusals), hammer(second, killed, refusals));

        await().until(() -> calls.get() >= 30);
        redis.kill();
        killed.set(true);
        load.get(60, TimeUnit.SECONDS);

        assertThat(refusals).as("no request has failed for want of Redis").containsOnly(Kind.RATE_LIMITED);
        assertThat(calls.get()).as("each kept to its part of what was left").isBetween(30, BURST + BURST / 2);

        await().until(() ->
                !firstReplica.store().connected() && !secondReplica.store().connected());
        int before = calls.get();
        redis.startAgain();
        await().until(() ->
                firstReplica.store().connected() && secondReplica.store().connected());
        refusals.clear();
        IntStream.range(0, BURST).parallel().forEach(i -> ask(i % 2 == 0 ? first : second, refusals));
        assertThat(calls.get() - before)
                .as("Redis has forgotten what they had spent, they have not")
                .isLessThanOrEqualTo(BURST / 2);
        assertThat(refusals).containsOnly(Kind.RATE_LIMITED);
    }

    @Test
    void divideTheBudgetWhileRedisIsAway() {
        redis.kill();
        await().until(() ->
                !firstReplica.store().connected() && !secondReplica.store().connected());

        IntStream.range(0, 2 * BURST).forEach(i -> ask(first, new ConcurrentLinkedQueue<>()));
        assertThat(calls).hasValue(BURST / 2);
        assertThat(firstReplica.store().fallbacks()).isEqualTo(BURST / 2);

        IntStream.range(0, 2 * BURST).forEach(i -> ask(second, new ConcurrentLinkedQueue<>()));
        assertThat(calls).hasValue(BURST);
    }

    @Test
    void leaveASourceAloneThatHasAskedOneOfThem() {
        behaviour = () -> Uni.createFrom()
                .failure(SourceException.retryLater(Kind.RATE_LIMITED, "status 429", Duration.ofSeconds(30)));
        assertThat(ask(first)).isEqualTo(Kind.RATE_LIMITED);

        behaviour = GOOD;
        assertThat(ask(second)).isEqualTo(Kind.RATE_LIMITED);

        assertThat(calls).hasValue(1);
        assertThat(second.stats().pausedUntil()).isAfter(InstantSource.system().instant());
        assertThat(second.stats().tokensLeft()).isZero();
    }

    @Test
    void knowFromOneAnotherThatASourceIsSwitchedOff() {
        behaviour = () -> Uni.createFrom().failure(SourceException.of(Kind.SWITCHED_OFF, "status 403"));
        assertThat(ask(first)).isEqualTo(Kind.SWITCHED_OFF);

        assertThat(ask(second)).isEqualTo(Kind.SWITCHED_OFF);

        assertThat(calls).hasValue(1);
        assertThat(second.breakerState()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void rememberAPauseThatRedisHasForgotten() {
        behaviour = () -> Uni.createFrom()
                .failure(SourceException.retryLater(Kind.RATE_LIMITED, "status 429", Duration.ofSeconds(60)));
        assertThat(ask(first)).isEqualTo(Kind.RATE_LIMITED);
        behaviour = GOOD;

        redis.kill();
        await().until(() -> !firstReplica.store().connected());
        redis.startAgain();
        await().until(() ->
                firstReplica.store().connected() && secondReplica.store().connected());

        // Each time as a replica that has never asked, so that it knows of the pause by Redis only.
        await().untilAsserted(() -> assertThat(budget(secondReplica, limits)
                        .take()
                        .map(granted -> "granted")
                        .onFailure(SourceException.class)
                        .recoverWithItem(refusal -> refusal.kind().name())
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .isEqualTo("RATE_LIMITED"));
    }

    @Test
    void keepToTheRateThatTheSourceHasNamedToOneOfThem() {
        SourceLimits named = TestLimits.of(
                Map.of("budget-per-minute", "60", "burst", "1", "rate-limit-header", "X-RateLimit-Limit"));
        SourceBudget one =
                new SourceBudget("named", named, firstReplica.buckets(), InstantSource.system(), System::nanoTime);
        SourceBudget other =
                new SourceBudget("named", named, secondReplica.buckets(), InstantSource.system(), System::nanoTime);

        one.observe(MultiMap.caseInsensitiveMultiMap().add("X-RateLimit-Limit", "2"));
        one.take().await().atMost(Duration.ofSeconds(5));

        assertThat(other.take()
                        .map(granted -> Duration.ZERO)
                        .onFailure(SourceException.class)
                        .recoverWithItem(refusal -> refusal.retryAfter().orElseThrow())
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .as("half a minute for a token")
                .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    }

    private CompletableFuture<Void> hammer(SourceChannel channel, AtomicBoolean killed, Queue<Kind> refusals) {
        return CompletableFuture.runAsync(
                () -> {
                    int after = 0;
                    while (after < 2 * BURST) {
                        // So slowly at first that there is something left to lose.
                        if (killed.get() || calls.get() < 40) {
                            ask(channel, refusals);
                        } else {
                            Thread.onSpinWait();
                        }
                        if (killed.get()) {
                            after++;
                        }
                    }
                },
                hammers);
    }

    private static SourceBudget budget(Replica replica, SourceLimits limits) {
        return new SourceBudget("fake", limits, replica.buckets(), InstantSource.system(), System::nanoTime);
    }

    private static SourceChannel channel(SourceLimits limits, SourceBudget budget) {
        return new SourceChannel(
                "fake",
                limits,
                null,
                budget,
                new SourceMetrics(new SimpleMeterRegistry(), "fake"),
                InstantSource.system(),
                System::nanoTime);
    }

    private Kind ask(SourceChannel channel) {
        Queue<Kind> refusals = new ConcurrentLinkedQueue<>();
        ask(channel, refusals);
        return refusals.poll();
    }

    private void ask(SourceChannel channel, Queue<Kind> refusals) {
        channel.call(() -> {
                    calls.incrementAndGet();
                    return behaviour.get();
                })
                .onFailure(SourceException.class)
                .invoke(refusal -> refusals.add(refusal.kind()))
                .onFailure(SourceException.class)
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
