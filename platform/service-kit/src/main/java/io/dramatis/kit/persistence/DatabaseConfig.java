package io.dramatis.kit.persistence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the database may keep anybody waiting. */
@ConfigMapping(prefix = "dramatis.database")
public interface DatabaseConfig {

    /** For a connection of the pool; whoever waits longer fails. */
    @WithDefault("1500ms")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration poolWait();

    /** How many may wait for a connection at a time; more fail at once. */
    @WithDefault("2000")
    @Min(1)
    @Max(100_000)
    int poolQueue();

    /**
     * For the answer to a statement of an HTTP request: short enough that its client, which is told, knows within two
     * seconds.
     */
    @WithDefault("1500ms")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 10)
    Duration requestTimeout();

    /** For the answer to a statement of anything else: workers, the outbox, events, sweeps. */
    @WithDefault("30s")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration workTimeout();

    /** For each answer of the server while a connection is made. */
    @WithDefault("5s")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration connectTimeout();
}
