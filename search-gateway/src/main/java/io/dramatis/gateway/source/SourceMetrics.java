package io.dramatis.gateway.source;

import io.dramatis.gateway.source.SourceException.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** One source's figures. Meters are looked up once: building their tags for every search would cost more than it. */
final class SourceMetrics {

    /** How the cache served a search. */
    enum CacheResult {
        HIT,
        STALE,
        NEGATIVE,
        MISS,
        COALESCED;

        /** A fresh answer's. */
        static CacheResult of(CachedAnswer<?> answer) {
            return answer.items().isEmpty() ? NEGATIVE : HIT;
        }
    }

    /** What the other replicas had where our own cache had nothing. */
    enum SharedResult {
        HIT,
        STALE,
        MISS
    }

    private final MeterRegistry registry;
    private final String source;
    private final Timer latency;
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final Map<CacheResult, Counter> cacheResults = new EnumMap<>(CacheResult.class);
    private final Map<SharedResult, Counter> sharedResults = new EnumMap<>(SharedResult.class);

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
                    result, results("dramatis.source.cache", "Searches by what the cache had for them", result));
        }
        for (SharedResult result : SharedResult.values()) {
            sharedResults.put(
                    result,
                    results("dramatis.source.shared.cache", "Misses by what other replicas' cache had", result));
        }
    }

    private Counter results(String name, String description, Enum<?> result) {
        return Counter.builder(name)
                .description(description)
                .tag("source", source)
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .register(registry);
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

    void succeeded(Duration took) {
        latency.record(took);
        count("ok");
    }

    void failed(Kind reason, Duration took) {
        latency.record(took);
        count(outcome(reason));
    }

    private static String outcome(Kind reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /** Counts a call that was never made. */
    void prevented(String outcome) {
        count(outcome);
    }

    void cache(CacheResult result) {
        cacheResults.get(result).increment();
    }

    void shared(SharedResult result) {
        sharedResults.get(result).increment();
    }

    /** Calls made and calls prevented, by their outcome. */
    Map<String, Long> calls() {
        Map<String, Long> all = new TreeMap<>();
        outcomes.forEach((outcome, counter) -> all.put(outcome, (long) counter.count()));
        return all;
    }

    /** Calls that the source answered with "too many requests". */
    long rateLimited() {
        Counter counter = outcomes.get(outcome(Kind.RATE_LIMITED));
        return counter == null ? 0 : (long) counter.count();
    }

    long count(CacheResult result) {
        return (long) cacheResults.get(result).count();
    }

    long count(SharedResult result) {
        return (long) sharedResults.get(result).count();
    }

    /** Time in milliseconds below which that part of the latest calls stayed; null where there were none. */
    Double latencyMs(double percentile) {
        for (ValueAtPercentile value : latency.takeSnapshot().percentileValues()) {
            if (value.percentile() == percentile && value.value() > 0) {
                return Math.round(value.value(TimeUnit.MILLISECONDS) * 10) / 10.0;
            }
        }
        return null;
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
