package io.dramatis.gateway.title;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How titles are looked for. */
@ConfigMapping(prefix = "dramatis.title")
public interface TitleConfig {

    /** Time after which an answer is given with what has arrived. */
    @WithDefault("2500ms")
    Duration deadline();

    /** Suggestions of one autocompletion. */
    @WithDefault("10")
    @Min(1)
    @Max(25)
    int suggestions();

    /** Characters of a Latin text from which on titles are suggested; in other scripts one says enough. */
    @WithDefault("2")
    @Min(1)
    @Max(10)
    int suggestFrom();
}
