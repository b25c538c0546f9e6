package io.dramatis.gateway.source.dnd5e;

import io.dramatis.gateway.source.SourceLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/** The D&amp;D 5e SRD API. */
@ConfigMapping(prefix = "dramatis.source.dnd5e")
public interface Dnd5eConfig extends SourceLimits {

    /** The server, without {@code /api}; its pictures are there, too. */
    @WithDefault("https://www.dnd5eapi.co")
    URI url();

    /** Whether it is searched at all. */
    @WithDefault("true")
    boolean enabled();

    /** Age at which the lists of names, and what was read of their entries, are read again. */
    @WithDefault("24h")
    Duration listsLifetime();

    /** Wait before lists that could not be read again are tried anew; until then the old ones serve. */
    @WithDefault("5m")
    Duration listsPause();

    /** Results of one search. */
    @WithDefault("20")
    @Min(1)
    @Max(100)
    int results();

    /** The best of them, which come with their picture, text and figures; each is a call when it is first wanted. */
    @WithDefault("8")
    @Min(0)
    @Max(50)
    int details();
}
