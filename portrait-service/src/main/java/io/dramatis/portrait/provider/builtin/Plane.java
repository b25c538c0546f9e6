package io.dramatis.portrait.provider.builtin;

import java.awt.image.BufferedImage;

/** The arithmetic of square pictures that the finishes share. Pure: the same pixels give the same pixels everywhere. */
final class Plane {

    private Plane() {}

    static int[] pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        // What the rasterizer draws is laid out as wanted already; through its colour model every
        // pixel takes a detour of its own.
        if (image.getType() == BufferedImage.TYPE_INT_ARGB) {
            return (int[]) image.getRaster().getDataElements(0, 0, width, height, null);
        }
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            int[] rgb = (int[]) image.getRaster().getDataElements(0, 0, width, height, null);
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] |= 0xff000000;
            }
            return rgb;
        }
        return image.getRGB(0, 0, width, height, null, 0, width);
    }

    static BufferedImage picture(int[] rgb, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, size, size, rgb);
        return image;
    }

    static float channel(int argb, int shift) {
        return (argb >> shift & 0xff) / 255f;
    }

    static float luminance(int argb) {
        return (0.299f * (argb >> 16 & 0xff) + 0.587f * (argb >> 8 & 0xff) + 0.114f * (argb & 0xff)) / 255f;
    }

    /** The opacity of every pixel, 0 to 1. */
    static float[] mask(int[] argb) {
        float[] mask = new float[argb.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (argb[i] >>> 24) / 255f;
        }
        return mask;
    }

    /** As {@link #mask}, but what lets the ground through, as a glow does, is no part of it. */
    static float[] solid(int[] argb) {
        float[] mask = new float[argb.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = step(0.88, 0.99, (argb[i] >>> 24) / 255f);
        }
        return mask;
    }

    /** Brightness over a white ground. */
    static float[] luminances(int[] argb) {
        float[] light = new float[argb.length];
        for (int i = 0; i < light.length; i++) {
            float alpha = (argb[i] >>> 24) / 255f;
            light[i] = luminance(argb[i]) * alpha + 1 - alpha;
        }
        return light;
    }

    static float[] channel(int[] argb, int shift) {
        float[] plane = new float[argb.length];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = channel(argb[i], shift);
        }
        return plane;
    }

    /** A picture's colours, softened; one channel after the other, which needs the least memory. */
    static int[] softened(int[] argb, int size, double deviation) {
        int[] out = new int[argb.length];
        for (int shift = 0; shift <= 16; shift += 8) {
            float[] soft = blur(channel(argb, shift), size, deviation);
            for (int i = 0; i < out.length; i++) {
                out[i] |= clamp(soft[i]) << shift | 0xff000000;
            }
        }
        return out;
    }

    /** A Gaussian blur, by its own kernel where it is small and by three boxes where it is large. */
    static float[] blur(float[] plane, int size, double deviation) {
        if (deviation < 0.3) {
            return plane;
        }
        float[] spare = new float[plane.length];
        float[] out = new float[plane.length];
        if (deviation < 2.5) {
            float[] kernel = kernel(deviation);
            convolveRows(plane, spare, size, kernel);
            convolveColumns(spare, out, size, kernel);
            return out;
        }
        int radius = Math.max(1, (int) Math.round((Math.sqrt(4 * deviation * deviation + 1) - 1) / 2));
        System.arraycopy(plane, 0, out, 0, plane.length);
        for (int pass = 0; pass < 3; pass++) {
            boxRows(out, spare, size, radius);
            boxColumns(spare, out, size, radius);
        }
        return out;
    }

    private static float[] kernel(double deviation) {
        int radius = (int) Math.ceil(deviation * 2.6);
        float[] kernel = new float[radius * 2 + 1];
        double total = 0;
        for (int i = -radius; i <= radius; i++) {
            total += StrictMath.exp(-i * i / (2 * deviation * deviation));
        }
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) (StrictMath.exp(-i * i / (2 * deviation * deviation)) / total);
        }
        return kernel;
    }

    private static void convolveRows(float[] in, float[] out, int size, float[] kernel) {
        int radius = kernel.length / 2;
        for (int row = 0; row < size; row++) {
            int base = row * size;
            for (int i = 0; i < size; i++) {
                float sum = 0;
                if (i >= radius && i < size - radius) {
                    int at = base + i - radius;
                    for (float weight : kernel) {
                        sum += weight * in[at++];
                    }
                } else {
                    for (int k = -radius; k <= radius; k++) {
                        sum += kernel[k + radius] * in[base + Math.max(0, Math.min(size - 1, i + k))];
                    }
                }
                out[base + i] = sum;
            }
        }
    }

    // Columns are done row by row, which memory is quicker with.
    private static void convolveColumns(float[] in, float[] out, int size, float[] kernel) {
        int radius = kernel.length / 2;
        for (int row = 0; row < size; row++) {
            int to = row * size;
            for (int k = -radius; k <= radius; k++) {
                float weight = kernel[k + radius];
                int from = Math.max(0, Math.min(size - 1, row + k)) * size;
                for (int x = 0; x < size; x++) {
                    out[to + x] += weight * in[from + x];
                }
            }
        }
    }

    private static void boxRows(float[] in, float[] out, int size, int radius) {
        float share = 1f / (2 * radius + 1);
        for (int row = 0; row < size; row++) {
            int base = row * size;
            float sum = 0;
            for (int k = -radius; k <= radius; k++) {
                sum += in[base + Math.max(0, Math.min(size - 1, k))];
            }
            for (int i = 0; i < size; i++) {
                out[base + i] = sum * share;
                sum += in[base + Math.min(size - 1, i + radius + 1)] - in[base + Math.max(0, i - radius)];
            }
        }
    }

    private static void boxColumns(float[] in, float[] out, int size, int radius) {
        float share = 1f / (2 * radius + 1);
        float[] sums = new float[size];
        for (int k = -radius; k <= radius; k++) {
            int from = Math.max(0, Math.min(size - 1, k)) * size;
            for (int x = 0; x < size; x++) {
                sums[x] += in[from + x];
            }
        }
        for (int row = 0; row < size; row++) {
            int to = row * size;
            int enter = Math.min(size - 1, row + radius + 1) * size;
            int leave = Math.max(0, row - radius) * size;
            for (int x = 0; x < size; x++) {
                out[to + x] = sums[x] * share;
                sums[x] += in[enter + x] - in[leave + x];
            }
        }
    }

    /** Where a plane is darker than around it: thin lines on the dark side of every edge; 0 to 1. */
    static float[] lines(float[] plane, int size, double deviation, double low, double high) {
        float[] near = blur(plane, size, deviation);
        float[] far = blur(plane, size, deviation * 1.9);
        for (int i = 0; i < near.length; i++) {
            near[i] = step(low, high, far[i] - near[i]);
        }
        return near;
    }

    /** From 0 at {@code low} to 1 at {@code high}, smoothly. */
    static float step(double low, double high, double value) {
        double t = Math.max(0, Math.min(1, (value - low) / (high - low)));
        return (float) (t * t * (3 - 2 * t));
    }

    static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }

    static int mix(int a, int b, float share) {
        return rgb(
                mix(channel(a, 16), channel(b, 16), share),
                mix(channel(a, 8), channel(b, 8), share),
                mix(channel(a, 0), channel(b, 0), share));
    }

    static int times(int colour, float red, float green, float blue) {
        return rgb(channel(colour, 16) * red, channel(colour, 8) * green, channel(colour, 0) * blue);
    }

    static int saturate(int colour, float factor) {
        float grey = luminance(colour);
        return rgb(
                grey + (channel(colour, 16) - grey) * factor,
                grey + (channel(colour, 8) - grey) * factor,
                grey + (channel(colour, 0) - grey) * factor);
    }

    static int rgb(float red, float green, float blue) {
        return 0xff000000 | clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static int clamp(float channel) {
        return Math.max(0, Math.min(255, (int) (channel * 255 + 0.5f)));
    }

    /** Uniform in [0, 1), the same for the same place: chance that does not depend on the order of drawing. */
    static float chance(int x, int y, int purpose) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ purpose * 0x9e3779b1;
        h ^= h >>> 15;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        h ^= h >>> 16;
        return (h >>> 8) / (float) (1 << 24);
    }

    /** Chance without steps: smooth between the points of a grid of the given width. */
    static float cloud(double x, double y, double grid, int purpose) {
        double gx = x / grid;
        double gy = y / grid;
        int ix = (int) Math.floor(gx);
        int iy = (int) Math.floor(gy);
        float fx = step(0, 1, gx - ix);
        float fy = step(0, 1, gy - iy);
        return mix(
                mix(chance(ix, iy, purpose), chance(ix + 1, iy, purpose), fx),
                mix(chance(ix, iy + 1, purpose), chance(ix + 1, iy + 1, purpose), fx),
                fy);
    }
}
