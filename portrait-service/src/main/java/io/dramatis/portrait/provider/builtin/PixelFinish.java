package io.dramatis.portrait.provider.builtin;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A sprite: a coarse grid, few colours, a dark outline, and a dither where the background changes its tone. */
final class PixelFinish {

    /** The sprite's width and height. */
    static final int GRID = 128;

    /** As many colours as the palette of one background and one sprite had together. */
    static final int COLOURS = 32;

    private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};
    private static final int ROUNDS = 6;

    private PixelFinish() {}

    static BufferedImage of(Plates plates) {
        int size = plates.size();
        int[] flat = Plane.pixels(plates.flat());
        int[] sprite = shrink(CelFinish.sprite(plates, flat), size);
        float[] lines = Plane.lines(CelFinish.light(flat), size, 2.2 * plates.unit(), 0.012, 0.05);
        float[] dark = shrink(lines, size);
        int[] ground = shrink(Plane.pixels(plates.backdrop()), size);
        int[] grid = new int[GRID * GRID];
        boolean[] inside = new boolean[grid.length];
        for (int i = 0; i < grid.length; i++) {
            inside[i] = sprite[i] >>> 24 > 110;
            int bayer = BAYER[(i / GRID & 3) * 4 + (i % GRID & 3)];
            grid[i] = inside[i]
                    ? Plane.mix(sprite[i], Plane.times(sprite[i], 0.34f, 0.26f, 0.36f), Plane.step(0.30, 0.62, dark[i]))
                    : backdrop(ground[i], bayer);
        }
        outline(grid, inside);
        int[] palette = palette(grid, inside);
        int[] nearest = new int[grid.length];
        for (int i = 0; i < grid.length; i++) {
            nearest[i] = palette[nearest(palette, grid[i])];
        }
        int[] out = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                out[y * size + x] = nearest[y * GRID / size * GRID + x * GRID / size];
            }
        }
        return Plane.picture(out, size);
    }

    /** Few levels, parted by a dither. */
    private static int backdrop(int colour, int bayer) {
        float offset = (bayer - 7.5f) / 16f;
        int out = Plane.saturate(colour, 1.2f);
        return Plane.rgb(
                level(Plane.channel(out, 16), offset),
                level(Plane.channel(out, 8), offset),
                level(Plane.channel(out, 0), offset));
    }

    private static float level(float value, float offset) {
        return Math.round(value * 9 + offset * 0.6f) / 9f;
    }

    private static int[] shrink(int[] argb, int size) {
        int[] out = new int[GRID * GRID];
        for (int gy = 0; gy < GRID; gy++) {
            for (int gx = 0; gx < GRID; gx++) {
                long alpha = 0;
                long red = 0;
                long green = 0;
                long blue = 0;
                int count = 0;
                for (int y = gy * size / GRID; y < Math.max(gy * size / GRID + 1, (gy + 1) * size / GRID); y++) {
                    for (int x = gx * size / GRID; x < Math.max(gx * size / GRID + 1, (gx + 1) * size / GRID); x++) {
                        int pixel = argb[y * size + x];
                        int a = pixel >>> 24;
                        alpha += a;
                        red += (long) a * (pixel >> 16 & 0xff);
                        green += (long) a * (pixel >> 8 & 0xff);
                        blue += (long) a * (pixel & 0xff);
                        count++;
                    }
                }
                long whole = Math.max(1, alpha);
                out[gy * GRID + gx] = (int) (alpha / count) << 24
                        | (int) (red / whole) << 16
                        | (int) (green / whole) << 8
                        | (int) (blue / whole);
            }
        }
        return out;
    }

    private static float[] shrink(float[] plane, int size) {
        float[] out = new float[GRID * GRID];
        for (int gy = 0; gy < GRID; gy++) {
            for (int gx = 0; gx < GRID; gx++) {
                float sum = 0;
                int count = 0;
                for (int y = gy * size / GRID; y < Math.max(gy * size / GRID + 1, (gy + 1) * size / GRID); y++) {
                    for (int x = gx * size / GRID; x < Math.max(gx * size / GRID + 1, (gx + 1) * size / GRID); x++) {
                        sum += plane[y * size + x];
                        count++;
                    }
                }
                out[gy * GRID + gx] = sum / count;
            }
        }
        return out;
    }

    private static void outline(int[] grid, boolean[] inside) {
        for (int y = 0; y < GRID; y++) {
            for (int x = 0; x < GRID; x++) {
                int i = y * GRID + x;
                boolean edge = inside[i]
                        && (x > 0 && !inside[i - 1]
                                || x < GRID - 1 && !inside[i + 1]
                                || y > 0 && !inside[i - GRID]
                                || y < GRID - 1 && !inside[i + GRID]);
                if (edge) {
                    grid[i] = Plane.times(grid[i], 0.28f, 0.22f, 0.32f);
                }
            }
        }
    }

    /** The colours that stand for all: k-means from evenly spread beginnings, the sitter counting for more. */
    private static int[] palette(int[] grid, boolean[] inside) {
        int[] palette = beginnings(grid, inside);
        for (int round = 0; round < ROUNDS; round++) {
            long[][] sums = new long[palette.length][4];
            for (int i = 0; i < grid.length; i++) {
                long[] sum = sums[nearest(palette, grid[i])];
                int weight = inside[i] ? 3 : 1;
                sum[0] += weight;
                sum[1] += (long) weight * (grid[i] >> 16 & 0xff);
                sum[2] += (long) weight * (grid[i] >> 8 & 0xff);
                sum[3] += (long) weight * (grid[i] & 0xff);
            }
            for (int k = 0; k < palette.length; k++) {
                long[] sum = sums[k];
                if (sum[0] > 0) {
                    palette[k] = 0xff000000
                            | (int) (sum[1] / sum[0]) << 16
                            | (int) (sum[2] / sum[0]) << 8
                            | (int) (sum[3] / sum[0]);
                }
            }
        }
        return palette;
    }

    /** Each the colour that is furthest from those before it; the first is the darkest. */
    private static int[] beginnings(int[] grid, boolean[] inside) {
        int[] palette = new int[COLOURS];
        int[] distance = new int[grid.length];
        int first = 0;
        for (int i = 1; i < grid.length; i++) {
            first = Plane.luminance(grid[i]) < Plane.luminance(grid[first]) ? i : first;
        }
        palette[0] = grid[first] | 0xff000000;
        Arrays.fill(distance, Integer.MAX_VALUE);
        for (int k = 1; k < COLOURS; k++) {
            int best = 0;
            long furthest = -1;
            for (int i = 0; i < grid.length; i++) {
                distance[i] = Math.min(distance[i], distance(palette[k - 1], grid[i]));
                long weighed = (long) distance[i] * (inside[i] ? 3 : 1);
                if (weighed > furthest) {
                    furthest = weighed;
                    best = i;
                }
            }
            palette[k] = grid[best] | 0xff000000;
        }
        return palette;
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int k = 0; k < palette.length; k++) {
            int distance = distance(palette[k], colour);
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    /** By the "redmean" approximation of how far apart the eye sees two colours. */
    private static int distance(int a, int b) {
        int redA = a >> 16 & 0xff;
        int redB = b >> 16 & 0xff;
        int mean = (redA + redB) / 2;
        int red = redA - redB;
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return ((512 + mean) * red * red >> 8) + 4 * green * green + ((767 - mean) * blue * blue >> 8);
    }
}
