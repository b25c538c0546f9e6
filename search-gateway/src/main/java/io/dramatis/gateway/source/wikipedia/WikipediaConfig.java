package io.dramatis.gateway.source.wikipedia;

import io.dramatis.gateway.source.SourceLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** Wikipedia's editions. */
@ConfigMapping(prefix = "dramatis.source.wikipedia")
public interface WikipediaConfig extends SourceLimits {

    /** The site, without {@code /w/api.php}; {@code {lang}} in it stands for the edition's language. */
    @WithDefault("https://{lang}.wikipedia.org")
    @Pattern(regexp = "https?://\\S+")
    String url();

    /**
     * The editions that are searched, each for what is written in its script; the first one for everything else, whose
     * pages' ids stand without a language.
     */
    @WithDefault("en,ru,hi,ja,ar,ko")
    @NotEmpty
    List<@Pattern(regexp = "[a-z]{2,3}(-[a-z]{2,8})?") String> languages();

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
