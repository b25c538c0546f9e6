package io.dramatis.gateway.shared;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * What replicas of the gateway keep together, in Redis. Nobody waits for it longer than its timeout: what fails here
 * is to be done without it, and while it is known to be away every command fails at once. Whether it is there is
 * looked after by one timer, so that no request ever pays for finding out.
 */
@Startup
@ApplicationScoped
public class SharedStore {

    private static final Logger LOG = Logger.getLogger(SharedStore.class);

    private static final String REPLICAS = "dramatis:replicas";

    /** Signs of life that a replica may miss before it no longer counts. */
    private static final int MISSED_SIGNS = 10;

    private static final Script SIGN_OF_LIFE = Script.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return redis.call('ZCARD', KEYS[1])
            """);

    private final Redis redis;
    private final SharedStoreConfig config;
    private final Vertx vertx;
    private final InstantSource clock = InstantSource.system();
    private final String replica = UUID.randomUUID().toString();
    private final Map<SharedUse, Counter> fallbacks = new EnumMap<>(SharedUse.class);
    private final List<Runnable> onReturn = new CopyOnWriteArrayList<>();
    private final AtomicReference<RedisConnection> connection = new AtomicReference<>();
    private final AtomicReference<Instant> awaySince = new AtomicReference<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final long timer;
    private volatile int replicas;

    @Inject
    SharedStore(InjectableInstance<Redis> redis, SharedStoreConfig config, Vertx vertx, MeterRegistry registry) {
        // The client is active where quarkus.redis.hosts is set, to which our own setting leads.
        this(redis.listActive().stream().findFirst().orElse(null), config, vertx, registry);
    }

    /** @param redis null where there is none */
    SharedStore(Redis redis, SharedStoreConfig config, Vertx vertx, MeterRegistry registry) {
        this.redis = redis;
        this.config = config;
        this.vertx = vertx;
        this.replicas = config.assumedReplicas();
        if (redis == null) {
            this.timer = -1;
            return;
        }
        for (SharedUse use : SharedUse.values()) {
            fallbacks.put(
                    use,
                    Counter.builder("dramatis.redis.fallbacks")
                            .description("What was done without Redis because it was away, slow or refused")
                            .tag("use", use.tag())
                            .register(registry));
        }
        Gauge.builder("dramatis.redis.connected", () -> connected() ? 1 : 0)
                .description("1 while replicas share their state, 0 while each is on its own")
                .strongReference(true)
                .register(registry);
        Gauge.builder("dramatis.redis.replicas", () -> replicas)
                .description("Replicas that share their state, as last counted")
                .strongReference(true)
                .register(registry);
        this.timer = vertx.setPeriodic(0, config.retryEvery().toMillis(), tick -> look());
    }

    @PreDestroy
    void close() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
        RedisConnection last = connection.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }

    /** Whether there is a Redis to share anything in, reachable or not. */
    public boolean configured() {
        return redis != null;
    }

    public boolean connected() {
        return connection.get() != null;
    }

    /** Replicas as last counted; 1 without Redis. */
    public int replicas() {
        return redis == null ? 1 : replicas;
    }

    /** How many replicas cannot agree at the moment and so have to divide what is to be shared; 1 while they can. */
    public int dividedReplicas() {
        return redis == null || connected() ? 1 : replicas;
    }

    /** How often something was done without Redis although it should not have been. */
    public long fallbacks() {
        return (long) fallbacks.values().stream().mapToDouble(Counter::count).sum();
    }

    /** Runs {@code action} each time that Redis can be reached (again): it may have forgotten everything. */
    public void onReturn(Runnable action) {
        onReturn.add(action);
    }

    /** Runs a script on one key, which gets the use's prefix. Fails where Redis does not answer well in time. */
    public Future<Response> run(SharedUse use, Script script, String key, String... arguments) {
        return ask(use, redis -> run(redis, script, use.key(key), arguments));
    }

    /** The value under a key, null where there is none. Fails where Redis does not answer well in time. */
    public Future<Buffer> get(SharedUse use, String key) {
        Request get = Request.cmd(Command.GET).arg(use.key(key));
        return ask(use, redis -> send(redis, get)).map(value -> value == null ? null : value.toBuffer());
    }

    /** Keeps a value for as long as {@code life}. Fails where Redis does not answer well in time. */
    public Future<Void> put(SharedUse use, String key, Buffer value, Duration life) {
        Request set =
                Request.cmd(Command.SET).arg(use.key(key)).arg(value).arg("PX").arg(Math.max(1, life.toMillis()));
        return ask(use, redis -> send(redis, set)).mapEmpty();
    }

    private interface Question {
        Future<Response> put(RedisConnection redis);
    }

    private Future<Response> ask(SharedUse use, Question question) {
        RedisConnection current = connection.get();
        if (current == null) {
            count(use);
            return Future.failedFuture("Redis is away");
        }
        return question.put(current).onFailure(failure -> {
            count(use);
            LOG.debugf("redis command failed use=%s reason=%s", use, failure.getMessage());
            if (failure instanceof TimeoutException) {
                lost(current, failure);
            }
        });
    }

    private void count(SharedUse use) {
        Counter counter = fallbacks.get(use);
        if (counter != null) {
            counter.increment();
        }
    }

    private Future<Response> run(RedisConnection redis, Script script, String key, String... arguments) {
        return send(redis, script(Command.EVALSHA, script.sha1(), key, arguments))
                // Redis forgets its scripts when it is started again.
                .recover(failure ->
                        failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT")
                                ? send(redis, script(Command.EVAL, script.text(), key, arguments))
                                : Future.failedFuture(failure));
    }

    private static Request script(Command command, String script, String key, String... arguments) {
        Request request = Request.cmd(command).arg(script).arg(1).arg(key);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return request;
    }

    private Future<Response> send(RedisConnection redis, Request request) {
        return redis.send(request).timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        RedisConnection current = connection.get();
        Future<?> look = current == null ? connect() : signOfLife(current).onFailure(failure -> lost(current, failure));
        look.onComplete(done -> looking.set(false));
    }

    private Future<?> connect() {
        return redis.connect()
                .compose(opened -> {
                    opened.exceptionHandler(failure -> lost(opened, failure));
                    opened.endHandler(end -> lost(opened, new IllegalStateException("the connection was closed")));
                    return signOfLife(opened)
                            .onSuccess(counted -> found(opened))
                            .onFailure(failure -> opened.close());
                })
                .onFailure(this::away);
    }

    /** Also tells whether Redis takes writes, which one that is loading or a follower does not. */
    private Future<Response> signOfLife(RedisConnection redis) {
        long life = config.retryEvery().toMillis() * MISSED_SIGNS;
        return run(redis, SIGN_OF_LIFE, REPLICAS, replica, Long.toString(life))
                .onSuccess(count -> replicas = Math.max(1, count.toInteger()));
    }

    private void found(RedisConnection opened) {
        connection.set(opened);
        Instant since = awaySince.getAndSet(null);
        if (since == null) {
            LOG.infof(
                    "redis connected: replicas share source budgets, client limits and answers replicas=%d", replicas);
        } else {
            LOG.infof(
                    "redis is back away_s=%d",
                    Duration.between(since, clock.instant()).toSeconds());
        }
        onReturn.forEach(Runnable::run);
    }

    private void lost(RedisConnection gone, Throwable reason) {
        if (connection.compareAndSet(gone, null)) {
            gone.close();
            away(reason);
        }
    }

    private void away(Throwable reason) {
        if (awaySince.compareAndSet(null, clock.instant())) {
            LOG.warnf(
                    "redis is away: this replica goes on by itself replicas=%d reason=%s",
                    replicas, reason.getMessage());
        }
    }
}
