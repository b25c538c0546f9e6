package io.dramatis.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.gateway.limit.SharedBuckets.Outcome;
import io.dramatis.gateway.limit.SharedBuckets.Taken;
import io.dramatis.gateway.limit.SharedBuckets.Told;
import io.dramatis.gateway.shared.Replica;
import io.dramatis.gateway.shared.SharedUse;
import io.dramatis.test.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedBucketsTest {

    /** Of the shared rule, for tests in which time hardly matters. */
    private static final int ONE_A_MINUTE = 1;

    private static TestRedis redis;

    private Replica one;
    private Replica other;
    private String key;

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void replicas() {
        one = Replica.of(redis);
        other = Replica.of(redis);
        key = "test-" + System.nanoTime();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void givesNoTokenTwiceToAnyNumberOfReplicasAndThreads() {
        TokenBucket first = bucket(ONE_A_MINUTE, 500);
        TokenBucket second = bucket(ONE_A_MINUTE, 500);

        long granted = IntStream.range(0, 3_000)
                .parallel()
                .mapToObj(
                        i -> i % 2 == 0 ? take(one, first, ONE_A_MINUTE, 500) : take(other, second, ONE_A_MINUTE, 500))
                .filter(Taken::granted)
                .count();

        assertThat(granted).isEqualTo(500);
        assertThat(one.store().fallbacks() + other.store().fallbacks()).isZero();
    }

    @Test
    void refillsByTheClockOfRedis() {
        TokenBucket first = bucket(600, 2);
        take(one, first, 600, 2);
        take(one, first, 600, 2);

        Taken refused = take(other, bucket(600, 2), 600, 2);
        assertThat(refused.outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(refused.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofMillis(100));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> take(other, bucket(600, 2), 600, 2).granted());
    }

    @Test
    void knowsAfterOneQuestionWhatOthersHaveTaken() {
        TokenBucket first = bucket(ONE_A_MINUTE, 4);
        TokenBucket second = bucket(ONE_A_MINUTE, 4);
        IntStream.range(0, 3).forEach(i -> take(one, first, ONE_A_MINUTE, 4));

        assertThat(second.tokensLeft()).isEqualTo(4);
        assertThat(take(other, second, ONE_A_MINUTE, 4).granted()).isTrue();

        assertThat(second.tokensLeft()).isZero();
        assertThat(take(other, second, ONE_A_MINUTE, 4).outcome()).isEqualTo(Outcome.EMPTY);
    }

    @Test
    void passesAPauseOn() {
        tell(one, Told.pause(Duration.ofSeconds(30), "SWITCHED_OFF"));
        tell(one, Told.pause(Duration.ofSeconds(5), "RATE_LIMITED"));

        Taken refused = take(other, bucket(60, 10), 60, 10);

        assertThat(refused.outcome()).isEqualTo(Outcome.PAUSED);
        assertThat(refused.reason()).as("the longer one holds").isEqualTo("SWITCHED_OFF");
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    }

    @Test
    void endsAPauseOnTime() {
        tell(one, Told.pause(Duration.ofMillis(200), "RATE_LIMITED"));

        assertThat(take(other, bucket(60, 10), 60, 10).granted()).isFalse();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> take(other, bucket(60, 10), 60, 10).granted());
    }

    @Test
    void passesALowerRateOnAndAHigherOneBack() {
        tell(one, Told.rate(6));
        assertThat(take(other, bucket(60, 1), 60, 1).perMinute()).isEqualTo(6);

        Taken refused = take(other, bucket(60, 1), 60, 1);
        assertThat(refused.outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(millisUntilFull()).as("a token takes ten seconds").isBetween(5_000L, 10_000L);

        tell(other, Told.rate(100));
        assertThat(take(one, bucket(60, 10), 60, 10).perMinute())
                .as("never above our own")
                .isEqualTo(60);
    }

    @Test
    void leavesNothingBehind() throws Exception {
        take(one, bucket(60, 10), 60, 10);
        tell(one, new Told(Duration.ofSeconds(3), "RATE_LIMITED", 6, Duration.ofSeconds(2)));
        take(one, bucket(60, 10), SharedUse.CLIENT_LIMITS, 60, 10);

        List<String> keys = command(Request.cmd(Command.KEYS).arg("*")).stream()
                .map(Response::toString)
                .toList();
        assertThat(keys).hasSizeGreaterThanOrEqualTo(3).allSatisfy(each -> {
            assertThat(each).startsWith("dramatis:");
            assertThat(command(Request.cmd(Command.PTTL).arg(each)).toLong())
                    .as(each)
                    .isBetween(1L, 3_600_000L);
        });
    }

    @Test
    void asksNothingForWhatItsOwnBucketRefuses() {
        TokenBucket own = bucket(ONE_A_MINUTE, 1);
        take(one, own, ONE_A_MINUTE, 1);
        redis.kill();
        try {
            await().until(() -> !one.store().connected());
            IntStream.range(0, 10)
                    .forEach(i -> assertThat(take(one, own, ONE_A_MINUTE, 1).granted())
                            .isFalse());
            assertThat(one.store().fallbacks()).isZero();
        } finally {
            redis.startAgain();
        }
    }

    @Test
    void decidesByItselfWhileRedisIsAwayAndCountsThat() {
        redis.kill();
        try {
            await().until(() -> !one.store().connected());
            TokenBucket own = bucket(ONE_A_MINUTE, 3);

            long granted = IntStream.range(0, 10)
                    .filter(i -> take(one, own, ONE_A_MINUTE, 3).granted())
                    .count();

            assertThat(granted).isEqualTo(3);
            assertThat(one.store().fallbacks()).isEqualTo(3);
            tell(one, Told.rate(1));
        } finally {
            redis.startAgain();
        }
    }

    @Test
    void answersAtOnceWhereNoRedisIsNamed() {
        SharedBuckets alone = new SharedBuckets(Replica.alone());
        TokenBucket own = bucket(ONE_A_MINUTE, 1);

        assertThat(alone.take(SharedUse.CLIENT_LIMITS, key, own, ONE_A_MINUTE, 1)
                        .result()
                        .granted())
                .isTrue();
        assertThat(alone.take(SharedUse.CLIENT_LIMITS, key, own, ONE_A_MINUTE, 1)
                        .result()
                        .granted())
                .isFalse();
    }

    private static TokenBucket bucket(int perMinute, int burst) {
        return new TokenBucket(perMinute, burst, System::nanoTime);
    }

    private Taken take(Replica replica, TokenBucket own, int perMinute, int burst) {
        return take(replica, own, SharedUse.SOURCE_BUDGETS, perMinute, burst);
    }

    private Taken take(Replica replica, TokenBucket own, SharedUse use, int perMinute, int burst) {
        return replica.buckets()
                .take(use, key, own, perMinute, burst)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void tell(Replica replica, Told told) {
        replica.buckets()
                .tell(SharedUse.SOURCE_BUDGETS, key, told)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private long millisUntilFull() {
        TokenBucket fresh = bucket(60, 1);
        take(one, fresh, 60, 1);
        return fresh.untilFull().toMillis();
    }

    private static Response command(Request request) {
        Vertx vertx = Vertx.vertx();
        try {
            return Redis.createClient(vertx, redis.url())
                    .send(request)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
