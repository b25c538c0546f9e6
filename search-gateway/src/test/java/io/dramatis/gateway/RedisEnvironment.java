package io.dramatis.gateway;

import io.dramatis.test.TestRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A Redis for the gateway, beside {@link GatewayEnvironment}. */
public class RedisEnvironment implements QuarkusTestResourceLifecycleManager {

    private static TestRedis redis;

    public static TestRedis redis() {
        return redis;
    }

    @Override
    public Map<String, String> start() {
        redis = TestRedis.start();
        return Map.of(
                "dramatis.gateway.redis.url",
                redis.url(),
                // The machine that runs the tests may be busy.
                "dramatis.gateway.redis.timeout",
                "3s",
                "dramatis.gateway.redis.retry-every",
                "200ms");
    }

    @Override
    public void stop() {
        redis.close();
    }
}
