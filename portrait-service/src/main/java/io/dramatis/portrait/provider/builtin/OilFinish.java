package io.dramatis.portrait.provider.builtin;

import java.awt.image.BufferedImage;

/**
 * Oil on canvas: strokes of ever smaller brushes along the forms, each laid only where the picture is not yet close
 * enough to the sitter (after Hertzmann, "Painterly Rendering with Curved Brush Strokes of Multiple Sizes", 1998),
 * with the ridges the bristles leave lit from the side. The face is painted finest, the distance broadest.
 */
final class OilFinish {

    private static final float[] CANVAS = {0.50f, 0.37f, 0.25f};
    private static final int HEIGHT = 3;
    private static final int DEPTH = 4;

    /** The part of a stroke after which the bristles begin to run dry. */
    private static final double DRYING = 0.55;

    private final int size;
    private final double unit;

    /** Red, green, blue and the height of the paint of each place, side by side: strokes go where they like. */
    private final float[] canvas;

    private final int[] goal;
    private final float[] care;
    private final int light;

    private OilFinish(Plates plates) {
        this.size = plates.size();
        this.unit = plates.unit();
        this.light = plates.sitting().light();
        this.goal = Plane.pixels(plates.whole());
        for (int i = 0; i < goal.length; i++) {
            goal[i] = Plane.saturate(goal[i], 1.16f);
        }
        this.canvas = new float[size * size * DEPTH];
        for (int at = 0; at < canvas.length; at += DEPTH) {
            System.arraycopy(CANVAS, 0, canvas, at, CANVAS.length);
        }
        this.care = care(plates);
    }

    static BufferedImage of(Plates plates) {
        return new OilFinish(plates).finish();
    }

