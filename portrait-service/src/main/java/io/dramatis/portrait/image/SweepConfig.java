package io.dramatis.portrait.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How files that belong to no image are removed. How often they are looked for is {@code dramatis.portrait.sweep-every}. */
@ConfigMapping(prefix = "dramatis.portrait.sweep")
interface SweepConfig {

    /** How long a file may wait for its row. Well above a lease: a writer that is merely slow leaves no orphan. */
    @WithDefault("30s")
    Duration grace();

    /** How long a sweep keeps writers of the same files out; it removes nothing more after half of that. */
    @WithDefault("60s")
    Duration claim();

    /** Images that are claimed at a time; a sweep goes on with the next ones until none is due. */
    @WithDefault("50")
    @Min(1)
    @Max(1_000)
    int batch();

    /** Images removed at a time. */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int concurrency();
}
