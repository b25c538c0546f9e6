package io.dramatis.portrait.likeness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How faces are compared. */
@ConfigMapping(prefix = "dramatis.portrait.likeness")
public interface LikenessConfig {

    /** The likeness from which on a variant is said to have kept the face; below it, it is flagged. */
    @WithDefault("0.5")
    @DecimalMin("0")
    @DecimalMax("1")
    double threshold();

    /** Greatest width and height of a picture that is looked at. */
    @WithDefault("8192")
    @Min(64)
    @Max(32768)
    int maxSide();

    /** Greatest number of pixels of a picture that is looked at. */
    @WithDefault("32000000")
    @Min(4096)
    @Max(200000000)
    long maxPixels();
}
