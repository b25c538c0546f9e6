package io.dramatis.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the relay reads the outbox. */
@ConfigMapping(prefix = "dramatis.outbox")
public interface OutboxConfig {

    /** Rows published at once; the next batch waits for the acknowledgement of this one. */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int batchSize();

    /** How soon to look after a write of this process; the looks after that take twice the time of the one before. */
    @WithDefault("5ms")
    Duration firstLook();

    /** The longest of these pauses, and the one after rows were found. */
    @WithDefault("20ms")
    Duration eagerInterval();

    /** How often to look when nothing is known to wait: rows of other replicas, rows left by a crash. */
    @WithDefault("1s")
    Duration idleInterval();

    /** Pause after the database or the broker failed. */
    @WithDefault("1s")
    Duration failurePause();
}
