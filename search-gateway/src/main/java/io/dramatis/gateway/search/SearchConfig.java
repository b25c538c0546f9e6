package io.dramatis.gateway.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long a search waits for its sources. */
@ConfigMapping(prefix = "dramatis.search")
public interface SearchConfig {

    /** Time after which a search answers with what has arrived. */
    @WithDefault("2500ms")
    Duration deadline();

    /**
     * Share of that time, from the start, that the first sources of a category get when there are others to fall back
     * on.
     */
    @WithDefault("1500ms")
    Duration fallbackAfter();

    /** Streamed searches open at the same time in this replica. */
    @WithDefault("2000")
    @Min(1)
    int maxStreams();

    /** How often a stream without news shows that it lives. */
    @WithDefault("15s")
    Duration streamHeartbeat();

    /**
     * Time for which an answer that came from the cache is sent again as it is. Its {@code age_s} is late by no more
     * than that.
     */
    @WithDefault("250ms")
    Duration renderedFor();
}
