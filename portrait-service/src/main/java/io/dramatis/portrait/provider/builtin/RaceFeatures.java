package io.dramatis.portrait.provider.builtin;

/** Paints tusks, horns and the other signs of a people that are neither skin nor ears. */
final class RaceFeatures {

    private static final Rgb IVORY = Rgb.of(0xefe4c8);

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;

    RaceFeatures(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
    }

    /** A tiefling's tail curling up behind the shoulder; in picture units. */
    void paintTail() {
        if (sitting.traits().race() != Race.TIEFLING) {
            return;
        }
        Figure figure = sitting.figure();
        int side = figure.facing();
        double x = figure.bodyX() + side * (figure.shoulderHalf() + 10);
        Rgb skin = sitting.palette().skin();
        double[] line = {
            x - side * 60,
            1060,
            x + side * 70,
            900,
            x + side * 92,
            740,
            x + side * 20,
            640,
            x + side * 40,
            540,
            x + side * 96,
            520
        };
        svg.fill(Outline.ribbon(new double[] {58, 46, 34, 25, 17, 9}, line), skin.darker(0.55));
        svg.fill(Outline.ribbon(new double[] {46, 35, 25, 17, 11, 5}, line), skin.darker(0.15));
        double tx = x + side * 96;
        svg.fill(
                Outline.polygon(tx - side * 6, 508, tx + side * 70, 486, tx + side * 16, 560, tx + side * 8, 528),
                skin.darker(0.35));
    }

    /** Tusks rising from the lower lip; in head units. */
    void paintTusks() {
        if (!sitting.traits().race().orcish()) {
            return;
        }
        boolean full = sitting.traits().race() == Race.ORC;
        double size = full ? 34 : 19;
        double thick = full ? 12.5 : 8.5;
        double open = sitting.traits().expression().open() * 9;
        for (int side = -1; side <= 1; side += 2) {
            double base = side * face.mouthHalf() * 0.66;
            double y = face.mouthY() + 5 + open - sitting.traits().expression().smile() * 0.3;
            double[] line = view.map(13, base, y + 3, base + side * 5, y - size * 0.45, base + side * 4, y - size);
            svg.fill(Outline.ribbon(new double[] {thick * 1.15, thick, 1}, line), IVORY.darker(0.6), 0.75);
            svg.fill(
                    Outline.ribbon(new double[] {thick, thick * 0.85, 0.8}, line),
                    svg.linear(
                            0,
                            y - size,
                            0,
                            y + 4,
                            Svg.stop(0, IVORY.lighter(0.5)),
                            Svg.stop(0.6, IVORY),
                            Svg.stop(1, Rgb.of(0xa8895a))));
            double[] lip = view.map(13, base - 11, y + 3, base, y + 6, base + 11, y + 3);
            svg.fill(
                    Outline.ribbon(new double[] {2, 8, 2}, lip),
                    sitting.palette().lip().darker(0.2));
        }
    }

    /** Horns swept back from the brow; in head units, over the hair. */
    void paintHorns() {
        boolean tiefling = sitting.traits().race() == Race.TIEFLING;
        if (!tiefling && !sitting.traits().has(Mark.HORNS)) {
            return;
        }
        Dice dice = sitting.dice(101);
        double curl = dice.between(0, 1);
        double length = dice.between(0.9, 1.2);
        Rgb horn = tiefling ? sitting.palette().skin().times(0.34, 0.30, 0.34) : Rgb.of(0x6a5844);
        for (int side = -1; side <= 1; side += 2) {
            double x = view.x(side * face.halfWidth() * 0.52);
            double y = face.hairlineY() + 8;
            double[] line = curl < 0.5
                    ? new double[] {
                        x,
                        y,
                        x + side * 26 * length,
                        y - 62 * length,
                        x + side * 74 * length,
                        y - 98 * length,
                        x + side * 118 * length,
                        y - 84 * length,
                        x + side * 134 * length,
                        y - 38 * length
                    }
                    : new double[] {
                        x,
                        y,
                        x + side * 12,
                        y - 56 * length,
                        x + side * 44,
                        y - 108 * length,
                        x + side * 50,
                        y - 160 * length,
                        x + side * 26,
                        y - 206 * length
                    };
            horn(line, horn, side);
        }
    }

    private void horn(double[] line, Rgb colour, int side) {
        boolean lit = side == sitting.light();
        svg.ellipse(line[0], line[1] + 4, 22, 13, sitting.palette().skinDeep(), 0.6);
        svg.fill(Outline.ribbon(new double[] {40, 35, 28, 18, 2}, line), colour.darker(0.55));
        svg.fill(Outline.ribbon(new double[] {34, 29, 23, 14, 1}, line), lit ? colour.lighter(0.12) : colour);
        for (int i = 0; i < line.length - 2; i += 2) {
            for (int k = 0; k < 3; k++) {
                double u = k / 3.0;
                double cx = line[i] + (line[i + 2] - line[i]) * u;
                double cy = line[i + 1] + (line[i + 3] - line[i + 1]) * u;
                double w = 15 * (1 - (i / 2.0 + u) / 4.6);
                double dx = line[i + 2] - line[i];
                double dy = line[i + 3] - line[i + 1];
                double len = Math.sqrt(dx * dx + dy * dy);
                svg.stroke(
                        Outline.through(
                                cx - dy / len * w,
                                cy + dx / len * w,
                                cx + dx / len * 4,
                                cy + dy / len * 4,
                                cx + dy / len * w,
                                cy - dx / len * w),
                        colour.darker(0.6),
                        2.4,
                        0.6);
            }
        }
        double[] gleam = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
            gleam[i] = line[i] + sitting.light() * 6 * (1 - i / (double) line.length);
            gleam[i + 1] = line[i + 1] - 4;
        }
        svg.fill(Outline.ribbon(new double[] {2, 7, 6, 4, 0.5}, gleam), colour.lighter(0.6), 0.4);
    }
}