    private BufferedImage finish() {
        float[] tone = new float[size * size];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = 0.35f * Plane.channel(goal[i], 16)
                    + 0.45f * Plane.channel(goal[i], 8)
                    + 0.20f * Plane.channel(goal[i], 0);
        }
        Flow broad = new Flow(tone, size, 20 * unit);
        Flow fine = new Flow(tone, size, 6 * unit);
        layer(broad, 24, 0, 0, 91);
        layer(broad, 12, 0.055, 0.1, 92);
        layer(fine, 6, 0.045, 0.35, 93);
        layer(fine, 3.2, 0.040, 0.60, 94);
        layer(fine, 1.8, 0.040, 0.90, 95);
        return Plane.picture(lit(), size);
    }

    /** How finely each place is to be painted: 0 far off, about a half the dress, 1 the face. */
    private float[] care(Plates plates) {
        float[] mask = Plane.blur(Plane.mask(Plane.pixels(plates.sitter(size))), size, 3 * unit);
        Figure figure = plates.sitting().figure();
        FaceGeometry face = plates.sitting().face();
        double cx = figure.headX();
        double cy = figure.headY() + 20;
        double rx = face.halfWidth() * figure.headScale() * 1.02;
        double ry = 175 * figure.headScale();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double dx = (x / unit - cx) / rx;
                double dy = (y / unit - cy) / ry;
                float near = Plane.step(1.25, 0.85, Math.sqrt(dx * dx + dy * dy));
                int i = y * size + x;
                mask[i] = mask[i] * (0.62f + 0.38f * near);
            }
        }
        return mask;
    }

    private void layer(Flow flow, double brush, double tolerance, double least, int purpose) {
        double radius = brush * unit;
        if (radius < 0.8) {
            return;
        }
        int[] aim = radius > 4 * unit ? Plane.softened(goal, size, radius * 0.45) : goal;
        double pitch = radius * 1.25;
        int cells = (int) (size / pitch) + 3;
        for (int n = 0; n < cells * cells; n++) {
            // In an order that mixes rows, so that no stroke always lies over its neighbour.
            int k = (int) ((n * 7_919L) % ((long) cells * cells));
            int cx = k % cells;
            int cy = k / cells;
            double x = inside((cx - 1 + Plane.chance(cx, cy, purpose)) * pitch);
            double y = inside((cy - 1 + Plane.chance(cx, cy, purpose + 20)) * pitch);
            int at = (int) y * size + (int) x;
            if (care[at] < least || tolerance > 0 && error(aim, at) < tolerance * (1.7 - care[at])) {
                continue;
            }
            stroke(flow, aim, x, y, radius, cx, cy, purpose);
        }
    }

    private double inside(double place) {
        return Math.max(0, Math.min(size - 1, place));
    }

    private double error(int[] aim, int at) {
        int paint = at * DEPTH;
        return Math.abs(canvas[paint] - Plane.channel(aim[at], 16)) * 0.35
                + Math.abs(canvas[paint + 1] - Plane.channel(aim[at], 8)) * 0.45
                + Math.abs(canvas[paint + 2] - Plane.channel(aim[at], 0)) * 0.20;
    }

    private static double change(int from, int to) {
        return Math.abs(Plane.channel(to, 16) - Plane.channel(from, 16)) * 0.35
                + Math.abs(Plane.channel(to, 8) - Plane.channel(from, 8)) * 0.45
                + Math.abs(Plane.channel(to, 0) - Plane.channel(from, 0)) * 0.20;
    }

    private void stroke(Flow flow, int[] aim, double x0, double y0, double radius, int cx, int cy, int purpose) {
        int at = (int) y0 * size + (int) x0;
        float jitter = (Plane.chance(cx, cy, purpose + 40) - 0.5f) * (radius > 4 * unit ? 0.055f : 0.02f);
        float warm = (Plane.chance(cx, cy, purpose + 60) - 0.5f) * (radius > 4 * unit ? 0.035f : 0.012f);
        float r = Plane.channel(aim[at], 16) + jitter + warm;
        float g = Plane.channel(aim[at], 8) + jitter;
        float b = Plane.channel(aim[at], 0) + jitter - warm;
        double own = Plane.cloud(x0 / unit, y0 / unit, 150, 90) * 5 - 1.2;
        double sure = flow.certainty(x0, y0);
        double dx = flow.x(x0, y0);
        double dy = flow.y(x0, y0);
        if (sure < 0.25) {
            dx = StrictMath.cos(own);
            dy = StrictMath.sin(own);
        }
        if (Plane.chance(cx, cy, purpose + 80) < 0.5f) {
            dx = -dx;
            dy = -dy;
        }
        int points = 1;
        double[] line = new double[14];
        line[0] = x0;
        line[1] = y0;
        double pace = radius * 1.05;
        while (points < 7) {
            double x = line[2 * points - 2] + dx * pace;
            double y = line[2 * points - 1] + dy * pace;
            if (x < 0 || y < 0 || x >= size || y >= size) {
                break;
            }
            int here = (int) y * size + (int) x;
            if (points > 1 && change(aim[at], aim[here]) > 0.045) {
                break;
            }
            line[2 * points] = x;
            line[2 * points + 1] = y;
            points++;
            double tx = flow.x(x, y);
            double ty = flow.y(x, y);
            if (tx * dx + ty * dy < 0) {
                tx = -tx;
                ty = -ty;
            }
            double turn = flow.certainty(x, y) * 0.7;
            dx += (tx - dx) * turn;
            dy += (ty - dy) * turn;
            double length = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
            dx /= length;
            dy /= length;
        }
        float[] loads = loads(radius, cx * 31 + cy * 17 + purpose);
        for (int i = 0; i + 1 < points; i++) {
            sweep(line, i, points, radius, r, g, b, loads);
        }
    }

    /** How much paint each bristle carries, from edge to edge of the brush. */
    private float[] loads(double radius, int seed) {
        float[] loads = new float[(int) (2 * bristles(radius)) + 2];
        for (int hair = 0; hair < loads.length; hair++) {
            loads[hair] = Plane.chance(hair, seed, 96);
        }
        return loads;
    }

    /** Bristles in half the width of a brush. */
    private double bristles(double radius) {
        return Math.max(2.5, radius / unit * 0.75);
    }

    /** One segment of a stroke: the bristles run along it, each with its own load of paint. */
    private void sweep(double[] line, int i, int points, double radius, float r, float g, float b, float[] loads) {
        double ax = line[2 * i];
        double ay = line[2 * i + 1];
        double ex = line[2 * i + 2] - ax;
        double ey = line[2 * i + 3] - ay;
        double length = Math.max(1e-6, Math.sqrt(ex * ex + ey * ey));
        ex /= length;
        ey /= length;
        boolean first = i == 0;
        boolean last = i == points - 2;
        double reach = radius + 1;
        int left = (int) Math.max(0, Math.min(ax, line[2 * i + 2]) - reach);
        int right = (int) Math.min(size - 1, Math.max(ax, line[2 * i + 2]) + reach);
        int top = (int) Math.max(0, Math.min(ay, line[2 * i + 3]) - reach);
        int bottom = (int) Math.min(size - 1, Math.max(ay, line[2 * i + 3]) + reach);
        double bristles = bristles(radius);
        double thick = Math.min(1, 0.4 + radius / unit * 0.09);
        float uneven = radius > 2.5 * unit ? 0.05f : 0.02f;
        boolean drying = (i + 1.0) / (points - 1) > DRYING;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - ax;
                double py = y + 0.5 - ay;
                double u = px * ex + py * ey;
                double v = (px * -ey + py * ex) / radius;
                double beyond = u < 0 ? -u : u > length ? u - length : 0;
                if (v < -1 || v > 1 || beyond > 0 && beyond * beyond + v * v * radius * radius > radius * radius) {
                    continue;
                }
                double place = (v + 1) * bristles;
                int hair = (int) place;
                double blend = place - hair;
                double load = loads[hair] * (1 - blend) + loads[hair + 1] * blend;
                double edge = Math.min(1, (1 - Math.abs(v)) * radius * 0.9);
                double dry = 0;
                if (drying) {
                    double share = (i + Math.max(0, Math.min(1, u / length))) / (points - 1);
                    dry = share > DRYING ? (share - DRYING) * 1.5 * (1 - load) : 0;
                }
                float cover = (float) Math.max(0, Math.min(1, edge * (0.96 - dry)));
                if (cover <= 0.02) {
                    continue;
                }
                int at = (y * size + x) * DEPTH;
                float shade = (float) (load - 0.5) * uneven;
                canvas[at] += (r + shade - canvas[at]) * cover;
                canvas[at + 1] += (g + shade - canvas[at + 1]) * cover;
                canvas[at + 2] += (b + shade - canvas[at + 2]) * cover;
                double ridge = (0.35 + 0.65 * load) * thick
                        + (Math.abs(v) > 0.78 ? 0.22 : 0)
                        + (first && u < radius * 0.4 || last && u > length - radius * 0.3 ? 0.12 : 0);
                canvas[at + HEIGHT] += ((float) ridge - canvas[at + HEIGHT]) * cover;
            }
        }
    }

    /** The ridges and the weave under thin paint, lit from the upper corner; then a warm varnish. */
    private int[] lit() {
        float[] height = new float[size * size];
        for (int i = 0; i < height.length; i++) {
            height[i] = canvas[i * DEPTH + HEIGHT];
        }
        float[] relief = Plane.blur(height, size, 0.7);
        int[] out = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int at = y * size + x;
                int before = y * size + Math.max(0, x - 1);
                int after = y * size + Math.min(size - 1, x + 1);
                int above = Math.max(0, y - 1) * size + x;
                int below = Math.min(size - 1, y + 1) * size + x;
                float slope = (relief[after] - relief[before]) * light + (relief[below] - relief[above]);
                float weave = weave(x / unit, y / unit) * (1 - care[at] * 0.55f);
                float shine = Math.max(-0.10f, Math.min(0.13f, slope * -0.17f)) * (1 - care[at] * 0.35f) + weave;
                out[at] = Plane.rgb(
                        (canvas[at * DEPTH] + shine) * 1.02f + 0.012f,
                        canvas[at * DEPTH + 1] + shine * 0.98f + 0.006f,
                        (canvas[at * DEPTH + 2] + shine * 0.94f) * 0.965f);
            }
        }
        return out;
    }

    private static float weave(double x, double y) {
        double period = 5.2;
        double across = x / period - Math.floor(x / period) - 0.5;
        double down = y / period - Math.floor(y / period) - 0.5;
        boolean over = ((int) Math.floor(x / period) + (int) Math.floor(y / period) & 1) == 0;
        double thread = over ? across * across : down * down;
        return (float) (0.011 - thread * 0.12);
    }
}
