package io.dramatis.catalog.character;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How characters are kept. */
@ConfigMapping(prefix = "dramatis.character")
public interface CharacterConfig {

    /**
     * How many characters of a deleted account go in one transaction: enough that the erasure is quick, few enough
     * that no transaction is long and no outbox batch hides other owners' events.
     */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int eraseBatchSize();
}
