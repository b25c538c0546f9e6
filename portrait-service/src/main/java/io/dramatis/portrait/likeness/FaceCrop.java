package io.dramatis.portrait.likeness;

import io.dramatis.kit.image.Pictures;
import io.dramatis.portrait.provider.FacePlace;
import java.awt.image.BufferedImage;

/**
 * A face turned upright and scaled to a common size, in CIELAB, where distances are as large as they look. One height of
 * a face, from the hairline to the chin, is {@value #UNIT} samples.
 */
final class FaceCrop {

    static final int UNIT = 64;
    static final int WIDTH = 72;
    static final int HEIGHT = 76;

    /** Where the centre between eyes and mouth lies, in samples from the top. */
    private static final double CENTRE_Y = 44;

    private static final float[] LINEAR = linear();

    private final float[] light = new float[WIDTH * HEIGHT];
    private final float[] greenRed = new float[WIDTH * HEIGHT];
    private final float[] blueYellow = new float[WIDTH * HEIGHT];

    FaceCrop(BufferedImage picture, FacePlace place) {
        BufferedImage small = shrunk(picture, place);
        double unit = place.size() * small.getHeight() / UNIT;
        double turn = Math.toRadians(place.tilt());
        double sine = Math.sin(turn) * unit;
        double cosine = Math.cos(turn) * unit;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double u = column + 0.5 - WIDTH / 2.0;
                double v = row + 0.5 - CENTRE_Y;
                sample(
                        small,
                        place.x() * small.getWidth() + u * cosine - v * sine - 0.5,
                        place.y() * small.getHeight() + u * sine + v * cosine - 0.5,
                        row * WIDTH + column);
            }
        }
    }

    float light(int index) {
        return light[index];
    }

    float greenRed(int index) {
        return greenRed[index];
    }

    float blueYellow(int index) {
        return blueYellow[index];
    }

    /** The index of the sample nearest to a place in heights of the face, from its centre. */
    static int row(double v) {
        return Math.max(0, Math.min(HEIGHT - 1, (int) Math.floor(v * UNIT + CENTRE_Y)));
    }

    static int column(double u) {
        return Math.max(0, Math.min(WIDTH - 1, (int) Math.floor(u * UNIT + WIDTH / 2.0)));
    }

    /** Small enough that a sample stands for about a pixel, so that none is passed over. */
    private static BufferedImage shrunk(BufferedImage picture, FacePlace place) {
        double pixels = place.size() * picture.getHeight();
        double ratio = UNIT * 1.25 / Math.max(1, pixels);
        if (ratio >= 1) {
            return picture;
        }
        return Pictures.fit(picture, Math.max(1, (int) Math.round(picture.getWidth() * ratio)), Math.max(1, (int)
                Math.round(picture.getHeight() * ratio)));
    }

    private void sample(BufferedImage picture, double x, double y, int index) {
        double cx = Math.max(0, Math.min(picture.getWidth() - 1.0, x));
        double cy = Math.max(0, Math.min(picture.getHeight() - 1.0, y));
        int left = (int) cx;
        int top = (int) cy;
        int right = Math.min(left + 1, picture.getWidth() - 1);
        int bottom = Math.min(top + 1, picture.getHeight() - 1);
        double fx = cx - left;
        double fy = cy - top;
        int nw = picture.getRGB(left, top);
        int ne = picture.getRGB(right, top);
        int sw = picture.getRGB(left, bottom);
        int se = picture.getRGB(right, bottom);
        lab(
                blend(nw, ne, sw, se, 16, fx, fy),
                blend(nw, ne, sw, se, 8, fx, fy),
                blend(nw, ne, sw, se, 0, fx, fy),
                index);
    }

    private static double blend(int nw, int ne, int sw, int se, int shift, double fx, double fy) {
        double top = LINEAR[nw >> shift & 0xff] * (1 - fx) + LINEAR[ne >> shift & 0xff] * fx;
        double bottom = LINEAR[sw >> shift & 0xff] * (1 - fx) + LINEAR[se >> shift & 0xff] * fx;
        return top * (1 - fy) + bottom * fy;
    }

    private void lab(double red, double green, double blue, int index) {
        double x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        double y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        double z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
        light[index] = (float) (116 * y - 16);
        greenRed[index] = (float) (500 * (x - y));
        blueYellow[index] = (float) (200 * (y - z));
    }

    private static double curve(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }

    private static float[] linear() {
        float[] table = new float[256];
        for (int i = 0; i < table.length; i++) {
            double value = i / 255.0;
            table[i] = (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return table;
    }
}
