package io.dramatis.gateway.source.anilist;

import io.dramatis.gateway.source.SourceLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;

/** AniList's GraphQL API. */
@ConfigMapping(prefix = "dramatis.source.anilist")
public interface AniListConfig extends SourceLimits {

    /** The endpoint that takes documents by POST. */
    @WithDefault("https://graphql.anilist.co")
    URI url();

    /** Whether it is searched at all. */
    @WithDefault("true")
    boolean enabled();

    /** Characters found by their own name. */
    @WithDefault("25")
    @Min(1)
    @Max(50)
    int characters();

    /** Titles whose cast is looked at. */
    @WithDefault("2")
    @Min(1)
    @Max(10)
    int titles();

    /** Members of the cast of each; AniList nests no more than 25. */
    @WithDefault("10")
    @Min(1)
    @Max(25)
    int cast();

    /** Titles of a search for titles; all of them count as one call. */
    @WithDefault("25")
    @Min(1)
    @Max(50)
    int foundTitles();
}
