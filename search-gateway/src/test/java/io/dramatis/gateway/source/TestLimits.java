package io.dramatis.gateway.source;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** A source's limits as they would be configured; generous where a test says nothing. */
final class TestLimits {

    private TestLimits() {}

    static SourceLimits of(Map<String, String> config) {
        Map<String, String> all =
                new HashMap<>(Map.of("test.budget-per-minute", "60000", "test.burst", "1000", "test.retries", "0"));
        config.forEach((key, value) -> all.put("test." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(all)
                .withMapping(SourceLimits.class, "test")
                .build()
                .getConfigMapping(SourceLimits.class, "test");
    }
}
