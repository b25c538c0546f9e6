package io.dramatis.portrait.storage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** The store's figures, and the one line about each damaged file. */
final class StoreMetrics {

    enum Operation {
        READ,
        WRITE,
        DELETE
    }

    enum Result {
        OK,
        /** Found in a place of an older layout. */
        LEGACY,
        MISSING,
        CORRUPT,
        FAILED,
        REFUSED
    }

    private static final Logger LOG = Logger.getLogger(StoreMetrics.class);

    /** Remembered as told; beyond that the oldest is told again. */
    private static final int TOLD = 1_000;

    private final MeterRegistry registry;
    private final Counter corrupt;
    private final Set<String> told = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > TOLD;
        }
    }));

    StoreMetrics(MeterRegistry registry, IntSupplier running) {
        this.registry = registry;
        this.corrupt = Counter.builder("dramatis.artifact.corrupt")
                .description("Reads of files that are not what was stored; none of them was served")
                .register(registry);
        Gauge.builder("dramatis.artifact.running", running, IntSupplier::getAsInt)
                .description("Calls of the images' store under way")
                .strongReference(true)
                .register(registry);
    }

    void call(Operation operation, Result result, Duration took) {
        Timer.builder("dramatis.artifact.calls")
                .description("Calls of the images' store, by what came of them")
                .tag("op", operation.name().toLowerCase(Locale.ROOT))
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(
                        Duration.ofMillis(2),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry)
                .record(took);
    }

    void corrupt(String path) {
        corrupt.increment();
        if (told.add(path)) {
            LOG.errorf("a stored file is damaged and is not served; restore it from a copy path=%s", path);
        }
    }
}
