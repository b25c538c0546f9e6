package io.dramatis.portrait.provider.builtin;

import java.awt.image.BufferedImage;

/**
 * Pen and brush on paper: lines whose weight follows the edge they trace, tone by hatching along the form and across
 * it, spots of solid black, and a pale wash. Around the sitter the drawing is left to fade into the paper.
 */
final class InkFinish {

    private static final float PAPER_RED = 0.957f;
    private static final float PAPER_GREEN = 0.941f;
    private static final float PAPER_BLUE = 0.906f;
    private static final float INK_RED = 0.075f;
    private static final float INK_GREEN = 0.072f;
    private static final float INK_BLUE = 0.085f;

    private final Plates plates;
    private final int size;
    private final double unit;
    private final float[] mask;
    private final float[] tone;
    private final float[] ink;
    private final Flow flow;

    private InkFinish(Plates plates) {
        this.plates = plates;
        this.size = plates.size();
        this.unit = plates.unit();
        int[] sitter = Plane.pixels(plates.sitter(size));
        this.mask = Plane.solid(sitter);
        this.tone = tones(sitter);
        this.ink = new float[size * size];
        this.flow = new Flow(tone, size, 20 * unit);
        lines(sitter);
    }

    static BufferedImage of(Plates plates) {
        return new InkFinish(plates).finish();
    }

    private BufferedImage finish() {
        float[] soft = Plane.blur(tone, size, 2.2 * unit);
        hatch(soft, 0.66, 5.6, 0.0, 81, true);
        hatch(soft, 0.46, 5.4, 1.05, 82, false);
        hatch(soft, 0.31, 4.6, -0.6, 83, false);
        hatch(soft, 0.24, 3.4, 0.4, 84, false);
        return Plane.picture(paper(soft), size);
    }

