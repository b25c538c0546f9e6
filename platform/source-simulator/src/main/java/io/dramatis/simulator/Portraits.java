package io.dramatis.simulator;

import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures for the simulated sources: a silhouette whose colours follow from its path, so that each is recognisable. */
final class Portraits {

    static final int WIDTH = 230;
    static final int HEIGHT = 345;

    private Portraits() {}

    static Buffer png(String path) {
        float hue = (path.hashCode() & 0xFFFF) / (float) 0x10000;
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.35f, 0.95f), 0, HEIGHT, Color.getHSBColor(hue, 0.6f, 0.5f)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(Color.getHSBColor((hue + 0.5f) % 1, 0.45f, 0.35f));
        canvas.fill(new Ellipse2D.Double(WIDTH * 0.08, HEIGHT * 0.62, WIDTH * 0.84, HEIGHT * 0.8));
        canvas.setColor(Color.getHSBColor((hue + 0.55f) % 1, 0.25f, 0.85f));
        canvas.fill(new Ellipse2D.Double(WIDTH * 0.29, HEIGHT * 0.22, WIDTH * 0.42, HEIGHT * 0.38));
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }
}
