package io.dramatis.portrait.provider.builtin;

import java.awt.image.BufferedImage;

/**
 * Flat colour, shadows with an edge, and lines: cel animation, and the softer page of a web comic. What is shaded is
 * found by comparing the modelled sitter with the flat one, so everything that is painted anywhere has its shadow.
 */
final class CelFinish {

    private CelFinish() {}

    static BufferedImage anime(Plates plates) {
        int size = plates.size();
        double unit = plates.unit();
        int[] flat = Plane.pixels(plates.flat());
        int[] ground = Plane.softened(Plane.pixels(plates.backdrop()), size, 5 * unit);
        Dye far = new Dye(0.80, 1.30f);
        Dye dye = new Dye(0.80, 1.22f);
        for (int i = 0; i < ground.length; i++) {
            ground[i] = far.of(ground[i]);
        }
        float[] shade = shade(plates, flat, 5);
        float[] solid = Plane.solid(flat);
        float[] lines = Plane.lines(light(flat), size, 1.05 * unit, 0.012, 0.05);
        int[] out = new int[flat.length];
        for (int i = 0; i < out.length; i++) {
            float alpha = (flat[i] >>> 24) / 255f;
            int base = dye.of(flat[i]);
            int colour = Plane.mix(base, Plane.times(base, 0.70f, 0.62f, 0.78f), Plane.step(0.90, 0.86, shade[i]));
            colour =
                    Plane.mix(colour, Plane.times(base, 0.50f, 0.42f, 0.60f), Plane.step(0.62, 0.585, shade[i]) * 0.8f);
            colour = Plane.mix(colour, light(base), Plane.step(1.27, 1.31, shade[i]));
            colour = Plane.mix(colour, Plane.times(base, 0.26f, 0.18f, 0.24f), lines[i] * solid[i] * 0.92f);
            out[i] = Plane.mix(ground[i], colour, alpha);
        }
        contour(out, solid, size, 1.5 * unit, 0xff1d1420, 0.85f);
        return plates.withForeground(Plane.picture(out, size));
    }

    static BufferedImage webtoon(Plates plates) {
        int size = plates.size();
        double unit = plates.unit();
        int[] flat = Plane.pixels(plates.flat());
        int[] ground = page(plates);
        Dye dye = new Dye(0.70, 1.16f);
        float[] shade = shade(plates, flat, 9);
        float[] solid = Plane.solid(flat);
        float[] lines = Plane.lines(light(flat), size, 1.25 * unit, 0.010, 0.034);
        int[] out = new int[flat.length];
        for (int i = 0; i < out.length; i++) {
            float alpha = (flat[i] >>> 24) / 255f;
            int base = dye.of(flat[i]);
            int colour = Plane.mix(base, Plane.times(base, 0.80f, 0.70f, 0.80f), Plane.step(1.0, 0.66, shade[i]));
            colour = Plane.mix(colour, light(base), Plane.step(1.10, 1.5, shade[i]));
            colour = Plane.mix(colour, 0xff17131c, lines[i] * solid[i]);
            out[i] = Plane.mix(ground[i], colour, alpha);
        }
        contour(out, solid, size, 2.6 * unit, 0xff17131c, 1f);
        return Plane.picture(out, size);
    }

    /** The sitter in flat colours and hard shadows without a line, on nothing. */
    static int[] sprite(Plates plates, int[] flat) {
        float[] shade = shade(plates, flat, 5);
        Dye dye = new Dye(0.82, 1.25f);
        int[] out = new int[flat.length];
        for (int i = 0; i < out.length; i++) {
            int base = dye.of(flat[i]);
            int colour = Plane.mix(base, Plane.times(base, 0.66f, 0.58f, 0.74f), Plane.step(0.90, 0.84, shade[i]));
            colour = Plane.mix(colour, Plane.times(base, 0.46f, 0.38f, 0.56f), Plane.step(0.64, 0.58, shade[i]));
            colour = Plane.mix(colour, light(base), Plane.step(1.22, 1.30, shade[i]));
            out[i] = colour & 0xffffff | flat[i] & 0xff000000;
        }
        return out;
    }

    /** Brightness for finding lines: blue counts more than the eye gives it, so that no hue hides an edge. */
    static float[] light(int[] argb) {
        float[] light = new float[argb.length];
        for (int i = 0; i < light.length; i++) {
            float alpha = (argb[i] >>> 24) / 255f;
            float value = 0.42f * Plane.channel(argb[i], 16)
                    + 0.38f * Plane.channel(argb[i], 8)
                    + 0.20f * Plane.channel(argb[i], 0);
            light[i] = value * alpha + 1 - alpha;
        }
        return light;
    }

