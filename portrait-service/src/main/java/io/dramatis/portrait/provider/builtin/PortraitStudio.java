package io.dramatis.portrait.provider.builtin;

import java.awt.image.BufferedImage;

/**
 * Draws a portrait and finishes it in its style. A pure function of the brief and the size, as {@link PortraitArtist};
 * takes a good part of a second of one core and some tens of megabytes, so it is for worker threads. Holds no state.
 */
public final class PortraitStudio {

    private final SvgRasterizer rasterizer = new SvgRasterizer();

    /** The bytes of a square PNG. */
    public byte[] png(PortraitBrief brief, int size) {
        return rasterizer.png(image(brief, size));
    }

    public BufferedImage image(PortraitBrief brief, int size) {
        return image(BriefReader.read(brief), size, false);
    }

    /** @param asleep draws the same moment with the eyes shut */
    BufferedImage image(Traits traits, int size, boolean asleep) {
        Plates plates = new Plates(rasterizer, traits, size, asleep);
        return switch (traits.style()) {
            case REALISTIC -> PhotoFinish.of(plates);
            case PAINTERLY -> OilFinish.of(plates);
            case ANIME -> CelFinish.anime(plates);
            case WEBTOON -> CelFinish.webtoon(plates);
            case INK -> InkFinish.of(plates);
            case PIXEL -> PixelFinish.of(plates);
        };
    }
}
