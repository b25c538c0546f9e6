package io.dramatis.collection.favorite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Favourites and the snapshots kept for them. */
@ConfigMapping(prefix = "dramatis.favorite")
public interface FavoriteConfig {

    /**
     * How long a snapshot that is nobody's favourite is kept. Longer than any request lasts: a favourite that is being
     * added counts on the events taken meanwhile.
     */
    @WithDefault("1h")
    Duration idleSnapshotLifetime();

    /** What clients are told to wait while the catalogue is away. */
    @WithDefault("5s")
    Duration retryAfter();
}
