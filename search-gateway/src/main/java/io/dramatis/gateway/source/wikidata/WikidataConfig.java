package io.dramatis.gateway.source.wikidata;

import io.dramatis.gateway.source.SourceLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;

/** Wikidata, and the pictures of Wikimedia Commons that its items name. */
@ConfigMapping(prefix = "dramatis.source.wikidata")
public interface WikidataConfig extends SourceLimits {

    /** The site, without {@code /w/api.php}. */
    @WithDefault("https://www.wikidata.org")
    URI url();

    /** The site of the pictures, without {@code /wiki/Special:FilePath}. */
    @WithDefault("https://commons.wikimedia.org")
    URI commonsUrl();

    /** Languages that are searched, each for what is written in its script; the first one for everything else. */
    @WithDefault("en,ru,hi,ja,ar,ko")
    @NotEmpty
    List<@Pattern(regexp = "[a-z]{2,3}(-[a-z]{2,8})?") String> languages();

    /** Whether it is searched at all. */
    @WithDefault("true")
    boolean enabled();

    /** Items of one search, of which those that are described as somebody are looked at. */
    @WithDefault("20")
    @Min(1)
    @Max(50)
    int hits();

    /** Items that are looked at; a well-known one has some 300 kB of statements. */
    @WithDefault("8")
    @Min(1)
    @Max(50)
    int items();

    /** Works, universes and classes that are looked up for those. */
    @WithDefault("20")
    @Min(1)
    @Max(50)
    int references();

    /** Width of the pictures asked for, in pixels. */
    @WithDefault("400")
    @Min(64)
    @Max(1024)
    int thumbnailWidth();
}
