package io.dramatis.gateway.source;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** One source's figures. Meters are looked up once: building their tags for every search would cost more than it. */
final class SourceMetrics {

    /** How the cache served a search. */
    enum CacheResult {
        HIT,
        STALE,
        NEGATIVE,
        MISS,
        COALESCED
    }

    private final MeterRegistry registry;
    private final String source;
    private final Timer latency;
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final Map<CacheResult, Counter> cacheResults = new ConcurrentHashMap<>();

    SourceMetrics(MeterRegistry registry, String source) {
        this.registry = registry;
        this.source = source;
        this.latency = Timer.builder("dramatis.source.latency")
                .description("Time of one call to an outside source, good or bad")
                .tag("source", source)
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
        for (CacheResult result : CacheResult.values()) {
            cacheResults.put(
                    result,
                    Counter.builder("dramatis.source.cache")
                            .description("Searches by what the cache had for them")
                            .tag("source", source)
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void watch(IntSupplier breakerState, IntSupplier tokensLeft) {
        Gauge.builder("dramatis.source.breaker.state", breakerState, IntSupplier::getAsInt)
                .description("0 closed, 1 half open, 2 open or switched off")
                .tag("source", source)
                .strongReference(true)
                .register(registry);
        Gauge.builder("dramatis.source.tokens.left", tokensLeft, IntSupplier::getAsInt)
                .description("Calls that may go out at once")
                .tag("source", source)
                .strongReference(true)
                .register(registry);
    }

    void call(String outcome, Duration took) {
        latency.record(took);
        count(outcome);
    }

    /** Counts a call that was never made. */
    void prevented(String outcome) {
        count(outcome);
    }

    void cache(CacheResult result) {
        cacheResults.get(result).increment();
    }

    private void count(String outcome) {
        outcomes.computeIfAbsent(outcome, name -> Counter.builder("dramatis.source.calls")
                        .description("Calls to an outside source by how they ended")
                        .tag("source", source)
                        .tag("outcome", name)
                        .register(registry))
                .increment();
    }
}
