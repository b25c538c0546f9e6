package io.dramatis.portrait.provider.builtin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The built-in artist. */
@ConfigMapping(prefix = "dramatis.portrait.provider.builtin")
public interface BuiltinConfig {

    /** Width and height of its images, in pixels. */
    @WithDefault("1024")
    @Min(256)
    @Max(2048)
    int size();
}
