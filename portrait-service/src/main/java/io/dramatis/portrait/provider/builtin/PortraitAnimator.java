package io.dramatis.portrait.provider.builtin;

import io.dramatis.portrait.prompt.PortraitStyle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a portrait breathe and blink (seed 002, "Animation"): a few frames that repeat for ever, the first of which is
 * the still. An animated PNG, since every browser shows it wherever it shows a PNG, it keeps the colours of all styles,
 * and it cannot carry a script as SVG can. A picture cannot know that its viewer prefers reduced motion; who shows it
 * offers the still to those, as {@code <picture>} does by a media query.
 *
 * <p>A pure function of the brief. Draws the portrait twice: some seconds of one core, for worker threads.
 */
public final class PortraitAnimator {

    /** Width and height; smaller than the still, as most of each frame is new. */
    public static final int SIZE = 384;

    static final String MEDIA_TYPE = "image/apng";

    private static final double RISE = 2.6;

    private final PortraitStudio studio = new PortraitStudio();

    public Animation animate(PortraitBrief brief) {
        Traits traits = BriefReader.read(brief);
        Plates plates = studio.plates(traits, SIZE, false);
        BufferedImage still = PortraitStudio.finished(plates);
        BufferedImage shut = PortraitStudio.finished(studio.plates(traits, SIZE, true));
        BufferedImage blink = blink(plates.sitting(), still, shut);
        float[] lift = lift(plates);
        boolean sprite = traits.style() == PortraitStyle.PIXEL;
        BufferedImage inhaling = breathe(still, lift, 0.36, sprite);
        BufferedImage inhaled = breathe(still, lift, 0.78, sprite);
        BufferedImage full = breathe(still, lift, 1, sprite);
        List<AnimatedPng.Frame> frames = new ArrayList<>();
        frames.add(whole(still, 1_400));
        frames.add(changed(still, blink, 130));
        frames.add(changed(blink, still, 600));
        frames.add(changed(still, inhaling, 220));
        frames.add(changed(inhaling, inhaled, 260));
        frames.add(changed(inhaled, full, 700));
        frames.add(changed(full, inhaled, 280));
        frames.add(changed(inhaled, inhaling, 260));
        return new Animation(AnimatedPng.of(frames), MEDIA_TYPE);
    }

    private static AnimatedPng.Frame whole(BufferedImage picture, int milliseconds) {
        return new AnimatedPng.Frame(PortraitStudio.png(picture), 0, 0, SIZE, SIZE, milliseconds);
    }

    /** The smallest rectangle that leads from one picture to the next; a single pixel where they are the same. */
    private static AnimatedPng.Frame changed(BufferedImage before, BufferedImage after, int milliseconds) {
        int[] old = Plane.pixels(before);
        int[] fresh = Plane.pixels(after);
        int left = SIZE;
        int top = SIZE;
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                if (old[y * SIZE + x] != fresh[y * SIZE + x]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (right < 0) {
            left = top = right = bottom = 0;
        }
        BufferedImage part = after.getSubimage(left, top, right - left + 1, bottom - top + 1);
        return new AnimatedPng.Frame(
                PortraitStudio.png(part), left, top, part.getWidth(), part.getHeight(), milliseconds);
    }

    /** The still, and around the eyes the same moment with the lids shut. */
    private static BufferedImage blink(Sitting sitting, BufferedImage still, BufferedImage asleep) {
        int[] open = Plane.pixels(still);
        int[] shut = Plane.pixels(asleep);
        float[] eyes = eyes(sitting);
        boolean hard = sitting.traits().style() == PortraitStyle.PIXEL;
        for (int i = 0; i < open.length; i++) {
            float share = hard ? Math.round(eyes[i]) : eyes[i];
            open[i] = share == 0 ? open[i] : share == 1 ? shut[i] : Plane.mix(open[i], shut[i], share);
        }
        return Plane.picture(open, SIZE);
    }

    /** 1 at the eyes, 0 away from them. */
    static float[] eyes(Sitting sitting) {
        Figure figure = sitting.figure();
        FaceGeometry face = sitting.face();
        boolean dragon = sitting.traits().race() == Race.DRAGONBORN;
        double eyeX = dragon ? 71 * face.halfWidth() / 119 : face.eyeX();
        double eyeY = dragon ? -22 : -face.eyeHeight() * 0.15;
        double shift = dragon ? sitting.head().sine() * 43 : sitting.head().x(0);
        double rx = (dragon ? 34 : face.eyeHalf()) * 1.75 + 10;
        double ry = (dragon ? 30 : face.eyeHeight()) * 1.5 + 20;
        double angle = StrictMath.toRadians(figure.tilt());
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        float[] area = new float[SIZE * SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double px = ((x + 0.5) * 1024 / SIZE - figure.headX()) / figure.headScale();
                double py = ((y + 0.5) * 1024 / SIZE - figure.headY()) / figure.headScale();
                double hx = px * cos + py * sin - shift;
                double hy = -px * sin + py * cos - eyeY;
                double side = (Math.abs(hx) - eyeX) / rx;
                double distance = Math.sqrt(side * side + hy * hy / (ry * ry));
                area[y * SIZE + x] = Plane.step(1.0, 0.8, distance);
            }
        }
        return area;
    }

    /** Shoulders and head a little higher: most at the chest, nothing below the picture, beside or above the sitter. */
    private static BufferedImage breathe(BufferedImage still, float[] lift, double breath, boolean sprite) {
        int[] pixels = Plane.pixels(still);
        int cell = SIZE / PixelFinish.GRID;
        int[] out = new int[pixels.length];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int at = y * SIZE + x;
                double rise = lift[at] * breath * RISE;
                if (sprite) {
                    int same = y / cell * cell * SIZE + x / cell * cell;
                    rise = Math.round(lift[same] * breath) * cell;
                }
                out[at] = rise < 0.02 ? pixels[at] : sample(pixels, x, y + rise);
            }
        }
        return Plane.picture(out, SIZE);
    }

    private static float[] lift(Plates plates) {
        float[] near = Plane.blur(Plane.mask(Plane.pixels(plates.sitter(SIZE))), SIZE, 10);
        double shoulders = plates.sitting().figure().shoulderY() * SIZE / 1024 + 30;
        for (int y = 0; y < SIZE; y++) {
            float part = y < shoulders
                    ? 0.72f + 0.28f * Plane.step(0.4, 1, y / shoulders)
                    : Plane.step(SIZE - 1.0, shoulders, y);
            for (int x = 0; x < SIZE; x++) {
                int at = y * SIZE + x;
                near[at] = Plane.step(0.05, 0.75, near[at]) * part;
            }
        }
        return near;
    }

    /** Between two rows, by a cubic that keeps edges sharp. */
    private static int sample(int[] pixels, int x, double y) {
        int row = (int) y;
        double f = y - row;
        double[] weights = {
            f * (-0.5 + f * (1 - 0.5 * f)),
            1 + f * f * (-2.5 + 1.5 * f),
            f * (0.5 + f * (2 - 1.5 * f)),
            f * f * (-0.5 + 0.5 * f)
        };
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int k = 0; k < 4; k++) {
            int pixel = pixels[Math.max(0, Math.min(SIZE - 1, row - 1 + k)) * SIZE + x];
            red += (float) weights[k] * Plane.channel(pixel, 16);
            green += (float) weights[k] * Plane.channel(pixel, 8);
            blue += (float) weights[k] * Plane.channel(pixel, 0);
        }
        return Plane.rgb(red, green, blue);
    }
}
