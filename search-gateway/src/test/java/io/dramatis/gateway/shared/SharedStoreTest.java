package io.dramatis.gateway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dramatis.test.TestRedis;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedStoreTest {

    private static final Script ECHO = Script.of("return ARGV[1]");

    private static TestRedis redis;

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void keepsValuesForTheirLifeOnly() throws Exception {
        try (Replica one = Replica.of(redis);
                Replica other = Replica.of(redis)) {
            result(one.store().put(SharedUse.ANSWERS, "a", Buffer.buffer("x\u0000ü"), Duration.ofMinutes(1)));
            assertThat(result(other.store().get(SharedUse.ANSWERS, "a"))).isEqualTo(Buffer.buffer("x\u0000ü"));
            assertThat(result(other.store().get(SharedUse.ANSWERS, "b"))).isNull();

            result(one.store().put(SharedUse.ANSWERS, "a", Buffer.buffer("y"), Duration.ofMillis(1)));
            await().untilAsserted(() -> assertThat(result(other.store().get(SharedUse.ANSWERS, "a")))
                    .isNull());
        }
    }

    @Test
    void countsTheReplicasThatAreThere() {
        try (Replica one = Replica.of(redis)) {
            try (Replica other = Replica.of(redis)) {
                await().until(() -> one.store().replicas() == 2 && other.store().replicas() == 2);
                assertThat(one.store().dividedReplicas()).isEqualTo(1);
            }
            await().until(() -> one.store().replicas() == 1);
        }
    }

    @Test
    void goesOnWithoutARedisThatDiesAndSaysSoOnce() throws Exception {
        try (Log log = new Log();
                Replica replica = Replica.of(redis)) {
            AtomicInteger returns = new AtomicInteger();
            replica.store().onReturn(returns::incrementAndGet);
            assertThat(result(replica.store().run(SharedUse.ANSWERS, ECHO, "k", "hello"))
                            .toString())
                    .isEqualTo("hello");

            redis.kill();
            await().until(() -> !replica.store().connected());
            for (int i = 0; i < 50; i++) {
                Future<Buffer> value = replica.store().get(SharedUse.ANSWERS, "a");
                assertThat(value.failed()).as("nobody waits for it").isTrue();
            }
            assertThat(replica.meters()
                            .get("dramatis.redis.fallbacks")
                            .tag("use", "answers")
                            .counter()
                            .count())
                    .isGreaterThanOrEqualTo(50);
            assertThat(replica.meters().get("dramatis.redis.connected").gauge().value())
                    .isZero();

            redis.startAgain();
            await().until(replica.store()::connected);
            assertThat(result(replica.store().run(SharedUse.ANSWERS, ECHO, "k", "again"))
                            .toString())
                    .as("a script that Redis has forgotten")
                    .isEqualTo("again");
            assertThat(returns).hasValue(1);
            assertThat(log.messages())
                    .filteredOn(line -> line.contains("away:"))
                    .hasSize(1);
            assertThat(log.messages())
                    .filteredOn(line -> line.contains("is back"))
                    .hasSize(1);
        }
    }

    @Test
    void waitsForARedisThatHangsNoLongerThanOnce() throws Exception {
        try (Log log = new Log();
                Replica replica = Replica.with(redis, Map.of("timeout", "150ms"))) {
            await().until(replica.store()::connected);
            redis.halt();
            try {
                await().until(() -> !replica.store().connected());
                assertThat(replica.store().get(SharedUse.ANSWERS, "a").failed()).isTrue();
            } finally {
                redis.resume();
            }
            await().until(replica.store()::connected);
            assertThat(log.messages())
                    .filteredOn(line -> line.contains("away:"))
                    .isNotEmpty();
        }
    }

    @Test
    void startsWithoutARedisAndFindsItLater() throws Exception {
        redis.kill();
        try (Log log = new Log();
                Replica replica = Replica.with(redis, Map.of("timeout", "3s", "assumed-replicas", "3"))) {
            await().until(() -> !log.messages().isEmpty());
            assertThat(replica.store().connected()).isFalse();
            assertThat(replica.store().dividedReplicas())
                    .as("others, who cannot be counted")
                    .isEqualTo(3);

            redis.startAgain();
            await().until(replica.store()::connected);
            assertThat(replica.store().dividedReplicas()).isEqualTo(1);
            assertThat(log.messages()).hasSize(2);
        } finally {
            redis.kill();
            redis.startAgain();
        }
    }

    @Test
    void isNothingWhereNoRedisIsNamed() {
        SharedStore store = Replica.alone();

        assertThat(store.configured()).isFalse();
        assertThat(store.connected()).isFalse();
        assertThat(store.dividedReplicas()).isEqualTo(1);
        assertThat(store.fallbacks()).isZero();
    }

    @Test
    void failsWhereAScriptDoes() {
        try (Replica replica = Replica.of(redis)) {
            Script broken = Script.of("return redis.call('NOSUCHCOMMAND')");
            assertThatThrownBy(() -> result(replica.store().run(SharedUse.ANSWERS, broken, "k")))
                    .hasStackTraceContaining("Unknown Redis command");
            assertThat(replica.store().connected())
                    .as("it is there, it only refused")
                    .isTrue();
        }
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** What the store writes while this is open. */
    private static final class Log extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger(SharedStore.class.getName());
        private final List<String> messages = new CopyOnWriteArrayList<>();

        Log() {
            logger.addHandler(this);
        }

        List<String> messages() {
            return messages;
        }

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= java.util.logging.Level.INFO.intValue()) {
                messages.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
