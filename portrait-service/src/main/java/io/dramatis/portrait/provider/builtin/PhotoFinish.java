package io.dramatis.portrait.provider.builtin;

import java.awt.image.BufferedImage;

/** As a lens sees: the distance out of focus, light that spills over edges, film's soft shoulder and a little grain. */
final class PhotoFinish {

    private PhotoFinish() {}

    static BufferedImage of(Plates plates) {
        int size = plates.size();
        double unit = plates.unit();
        int[] far = Plane.softened(Plane.pixels(plates.backdrop()), size, 15 * unit);
        BufferedImage sitter = plates.sitter(size);
        float[] mask = Plane.mask(Plane.pixels(sitter));
        int[] lit = Plane.pixels(Plates.over(Plane.picture(far, size), sitter));
        float[] spill = Plane.blur(mask, size, 9 * unit);
        for (int i = 0; i < lit.length; i++) {
            float share = mask[i] * Math.max(0, 1 - spill[i]) * 0.55f;
            lit[i] = Plane.mix(lit[i], far[i], share);
        }
        int[] picture = Plane.pixels(plates.withForeground(Plane.picture(lit, size)));
        develop(picture, mask, size, unit);
        return Plane.picture(picture, size);
    }

    private static void develop(int[] picture, float[] mask, int size, double unit) {
        float[] light = Plane.luminances(picture);
        float[] bright = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            bright[i] = Math.max(0, light[i] - 0.72f);
        }
        float[] glow = Plane.blur(bright, size, 16 * unit);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int i = y * size + x;
                double px = x / unit;
                double py = y / unit;
                float skin = (Plane.cloud(px, py, 2.6, 71) - 0.5f) * 0.034f
                        + (Plane.cloud(px, py, 7, 72) - 0.5f) * 0.03f
                        + (Plane.cloud(px, py, 34, 73) - 0.5f) * 0.035f;
                float grain = (Plane.chance(x, y, 74) + Plane.chance(x, y, 75) - 1) * 0.011f;
                float gain = 1 + skin * mask[i] + grain;
                float red = curve(Plane.channel(picture[i], 16) * gain + glow[i] * 0.85f);
                float green = curve(Plane.channel(picture[i], 8) * gain + glow[i] * 0.80f);
                float blue = curve(Plane.channel(picture[i], 0) * gain + glow[i] * 0.70f);
                float grey = 0.299f * red + 0.587f * green + 0.114f * blue;
                float colour = 0.84f;
                // Cool in the shadows, warm in the lights.
                float tint = (grey - 0.45f) * 0.045f;
                picture[i] = Plane.rgb(
                        grey + (red - grey) * colour + tint,
                        grey + (green - grey) * colour + tint * 0.2f,
                        grey + (blue - grey) * colour - tint);
            }
        }
    }

    /** More contrast in the middle, a soft shoulder at the top and a lifted black. */
    private static float curve(float value) {
        float v = Math.max(0, Math.min(1.15f, value));
        float s = v * v * (3 - 2 * Math.min(1, v)) * (v > 1 ? 1 / (v * v) : 1);
        return 0.012f + 0.972f * Plane.mix(v > 1 ? 1 : v, s, 0.42f);
    }
}
