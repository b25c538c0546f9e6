package io.dramatis.portrait.provider.builtin;

import io.dramatis.kit.image.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Draws a portrait and finishes it in its style. A pure function of the brief and the size, as {@link PortraitArtist};
 * takes a good part of a second of one core and some tens of megabytes, so it is for worker threads. Holds no state.
 */
public final class PortraitStudio {

    private final SvgRasterizer rasterizer = new SvgRasterizer();

    /** The bytes of a square PNG. */
    public byte[] png(PortraitBrief brief, int size) {
        return png(BriefReader.read(brief), size);
    }

    byte[] png(Traits traits, int size) {
        return png(finished(plates(traits, size, false)));
    }

    static byte[] png(BufferedImage picture) {
        try {
            return Pictures.png(picture);
        } catch (IOException failure) {
            throw new UncheckedIOException("Writing a PNG to memory failed", failure);
        }
    }

    public BufferedImage image(PortraitBrief brief, int size) {
        return finished(plates(BriefReader.read(brief), size, false));
    }

    /** @param asleep draws the same moment with the eyes shut */
    Plates plates(Traits traits, int size, boolean asleep) {
        return new Plates(rasterizer, traits, size, asleep);
    }

    static BufferedImage finished(Plates plates) {
        return switch (plates.traits().style()) {
            case REALISTIC -> PhotoFinish.of(plates);
            case PAINTERLY -> OilFinish.of(plates);
            case ANIME -> CelFinish.anime(plates);
            case WEBTOON -> CelFinish.webtoon(plates);
            case INK -> InkFinish.of(plates);
            case PIXEL -> PixelFinish.of(plates);
        };
    }
}
