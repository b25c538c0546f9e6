package io.dramatis.gateway.source.tmdb;

import io.dramatis.gateway.source.SourceLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** TMDB's API, version 3. */
@ConfigMapping(prefix = "dramatis.source.tmdb")
public interface TmdbConfig extends SourceLimits {

    /** The server, without {@code /3}. */
    @WithDefault("https://api.themoviedb.org")
    URI url();

    /** Whether it is searched at all. */
    @WithDefault("true")
    boolean enabled();

    /** The "API read access token" of an account's settings; without it and without a key the source is left out. */
    Optional<@Pattern(regexp = "[\\x21-\\x7E]+") String> token();

    /** The older "API key", for installations that have only that. */
    Optional<@Pattern(regexp = "[\\x21-\\x7E]+") String> apiKey();

    /** The language of titles and summaries; what is asked in Devanagari is answered in Hindi. */
    @WithDefault("en-US")
    @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?")
    String language();

    /** The original languages of the films that the category bollywood means. */
    @WithDefault("hi")
    List<String> bollywoodLanguages();

    /** Titles whose cast is looked at; each is a call. */
    @WithDefault("3")
    @Min(1)
    @Max(10)
    int titles();

    /** Members of the cast of each. Roles that are called like the query are taken beyond that. */
    @WithDefault("12")
    @Min(1)
    @Max(100)
    int cast();

    /** People among the results. */
    @WithDefault("3")
    @Min(0)
    @Max(20)
    int people();

    /** Best known roles of the person that is found by name; 0 saves the call. */
    @WithDefault("12")
    @Min(0)
    @Max(100)
    int roles();

    /** Size of the pictures of people, one of those that TMDB lists. */
    @WithDefault("h632")
    @Pattern(regexp = "[a-z0-9]{1,20}")
    String profileSize();

    /** Age at which the addresses of pictures are read again. */
    @WithDefault("24h")
    Duration imagesLifetime();
}
