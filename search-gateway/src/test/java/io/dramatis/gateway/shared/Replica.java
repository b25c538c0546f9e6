package io.dramatis.gateway.shared;

import static org.awaitility.Awaitility.await;

import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.test.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one replica of the gateway has of what they share: a connection, event loops and figures of its own. */
public final class Replica implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SharedStoreConfig config;
    private final SharedStore store;

    private Replica(TestRedis redis, Map<String, String> config) {
        RedisOptions options = new RedisOptions()
                .setConnectionString(redis.url())
                .setNetClientOptions(new NetClientOptions().setReadIdleTimeout(5));
        this.config = config(config);
        this.store = new SharedStore(Redis.createClient(vertx, options), this.config, vertx, meters);
    }

    /** A replica that has found Redis, and is patient with it, as the machine may be busy. */
    public static Replica of(TestRedis redis) {
        Replica replica = with(redis, Map.of("timeout", "3s"));
        await().until(replica.store::connected);
        return replica;
    }

    /** @param config below {@code dramatis.gateway.redis}, beyond a fast look for a Redis that is away */
    static Replica with(TestRedis redis, Map<String, String> config) {
        return new Replica(redis, config);
    }

    /** What there is where no Redis is named. */
    public static SharedStore alone() {
        return new SharedStore((Redis) null, config(Map.of()), null, new SimpleMeterRegistry());
    }

    static SharedStoreConfig config(Map<String, String> config) {
        Map<String, String> all = new HashMap<>();
        all.put("redis.retry-every", "100ms");
        config.forEach((key, value) -> all.put("redis." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(all)
                .withMapping(SharedStoreConfig.class, "redis")
                .build()
                .getConfigMapping(SharedStoreConfig.class, "redis");
    }

    public SharedStore store() {
        return store;
    }

    public SharedStoreConfig config() {
        return config;
    }

    public SharedBuckets buckets() {
        return new SharedBuckets(store);
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    @Override
    public void close() {
        store.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
