package io.dramatis.gateway.source.wikipedia;

import io.dramatis.gateway.source.SourceLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;

/** One language's Wikipedia. */
@ConfigMapping(prefix = "dramatis.source.wikipedia")
public interface WikipediaConfig extends SourceLimits {

    /** The site, without {@code /w/api.php}. */
    @WithDefault("https://en.wikipedia.org")
    URI url();

    /** Whether it is searched at all. */
    @WithDefault("true")
    boolean enabled();

    /** Pages of one search; introductions come with the first 20 only. */
    @WithDefault("20")
    @Min(1)
    @Max(50)
    int pages();

    /** Width of the pictures asked for, in pixels. */
    @WithDefault("400")
    @Min(64)
    @Max(1024)
    int thumbnailWidth();
}
