package io.dramatis.gateway.source.mangadex;

import io.dramatis.gateway.source.SourceLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;

/** MangaDex's API and the host of its covers. */
@ConfigMapping(prefix = "dramatis.source.mangadex")
public interface MangaDexConfig extends SourceLimits {

    /** The API. */
    @WithDefault("https://api.mangadex.org")
    URI url();

    /** Where covers lie; they are shown through the image proxy only, as MangaDex does not serve other pages. */
    @WithDefault("https://uploads.mangadex.org")
    URI coversUrl();

    /** Whether it is searched at all. */
    @WithDefault("true")
    boolean enabled();

    /** Titles of one search. */
    @WithDefault("20")
    @Min(1)
    @Max(100)
    int titles();

    /** The language in which a chapter has to be there to count as released. */
    @WithDefault("en")
    @Pattern(regexp = "[a-zA-Z-]{2,5}")
    String chapterLanguage();
}
