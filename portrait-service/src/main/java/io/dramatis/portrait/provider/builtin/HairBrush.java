package io.dramatis.portrait.provider.builtin;

/** The strokes hair is painted with: locks in three tones under one band of light, curls and braids. */
final class HairBrush {

    private final Svg svg;
    private final Dice dice;
    private final Rgb colour;
    private final String dark;
    private final String middle;
    private final String bright;
    private final int light;

    /** @param glossY where the band of light lies, in head units */
    HairBrush(Sitting sitting, Rgb colour, double glossY, int purpose) {
        this.svg = sitting.svg();
        this.dice = sitting.dice(purpose);
        this.colour = colour;
        this.light = sitting.light();
        Rgb deep = deep();
        Rgb sheen = colour.mix(Rgb.of(0xfff0d4), 0.16 + 0.08 * (1 - colour.luminance()));
        if (StyledFace.drawn(sitting.traits())) {
            this.dark = colour.mix(deep, 0.62).hex();
            this.middle = colour.hex();
            this.bright = colour.mix(sheen, 0.20 + 0.30 * colour.luminance()).hex();
            return;
        }
        double tilt = light * -34;
        this.dark = svg.linear(
                0,
                glossY - 60,
                tilt,
                glossY + 330,
                Svg.stop(0, deep.mix(colour, 0.40)),
                Svg.stop(0.5, deep.mix(colour, 0.22)),
                Svg.stop(1, deep.darker(0.12)));
        this.middle = svg.linear(
                0,
                glossY - 70,
                tilt,
                glossY + 330,
                Svg.stop(0, colour.mix(deep, 0.4)),
                Svg.stop(0.2, colour),
                Svg.stop(0.42, colour.mix(deep, 0.45)),
                Svg.stop(0.7, colour.mix(deep, 0.3)),
                Svg.stop(1, deep));
        this.bright = svg.linear(
                0,
                glossY - 70,
                tilt,
                glossY + 330,
                Svg.stop(0, colour.mix(deep, 0.25)),
                Svg.stop(0.17, sheen),
                Svg.stop(0.40, colour),
                Svg.stop(0.62, colour.mix(sheen, 0.5)),
                Svg.stop(1, colour.mix(deep, 0.6)));
    }

    /** The tone of a light that is drawn, not modelled. */
    Rgb gloss() {
        return colour.mix(Rgb.of(0xfff6e4), 0.46 + 0.12 * (1 - colour.luminance()));
    }

    Dice dice() {
        return dice;
    }

    Rgb deep() {
        double keep = 0.50 + 0.22 * colour.luminance();
        return colour.times(keep, keep * 0.92, keep * 0.97);
    }

    void mass(String data) {
        svg.fill(data, dark);
    }

    void body(String data) {
        svg.fill(data, middle);
    }

    /** One lock, tapering to its end, in a tone thrown by the dice. */
    void lock(double width, double... xy) {
        double roll = dice.unit();
        String paint = roll < 0.20 ? dark : roll < 0.68 ? middle : bright;
        int count = xy.length / 2;
        double[] widths = new double[count];
        for (int i = 0; i < count; i++) {
            double u = i / (double) (count - 1);
            widths[i] = width * Math.max(0.05, Math.sqrt(Math.max(0, 1 - (u - 0.35) * (u - 0.35) * 2.3)));
        }
        widths[0] = width * 0.30;
        widths[count - 1] = width * 0.05;
        svg.fill(Outline.ribbon(widths, xy), paint, 0.95);
    }

    /** A pointed lock along a bow. */
    void tip(double x0, double y0, double cx, double cy, double x1, double y1, double width) {
        double roll = dice.unit();
        svg.fill(Outline.leaf(x0, y0, cx, cy, x1, y1, width), roll < 0.22 ? dark : roll < 0.7 ? middle : bright, 0.96);
    }

    /** Single light hairs over the mass. */
    void hair(double... xy) {
        svg.stroke(Outline.through(xy), bright, 1.2, 0.5);
    }

    /** A curl: a lock rolled up on itself. */
    void curl(double x, double y, double radius) {
        svg.ellipse(x, y, radius * 0.95, radius * 0.9, dark, 0.9);
        double turn = dice.between(0, StrictMath.PI * 2);
        int way = dice.sign();
        for (int strand = 0; strand < 3; strand++) {
            double[] spiral = new double[14];
            for (int i = 0; i < 7; i++) {
                double angle = turn + way * (strand * 2.1 + i * 0.62);
                double reach = radius * (1.08 - i * 0.115);
                spiral[2 * i] = x + StrictMath.cos(angle) * reach;
                spiral[2 * i + 1] = y + StrictMath.sin(angle) * reach * 0.94;
            }
            lock(radius * 0.52, spiral);
        }
    }

    /** A long lock wound like a corkscrew. */
    void ringlet(double x0, double y0, double x1, double y1, double sway, double width) {
        int points = Math.max(7, (int) (Math.abs(y1 - y0) / 15));
        double phase = dice.between(0, StrictMath.PI * 2);
        double[] line = new double[points * 2];
        for (int i = 0; i < points; i++) {
            double u = i / (double) (points - 1);
            line[2 * i] = x0 + (x1 - x0) * u + StrictMath.sin(phase + i * 0.95) * sway * Math.min(1, u * 4);
            line[2 * i + 1] = y0 + (y1 - y0) * u;
        }
        lock(width, line);
    }

    /** A plait hanging from one point to another, with a tie near its end. */
    void braid(double x0, double y0, double x1, double y1, double width, Rgb tie) {
        double length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        int links = Math.max(4, (int) (length / (width * 0.62)));
        for (int i = 0; i < links; i++) {
            double u = i / (double) links;
            double x = x0 + (x1 - x0) * u;
            double y = y0 + (y1 - y0) * u;
            double size = width * (1 - 0.35 * u);
            int side = i % 2 == 0 ? 1 : -1;
            String link = Outline.around(
                    x - side * size * 0.08,
                    y - size * 0.55,
                    x + side * size * 0.52,
                    y - size * 0.25,
                    x + side * size * 0.42,
                    y + size * 0.42,
                    x - side * size * 0.22,
                    y + size * 0.85);
            svg.fill(link, i % 3 == 0 ? bright : middle);
            svg.stroke(link, deep().darker(0.2), 1.6, 0.6);
            svg.stroke(
                    Outline.through(
                            x + side * size * 0.08,
                            y - size * 0.3,
                            x + side * size * 0.3,
                            y + size * 0.05,
                            x + side * size * 0.05,
                            y + size * 0.5),
                    bright,
                    1.4,
                    0.55);
        }
        double w = width * 0.36;
        for (int i = -2; i <= 2; i++) {
            tip(
                    x1 + i * w * 0.2,
                    y1 + 2,
                    x1 + i * w * 0.8,
                    y1 + width * 0.7,
                    x1 + i * w * 0.35,
                    y1 + width * 1.35,
                    w * 0.4);
        }
        svg.fill(Outline.around(x1 - w, y1 - 5, x1 + w, y1 - 5, x1 + w * 0.9, y1 + 7, x1 - w * 0.9, y1 + 7), tie);
        svg.stroke(Outline.through(x1 - w * 0.8, y1 - 2, x1 + w * 0.8, y1 - 2), tie.lighter(0.5), 1.6, 0.7);
    }
}
