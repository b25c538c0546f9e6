package io.dramatis.portrait.provider.builtin;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A portrait rasterised in the parts a finish asks for. */
final class Plates {

    private final SvgRasterizer rasterizer;
    private final Traits traits;
    private final int size;
    private final boolean asleep;
    private final Painting painting;

    Plates(SvgRasterizer rasterizer, Traits traits, int size, boolean asleep) {
        this.rasterizer = rasterizer;
        this.traits = traits;
        this.size = size;
        this.asleep = asleep;
        this.painting = PortraitArtist.paint(traits, false, asleep);
    }

    Traits traits() {
        return traits;
    }

    Sitting sitting() {
        return painting.sitting();
    }

    int size() {
        return size;
    }

    /** What a unit of the drawing measures in pixels. */
    double unit() {
        return size / 1024.0;
    }

    BufferedImage whole() {
        return rasterizer.image(painting.document(), size);
    }

    BufferedImage backdrop() {
        return rasterizer.image(painting.backdrop(), size);
    }

    /** The sitter alone, on nothing. */
    BufferedImage sitter(int edge) {
        return rasterizer.layer(painting.sitter(), edge);
    }

    /** The sitter alone in flat tones, on nothing. */
    BufferedImage flat() {
        return rasterizer.layer(PortraitArtist.paint(traits, true, asleep).sitter(), size);
    }

    /** Lays what floats before the sitter, and the tonality that was asked for, over a picture. */
    BufferedImage withForeground(BufferedImage picture) {
        return rasterizer.paint(painting.foreground(), picture);
    }

    static BufferedImage over(BufferedImage ground, BufferedImage layer) {
        Graphics2D graphics = ground.createGraphics();
        try {
            graphics.drawImage(layer, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return ground;
    }
}
