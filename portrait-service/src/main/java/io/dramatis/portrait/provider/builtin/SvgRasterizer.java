package io.dramatis.portrait.provider.builtin;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Turns an SVG document into pixels. Holds no state and may be shared between threads. */
public final class SvgRasterizer {

    private static final int MAX_SIZE = 4096;

    /**
     * Rasterises a document to a square, opaque image.
     *
     * @throws IllegalArgumentException when the size is out of bounds or the document is not SVG
     */
    public BufferedImage image(String svg, int size) {
        return paint(svg, blank(size, BufferedImage.TYPE_INT_RGB));
    }

    /** The same on a ground of nothing. */
    BufferedImage layer(String svg, int size) {
        return paint(svg, blank(size, BufferedImage.TYPE_INT_ARGB));
    }

    private static BufferedImage blank(int size, int type) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("The size must be between 1 and " + MAX_SIZE + ", was " + size);
        }
        return new BufferedImage(size, size, type);
    }

    /** Draws a document over an image that is square. */
    BufferedImage paint(String svg, BufferedImage image) {
        SVGDocument document = load(svg);
        int size = image.getWidth();
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            document.render((Component) null, graphics, new ViewBox(0, 0, size, size));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static SVGDocument load(String svg) {
        SVGDocument document;
        try {
            document = new SVGLoader()
                    .load(
                            new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                            null,
                            LoaderContext.createDefault());
        } catch (RuntimeException failure) {
            throw new IllegalArgumentException("The document could not be read as SVG", failure);
        }
        if (document == null) {
            throw new IllegalArgumentException("The document could not be read as SVG");
        }
        return document;
    }
}
