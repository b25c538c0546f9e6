package io.dramatis.portrait.provider.builtin;

/**
 * Builds SVG path data. Numbers are written with one fixed decimal by hand, which is quick and independent of any
 * locale.
 */
final class Outline {

    private final StringBuilder data = new StringBuilder(160);

    Outline move(double x, double y) {
        return command('M', x, y);
    }

    Outline line(double x, double y) {
        return command('L', x, y);
    }

    Outline quad(double cx, double cy, double x, double y) {
        return command('Q', cx, cy, x, y);
    }

    Outline curve(double c1x, double c1y, double c2x, double c2y, double x, double y) {
        return command('C', c1x, c1y, c2x, c2y, x, y);
    }

    Outline close() {
        data.append('Z');
        return this;
    }

    String data() {
        return data.toString();
    }

    private Outline command(char letter, double... numbers) {
        data.append(letter);
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                data.append(' ');
            }
            number(data, numbers[i], 1);
        }
        return this;
    }

    /** Straight edges through the given points. */
    static String polygon(double... xy) {
        Outline outline = new Outline().move(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            outline.line(xy[i], xy[i + 1]);
        }
        return outline.close().data();
    }

    /** An open smooth curve (Catmull-Rom) through the given points. */
    static String through(double... xy) {
        return smooth(false, xy);
    }

    /** A closed smooth curve (Catmull-Rom) through the given points. */
    static String around(double... xy) {
        return smooth(true, xy);
    }

    private static String smooth(boolean closed, double... xy) {
        int count = xy.length / 2;
        Outline outline = new Outline().move(xy[0], xy[1]);
        int segments = closed ? count : count - 1;
        for (int i = 0; i < segments; i++) {
            int before = index(i - 1, count, closed);
            int from = index(i, count, closed);
            int to = index(i + 1, count, closed);
            int after = index(i + 2, count, closed);
            outline.curve(
                    xy[2 * from] + (xy[2 * to] - xy[2 * before]) / 6,
                    xy[2 * from + 1] + (xy[2 * to + 1] - xy[2 * before + 1]) / 6,
                    xy[2 * to] - (xy[2 * after] - xy[2 * from]) / 6,
                    xy[2 * to + 1] - (xy[2 * after + 1] - xy[2 * from + 1]) / 6,
                    xy[2 * to],
                    xy[2 * to + 1]);
        }
        return closed ? outline.close().data() : outline.data();
    }

    private static int index(int i, int count, boolean closed) {
        return closed ? Math.floorMod(i, count) : Math.max(0, Math.min(count - 1, i));
    }

    /** A brush stroke along a centre line, half as wide at each point as {@code widths} says there. */
    static String ribbon(double[] widths, double... xy) {
        int count = xy.length / 2;
        double[] rim = new double[count * 4];
        for (int i = 0; i < count; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(count - 1, i + 1);
            double dx = xy[2 * after] - xy[2 * before];
            double dy = xy[2 * after + 1] - xy[2 * before + 1];
            double length = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
            double nx = -dy / length * widths[i] / 2;
            double ny = dx / length * widths[i] / 2;
            int back = 2 * count - 1 - i;
            rim[2 * i] = xy[2 * i] + nx;
            rim[2 * i + 1] = xy[2 * i + 1] + ny;
            rim[2 * back] = xy[2 * i] - nx;
            rim[2 * back + 1] = xy[2 * i + 1] - ny;
        }
        return around(rim);
    }

    /** A lock of hair, a blade of grass, a leaf: pointed at both ends and bowed towards the control point. */
    static String leaf(double x0, double y0, double cx, double cy, double x1, double y1, double width) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
        double nx = -dy / length * width;
        double ny = dx / length * width;
        return new Outline()
                .move(x0, y0)
                .quad(cx + nx, cy + ny, x1, y1)
                .quad(cx - nx, cy - ny, x0, y0)
                .close()
                .data();
    }

    /** An ellipse as path data, for clips. */
    static String ellipse(double cx, double cy, double rx, double ry) {
        double k = 0.5523;
        return new Outline()
                .move(cx - rx, cy)
                .curve(cx - rx, cy - k * ry, cx - k * rx, cy - ry, cx, cy - ry)
                .curve(cx + k * rx, cy - ry, cx + rx, cy - k * ry, cx + rx, cy)
                .curve(cx + rx, cy + k * ry, cx + k * rx, cy + ry, cx, cy + ry)
                .curve(cx - k * rx, cy + ry, cx - rx, cy + k * ry, cx - rx, cy)
                .close()
                .data();
    }

    static void number(StringBuilder out, double value, int decimals) {
        long factor = decimals == 1 ? 10 : 1000;
        long scaled = Math.round(value * factor);
        if (scaled < 0) {
            out.append('-');
            scaled = -scaled;
        }
        out.append(scaled / factor);
        long fraction = scaled % factor;
        if (fraction != 0) {
            String digits = Long.toString(factor + fraction);
            out.append('.').append(digits, 1, digits.length());
        }
    }
}
