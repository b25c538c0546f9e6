package io.dramatis.gateway.source.openlibrary;

import io.dramatis.gateway.source.SourceLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/** Open Library, the Internet Archive's catalogue of books. */
@ConfigMapping(prefix = "dramatis.source.openlibrary")
public interface OpenLibraryConfig extends SourceLimits {

    /** The site, without {@code /search.json}. */
    @WithDefault("https://openlibrary.org")
    URI url();

    /** Where covers and authors' portraits are. */
    @WithDefault("https://covers.openlibrary.org")
    URI coversUrl();

    /** Whether it is searched at all. */
    @WithDefault("true")
    boolean enabled();

    /** Works of one search. */
    @WithDefault("20")
    @Min(1)
    @Max(100)
    int works();

    /** Authors of one search. */
    @WithDefault("5")
    @Min(1)
    @Max(50)
    int authors();

    /** Persons that are taken from one work; some list half a library. */
    @WithDefault("12")
    @Min(1)
    @Max(100)
    int personsPerWork();

    /** Results of the searched name whose records are fetched for their description; each is a call of its own. */
    @WithDefault("1")
    @Min(0)
    @Max(5)
    int details();

    /** Time that a search waits for those records, once it has its results. */
    @WithDefault("500ms")
    Duration detailsPatience();
}
