package io.dramatis.kit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.test.Databases;
import io.dramatis.test.FrozenDatabase;
import io.dramatis.test.PlatformResources;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pools of their own, with limits short enough to be reached, at the tests' PostgreSQL. */
@QuarkusTest
@WithTestResource(PlatformResources.class)
class BoundedPoolTest {

    private static final int SIZE = 16;

    /** What the server calls the connections of one test: others' statements may still run. */
    private final String name = "pool-test-" + UUID.randomUUID();

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        get(vertx.close());
    }

    @Test
    void losesNoConnectionThatComesAsItsWaiterGivesUp() throws Exception {
        Pool pool = pool(1, new Limits());
        List<Context> contexts = contexts();
        Context ours = contexts.get(0);
        Context theConnections = contexts.get(1);
        get(on(theConnections, pool::getConnection).compose(SqlConnection::close));
        SqlConnection only = get(on(ours, pool::getConnection));
        Future<SqlConnection> waiter = on(ours, pool::getConnection);
        CountDownLatch busy = new CountDownLatch(1);
        theConnections.runOnContext(ignored -> awaitQuietly(busy));

        // Given to the waiter at once, but it learns of it from a thread that is busy until after its limit.
        ours.runOnContext(ignored -> only.close());
        await().until(waiter::isComplete);
        busy.countDown();

        assertThat(waiter.cause()).isInstanceOf(VertxException.class);
        get(on(ours, pool::getConnection).compose(SqlConnection::close));
    }

    @Test
    void losesNoConnectionInABurst() throws Exception {
        Limits limits = new Limits();
        limits.poolWait = Duration.ofMillis(300);
        Pool pool = pool(SIZE, limits);
        List<Context> contexts = contexts();

        List<Future<?>> asked = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            asked.add(on(contexts.get(i % contexts.size()), () -> pool.getConnection()
                    .compose(connection ->
                            connection.query("select pg_sleep(0.01)").execute().eventually(() -> connection.close()))));
        }
        await().until(() -> asked.stream().allMatch(Future::isComplete));

        assertThat(asked.stream().filter(Future::failed).map(Future::cause))
                .as("those who came too late")
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause).isInstanceOf(VertxException.class));
        assertThat(asked.stream().filter(Future::succeeded)).isNotEmpty();
        assertThatAllAreThere(pool, SIZE);
    }

    @Test
    void losesNoConnectionToClientsThatGoAway() throws Exception {
        Pool pool = pool(SIZE, new Limits());
        Random random = new Random(7);
        var mutiny = io.vertx.mutiny.sqlclient.Pool.newInstance(pool);

        List<Cancellable> asked = IntStream.range(0, 300)
                .mapToObj(i -> mutiny.query("select pg_sleep(0.01)")
                        .execute()
                        .subscribe()
                        .with(rows -> {}, failure -> {}))
                .toList();
        for (Cancellable one : asked) {
            if (random.nextInt(10) == 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(5));
            }
            one.cancel();
        }

        assertThatAllAreThere(pool, SIZE);
    }

    @Test
    void refusesAtOnceWhereTooManyWait() throws Exception {
        Limits limits = new Limits();
        limits.poolQueue = 3;
        limits.poolWait = Duration.ofSeconds(30);
        Pool pool = pool(1, limits);
        SqlConnection only = get(pool.getConnection());
        List<Future<SqlConnection>> waiting =
                Stream.generate(pool::getConnection).limit(3).toList();

        Future<SqlConnection> oneTooMany = pool.getConnection();

        await().atMost(Duration.ofSeconds(2)).until(oneTooMany::failed);
        assertThat(oneTooMany.cause()).isInstanceOf(ConnectionPoolTooBusyException.class);
        only.close();
        for (Future<SqlConnection> one : waiting) {
            get(one).close();
        }
        get(pool.getConnection().compose(SqlConnection::close));
    }

    @Test
    void closesAConnectionWhoseRequestWaitsTooLongForAnAnswer() throws Exception {
        Pool pool = pool(1, new Limits());
        Context request = request();
        get(on(request, () -> pool.query("select 1").execute()));

        Future<?> slow = on(request, () -> pool.query("select pg_sleep(60)").execute());
        Future<?> next = on(request, () -> pool.query("select 1").execute());
        await().atMost(Duration.ofSeconds(2)).until(slow::isComplete);

        assertThat(slow.cause()).isInstanceOf(VertxException.class).hasMessageContaining("in time");
        await().until(next::isComplete);
        assertThatAllAreThere(pool, 1);
    }

    @Test
    void letsOtherWorkTakeItsTime() throws Exception {
        Pool pool = pool(1, new Limits());

        get(pool.query("select pg_sleep(1.5)").execute());
    }

    @Test
    void isWholeAfterTheServerStoodStill() throws Exception {
        Pool pool = pool(SIZE, new Limits());
        assertThatAllAreThere(pool, SIZE);
        Future<?> patient;
        List<Future<?>> requests = new ArrayList<>();

        FrozenDatabase frozen = FrozenDatabase.freeze();
        try {
            patient = on(contexts().get(0), () -> pool.query("select 1").execute());
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < SIZE; j++) {
                    requests.add(on(
                            request(),
                            () -> pool.withTransaction(
                                    connection -> connection.query("select 1").execute())));
                }
                await().atMost(Duration.ofSeconds(2))
                        .until(() -> requests.stream().allMatch(Future::isComplete));
            }
            assertThat(requests).allSatisfy(one -> assertThat(one.cause()).isInstanceOf(VertxException.class));
            assertThat(patient.isComplete()).isFalse();
        } finally {
            frozen.thaw();
        }

        get(patient);
        assertThatAllAreThere(pool, SIZE);
        await().untilAsserted(() ->
                assertThat(connections()).as("those that were closed are gone").isEqualTo(SIZE));
    }

    /** Each of the pool's connections is to be had, at the same time, and works. */
    private void assertThatAllAreThere(Pool pool, int size) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            List<Future<SqlConnection>> all =
                    Stream.generate(pool::getConnection).limit(size).toList();
            try {
                for (Future<SqlConnection> one : all) {
                    get(get(one).query("select 1").execute());
                }
            } catch (VertxException | TimeoutException e) {
                throw new AssertionError(e);
            } finally {
                all.forEach(one -> one.onSuccess(SqlConnection::close));
            }
        });
    }

    private long connections() {
        return ((Number) Databases.query(
                                "select count(*) as n from pg_stat_activity where application_name = '" + name + "'")
                        .get(0)
                        .get("n"))
                .longValue();
    }

    private Pool pool(int size, Limits limits) {
        PgConnectOptions server = PgConnectOptions.fromUri(setting("quarkus.datasource.reactive.url"))
                .setUser(setting("quarkus.datasource.username"))
                .setPassword(setting("quarkus.datasource.password"))
                .addProperty("application_name", name);
        return new BoundedPool(limits).create(new PgPoolCreator.Input() {
            @Override
            public Vertx vertx() {
                return vertx;
            }

            @Override
            public PoolOptions poolOptions() {
                return new PoolOptions().setMaxSize(size);
            }

            @Override
            public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(server);
            }
        });
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** One for each event loop. */
    private List<Context> contexts() {
        List<Context> contexts = new ArrayList<>();
        while (contexts.size() < 4) {
            ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
            if (contexts.stream()
                    .noneMatch(other -> ((ContextInternal) other).nettyEventLoop() == context.nettyEventLoop())) {
                contexts.add(context);
            }
        }
        return contexts;
    }

    private Context request() {
        ContextInternal request =
                ((VertxInternal) vertx).createEventLoopContext().duplicate();
        RequestMark.put(request);
        return request;
    }

    private static <T> Future<T> on(Context context, Supplier<Future<T>> work) {
        Promise<T> done = Promise.promise();
        context.runOnContext(ignored -> work.get().onComplete(done));
        return done.future();
    }

    private static <T> T get(Future<T> future) throws Exception {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof VertxException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Limits implements DatabaseConfig {

        private Duration poolWait = Duration.ofSeconds(1);
        private int poolQueue = 2_000;

        @Override
        public Duration poolWait() {
            return poolWait;
        }

        @Override
        public int poolQueue() {
            return poolQueue;
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration workTimeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }
    }
}
