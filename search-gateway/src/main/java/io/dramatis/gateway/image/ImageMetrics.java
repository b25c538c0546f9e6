package io.dramatis.gateway.image;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Figures of the thumbnails. Meters are looked up once: building their tags for every request would cost more than it. */
final class ImageMetrics {

    /** What memory had for a request. */
    enum CacheResult {
        HIT,
        NEGATIVE,
        MISS,
        COALESCED
    }

    private final MeterRegistry registry;
    private final Map<CacheResult, Counter> requests = new EnumMap<>(CacheResult.class);
    private final Map<String, Timer> made = new ConcurrentHashMap<>();

    ImageMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (CacheResult result : CacheResult.values()) {
            requests.put(
                    result,
                    Counter.builder("dramatis.images.requests")
                            .description("Thumbnails asked for by what the cache had for them")
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void request(CacheResult result) {
        requests.get(result).increment();
    }

    /** @param outcome {@code ok} or an error's code */
    void made(String outcome, Duration took) {
        made.computeIfAbsent(outcome, name -> Timer.builder("dramatis.images.made")
                        .description("Time to wait for, fetch and make a thumbnail, by how that ended")
                        .tag("outcome", name)
                        .register(registry))
                .record(took);
    }
}
