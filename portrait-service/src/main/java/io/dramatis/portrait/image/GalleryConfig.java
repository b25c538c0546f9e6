package io.dramatis.portrait.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What galleries may hold. */
@ConfigMapping(prefix = "dramatis.portrait.gallery")
public interface GalleryConfig {

    /** Images an account may have before an upload is refused, over all of its characters. */
    @WithDefault("500")
    @Min(1)
    int maxImagesPerOwner();

    /** Changes of its portrait that are remembered for a character. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int historyLimit();
}
