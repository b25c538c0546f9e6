package io.dramatis.portrait.provider.builtin;

/** Along which direction the forms of a picture run: a smoothed structure tensor, kept at a quarter of its width. */
final class Flow {

    private static final int COARSE = 4;

    private final int width;
    private final float[] along;
    private final float[] down;
    private final float[] certainty;

    Flow(float[] light, int size, double deviation) {
        this.width = (size + COARSE - 1) / COARSE;
        float[] small = new float[width * width];
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                small[y * width + x] = mean(light, size, x * COARSE, y * COARSE);
            }
        }
        float[] xx = new float[small.length];
        float[] yy = new float[small.length];
        float[] xy = new float[small.length];
        for (int y = 1; y < width - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                float dx = (small[at + 1] - small[at - 1]) / 2;
                float dy = (small[at + width] - small[at - width]) / 2;
                xx[at] = dx * dx;
                yy[at] = dy * dy;
                xy[at] = dx * dy;
            }
        }
        xx = Plane.blur(xx, width, deviation / COARSE);
        yy = Plane.blur(yy, width, deviation / COARSE);
        xy = Plane.blur(xy, width, deviation / COARSE);
        this.along = new float[small.length];
        this.down = new float[small.length];
        this.certainty = new float[small.length];
        for (int i = 0; i < small.length; i++) {
            // Across the gradient: the eigenvector of the tensor's smaller eigenvalue.
            double difference = xx[i] - yy[i];
            double root = Math.sqrt(difference * difference + 4.0 * xy[i] * xy[i]);
            double vx = 2.0 * xy[i];
            double vy = -difference - root;
            if (Math.abs(vx) + Math.abs(vy) < 1e-9) {
                vx = difference > 0 ? 0 : 1;
                vy = difference > 0 ? 1 : 0;
            }
            double length = Math.sqrt(vx * vx + vy * vy);
            along[i] = (float) (vx / length);
            down[i] = (float) (vy / length);
            double sum = xx[i] + yy[i];
            certainty[i] = (float) (sum < 1e-7 ? 0 : root / sum * Math.min(1, sum * 4_000));
        }
    }

    private static float mean(float[] light, int size, int left, int top) {
        float sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(size, top + COARSE); y++) {
            for (int x = left; x < Math.min(size, left + COARSE); x++) {
                sum += light[y * size + x];
                count++;
            }
        }
        return sum / count;
    }

    private int index(double x, double y) {
        int cx = Math.max(0, Math.min(width - 1, (int) (x / COARSE)));
        int cy = Math.max(0, Math.min(width - 1, (int) (y / COARSE)));
        return cy * width + cx;
    }

    float x(double x, double y) {
        return along[index(x, y)];
    }

    float y(double x, double y) {
        return down[index(x, y)];
    }

    /** From 0, where no direction prevails, to 1. */
    float certainty(double x, double y) {
        return certainty[index(x, y)];
    }
}