    /** How the modelled sitter's brightness relates to the flat one's: below 1 in the shade, above 1 in the light. */
    private static float[] shade(Plates plates, int[] flat, double softness) {
        int size = plates.size();
        int half = Math.max(1, size / 2);
        int[] modelled = Plane.pixels(plates.sitter(half));
        float[] lit = new float[modelled.length];
        float[] plain = new float[modelled.length];
        for (int y = 0; y < half; y++) {
            for (int x = 0; x < half; x++) {
                int at = y * half + x;
                int same = flat[Math.min(size - 1, y * 2) * size + Math.min(size - 1, x * 2)];
                lit[at] = Plane.luminance(modelled[at]) * ((modelled[at] >>> 24) / 255f) + 0.02f;
                plain[at] = Plane.luminance(same) * ((same >>> 24) / 255f) + 0.02f;
            }
        }
        lit = Plane.blur(lit, half, softness * plates.unit() / 2);
        plain = Plane.blur(plain, half, softness * plates.unit() / 2);
        for (int i = 0; i < lit.length; i++) {
            lit[i] /= plain[i];
        }
        return enlarge(lit, half, size);
    }

    private static float[] enlarge(float[] small, int half, int size) {
        float[] out = new float[size * size];
        float ratio = half / (float) size;
        for (int y = 0; y < size; y++) {
            float sy = Math.max(0, Math.min(half - 1, (y + 0.5f) * ratio - 0.5f));
            int y0 = (int) sy;
            int y1 = Math.min(half - 1, y0 + 1);
            float fy = sy - y0;
            for (int x = 0; x < size; x++) {
                float sx = Math.max(0, Math.min(half - 1, (x + 0.5f) * ratio - 0.5f));
                int x0 = (int) sx;
                int x1 = Math.min(half - 1, x0 + 1);
                float fx = sx - x0;
                out[y * size + x] = Plane.mix(
                        Plane.mix(small[y0 * half + x0], small[y0 * half + x1], fx),
                        Plane.mix(small[y1 * half + x0], small[y1 * half + x1], fx),
                        fy);
            }
        }
        return out;
    }

    private static int light(int base) {
        return Plane.mix(Plane.times(base, 1.32f, 1.28f, 1.18f), 0xfffff6e4, 0.10f);
    }

    /** Middle tones lifted by a power, and colours strengthened. */
    private static final class Dye {

        private final float[] lifted = new float[256];
        private final float strength;

        Dye(double power, float strength) {
            for (int i = 0; i < lifted.length; i++) {
                float plain = i / 255f;
                // Black hair stays black.
                lifted[i] = Plane.mix(plain, (float) StrictMath.pow(plain, power), Plane.step(0.16, 0.58, plain));
            }
            this.strength = strength;
        }

        int of(int colour) {
            int bright = Plane.rgb(lifted[colour >> 16 & 0xff], lifted[colour >> 8 & 0xff], lifted[colour & 0xff]);
            return Plane.saturate(bright, strength);
        }
    }

    /** A line around the sitter, half inside and half outside. */
    private static void contour(int[] out, float[] solid, int size, double width, int ink, float strength) {
        float[] soft = Plane.blur(solid, size, width);
        for (int i = 0; i < out.length; i++) {
            float edge = Plane.step(0.10, 0.28, soft[i]) * Plane.step(0.86, 0.66, soft[i]);
            out[i] = Plane.mix(out[i], ink, edge * strength);
        }
    }

    /** The scene as a soft gradient of its colours, with a halo and dots that thin out. */
    private static int[] page(Plates plates) {
        int size = plates.size();
        double unit = plates.unit();
        int[] far = Plane.softened(Plane.pixels(plates.backdrop()), size, 110 * unit);
        int light = plates.sitting().light();
        double pitch = 22 * unit;
        Dye dye = new Dye(0.55, 1.35f);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int i = y * size + x;
                int colour = Plane.mix(dye.of(far[i]), 0xffffffff, 0.34f);
                double u = x / (double) size;
                double v = y / (double) size;
                double fade = (light > 0 ? u : 1 - u) * 0.6 + v * 0.4;
                double gx = (x + y) / pitch * 0.7071;
                double gy = (x - y) / pitch * 0.7071;
                double dx = gx - Math.floor(gx) - 0.5;
                double dy = gy - Math.floor(gy) - 0.5;
                double radius = 0.42 * Math.max(0, 1 - fade * 2.2);
                float dot = Plane.step(radius + 0.06, radius - 0.02, Math.sqrt(dx * dx + dy * dy));
                colour = Plane.mix(colour, 0xffffffff, radius > 0.03 ? dot * 0.55f : 0);
                far[i] = colour;
            }
        }
        return far;
    }
}