    /**
     * The sitter's tones, each form's own contrast heightened so that pale skin is modelled as well as dark cloth,
     * before a backdrop of middle tones that pales towards the picture's edges.
     */
    private float[] tones(int[] sitter) {
        int[] far = Plane.pixels(plates.backdrop());
        float[] back = new float[far.length];
        float[] near = new float[far.length];
        double sum = 0;
        for (int i = 0; i < far.length; i++) {
            back[i] = Plane.luminance(far[i]);
            near[i] = Plane.mix(back[i], Plane.luminance(sitter[i]), mask[i]);
            sum += back[i];
        }
        float shift = 0.54f - (float) (sum / far.length);
        back = Plane.blur(back, size, 3 * unit);
        float[] around = Plane.blur(near, size, 34 * unit);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int i = y * size + x;
                double dx = (x / (double) size - 0.5) / 0.5;
                double dy = (y / (double) size - 0.46) / 0.54;
                double out = Math.sqrt(dx * dx + dy * dy) + (Plane.cloud(x / unit, y / unit, 90, 80) - 0.5) * 0.26;
                float own = (near[i] - 0.10f) / 0.62f;
                own = Plane.mix(own, 0.72f + (near[i] - around[i]) * 2.6f, 0.42f);
                own = Plane.mix(own, 1.1f, Plane.step(0.88, 1.24, out) * 0.75f);
                float distant = Plane.mix(0.54f + (back[i] + shift - 0.54f) * 1.25f, 1.1f, Plane.step(0.66, 0.98, out));
                near[i] = Plane.mix(distant, own, mask[i]);
            }
        }
        return near;
    }

    private void lines(int[] sitter) {
        float[] light = CelFinish.light(sitter);
        float[] strokes = Plane.lines(light, size, 2.4 * unit, 0.018, 0.060);
        float[] fine = Plane.lines(light, size, 0.9 * unit, 0.016, 0.05);
        for (int i = 0; i < strokes.length; i++) {
            strokes[i] = Math.max(strokes[i], fine[i] * 0.92f);
        }
        float[] edge = Plane.blur(mask, size, 3.0 * unit);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int i = y * size + x;
                double press = Plane.cloud(x / unit, y / unit, 60, 85);
                float contour =
                        Plane.step(0.30 - 0.16 * press, 0.42, edge[i]) * Plane.step(0.78 + 0.16 * press, 0.62, edge[i]);
                float line = Math.max(strokes[i] * mask[i], contour * 0.96f);
                float spot = Plane.step(0.20, 0.12, tone[i]) * mask[i];
                ink[i] = Math.max(line, spot);
            }
        }
    }

    /** Strokes side by side wherever it is darker than the limit, the heavier the darker. */
    private void hatch(float[] soft, double limit, double pitch, double turn, int purpose, boolean along) {
        double gap = pitch * unit;
        double reach = 17 * unit;
        double cos = StrictMath.cos(turn - 0.85);
        double sin = StrictMath.sin(turn - 0.85);
        int rows = (int) (size * 1.5 / gap);
        int columns = (int) (size * 1.5 / (reach * 1.7));
        for (int row = -rows / 2; row <= rows / 2; row++) {
            for (int column = -columns / 2; column <= columns / 2; column++) {
                double u = (column + (row & 1) * 0.5 + (Plane.chance(column, row, purpose) - 0.5) * 0.7) * reach * 1.7;
                double v = (row + (Plane.chance(column, row, purpose + 20) - 0.5) * 0.35) * gap;
                double x = size / 2.0 + u * cos - v * sin;
                double y = size / 2.0 + u * sin + v * cos;
                if (x >= 0 && y >= 0 && x < size && y < size && at(soft, x, y) < limit) {
                    double start = Plane.chance(column, row, purpose + 40) * 0.3 + 0.85;
                    stroke(soft, limit, x, y, cos, sin, reach * start, along);
                    stroke(soft, limit, x, y, -cos, -sin, reach * start, along);
                }
            }
        }
    }

    /** Half a stroke, from its middle to its thin end; it bends with the form and stops where that ends. */
    private void stroke(
            float[] soft, double limit, double x0, double y0, double cos, double sin, double reach, boolean along) {
        double x = x0;
        double y = y0;
        double dx = cos;
        double dy = sin;
        float home = at(soft, x, y);
        float within = at(mask, x, y);
        double pace = 0.8;
        for (double done = 0; done < reach; done += pace) {
            if (x < 1 || y < 1 || x >= size - 1 || y >= size - 1) {
                return;
            }
            float here = at(soft, x, y);
            if (here > limit + 0.07 || Math.abs(here - home) > 0.22 || Math.abs(at(mask, x, y) - within) > 0.5) {
                return;
            }
            double depth = Math.max(0, limit - here) / limit;
            double end = 1 - done / reach;
            double weight = unit * (0.50 + 2.0 * depth) * (0.35 + 0.65 * end) * (within > 0.5 ? 1 : 0.62);
            dab(x, y, weight, within > 0.5 ? 0.93f : 0.60f);
            double tx = flow.x(x, y);
            double ty = flow.y(x, y);
            double turn = flow.certainty(x, y) * (along ? 0.11 : 0.03) * (within > 0.5 ? 1 : 0);
            if (tx * dx + ty * dy < 0) {
                tx = -tx;
                ty = -ty;
            }
            if (!along) {
                double swap = tx;
                tx = -ty;
                ty = swap;
                if (tx * dx + ty * dy < 0) {
                    tx = -tx;
                    ty = -ty;
                }
            }
            dx += (tx - dx) * turn;
            dy += (ty - dy) * turn;
            double length = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
            dx /= length;
            dy /= length;
            x += dx * pace;
            y += dy * pace;
        }
    }

    private void dab(double x, double y, double radius, float strength) {
        int reach = (int) (radius + 1.5);
        int cx = (int) x;
        int cy = (int) y;
        for (int py = Math.max(0, cy - reach); py <= Math.min(size - 1, cy + reach); py++) {
            for (int px = Math.max(0, cx - reach); px <= Math.min(size - 1, cx + reach); px++) {
                double ex = px + 0.5 - x;
                double ey = py + 0.5 - y;
                double distance = Math.sqrt(ex * ex + ey * ey);
                double cover = Math.max(0, Math.min(1, radius + 0.5 - distance)) * strength;
                int i = py * size + px;
                if (cover > ink[i]) {
                    ink[i] = (float) cover;
                }
            }
        }
    }

    private float at(float[] plane, double x, double y) {
        return plane[Math.min(size - 1, (int) y) * size + Math.min(size - 1, (int) x)];
    }

    /** Fibres, the wash, and the ink that takes to them a little unevenly. */
    private int[] paper(float[] soft) {
        float[] wash = Plane.blur(soft, size, 7 * unit);
        int[] out = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int i = y * size + x;
                double px = x / unit;
                double py = y / unit;
                float fibre =
                        (Plane.cloud(px, py, 3, 86) - 0.5f) * 0.020f + (Plane.cloud(px, py, 11, 87) - 0.5f) * 0.018f;
                float pool = (Plane.cloud(px, py, 46, 88) - 0.5f) * 0.10f;
                float dilute = Plane.step(0.80, 0.14, wash[i] + pool) * 0.27f;
                float black = Math.min(1, ink[i] * (0.97f + fibre * 2));
                out[i] = Plane.rgb(
                        mixed(PAPER_RED, INK_RED, fibre, dilute, black),
                        mixed(PAPER_GREEN, INK_GREEN, fibre, dilute, black),
                        mixed(PAPER_BLUE, INK_BLUE, fibre, dilute, black));
            }
        }
        return out;
    }

    private static float mixed(float paper, float ink, float fibre, float wash, float black) {
        float ground = (paper + fibre) * (1 - wash) + 0.30f * wash;
        return Plane.mix(ground, ink, black);
    }
}
