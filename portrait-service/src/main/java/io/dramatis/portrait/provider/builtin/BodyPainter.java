package io.dramatis.portrait.provider.builtin;

/** Paints the neck and what bare skin a neckline leaves, and gives garments their common ground of light and folds. */
final class BodyPainter {

    private final Sitting sitting;
    private final Svg svg;
    private final Figure figure;
    private final Palette palette;
    private final int light;

    BodyPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.figure = sitting.figure();
        this.palette = sitting.palette();
        this.light = sitting.light();
    }

    /** The torso as one lit form of the given colour with soft folds in it. */
    void torso(Rgb colour, double swell, double folds) {
        String outline = figure.torso(swell);
        double reach = figure.shoulderHalf() + 30;
        double x = figure.bodyX();
        Rgb dark = colour.times(0.50, 0.46, 0.55);
        svg.fill(
                outline,
                svg.linear(
                        x + light * reach,
                        figure.shoulderY(),
                        x - light * reach,
                        1024,
                        Svg.stop(0, colour.lighter(0.14)),
                        Svg.stop(0.45, colour),
                        Svg.stop(1, dark)));
        svg.openClip(outline);
        svg.openBlur(12);
        form(colour, folds);
        svg.close();
        svg.stroke(
                outline,
                svg.linear(
                        x - light * reach,
                        0,
                        x - light * reach * 0.4,
                        0,
                        Svg.stop(0, palette.rim(), 0.7),
                        Svg.stop(1, palette.rim(), 0)),
                9,
                0.75);
        svg.stroke(
                outline,
                svg.linear(
                        x + light * reach,
                        0,
                        x + light * reach * 0.3,
                        0,
                        Svg.stop(0, Rgb.of(0xfff0d4), 0.7),
                        Svg.stop(1, Rgb.of(0xfff0d4), 0)),
                7,
                0.55);
        svg.close();
    }

    private void form(Rgb colour, double folds) {
        double x = figure.bodyX();
        double half = figure.shoulderHalf();
        double top = figure.shoulderY();
        Rgb dark = colour.times(0.36, 0.32, 0.42);
        Rgb lit = colour.mix(Rgb.of(0xfff2d8), 0.34);
        for (int side = -1; side <= 1; side += 2) {
            double arm = x + side * half * 0.70;
            svg.fill(
                    Outline.ribbon(
                            new double[] {4, 20, 34, 40},
                            arm + side * 14,
                            top + 96,
                            arm,
                            top + 160,
                            arm - side * 4,
                            top + 240,
                            arm + side * 4,
                            1060),
                    dark,
                    0.75);
            svg.ellipse(x + side * half * 0.82, top + 74, half * 0.16, 44, lit, side == light ? 0.55 : 0.16);
            svg.ellipse(x + side * half * 0.34, top + 120, half * 0.22, 60, lit, side == light ? 0.22 : 0.08);
        }
        svg.ellipse(figure.headX() - light * 20, figure.pit() + 6, figure.neckHalf() * 1.7, 46, dark, 0.62);
        Dice dice = sitting.dice(61);
        for (int i = 0; i < 9; i++) {
            double u = (i - 4) / 4.0 + dice.between(-0.08, 0.08);
            double startX = x + u * half * 0.34;
            double endX = x + u * half * 0.74 + dice.between(-20, 20);
            double startY = top + 40 + dice.between(0, 60) + 30 * (1 - Math.abs(u));
            double bend = dice.between(-16, 16);
            double[] line = {startX, startY, (startX + endX) / 2 + bend, (startY + 1030) / 2, endX, 1040};
            svg.fill(
                    Outline.ribbon(new double[] {2, 15, 20}, line),
                    i % 2 == 0 ? dark : lit,
                    folds * (i % 2 == 0 ? 0.40 : 0.26));
        }
        svg.fill(
                Outline.around(x - half * 1.3, 1060, x - half, 960, x, 1000, x + half, 960, x + half * 1.3, 1060),
                dark,
                0.32);
    }

    /** The neck, and the skin down to a neckline that lies {@code depth} below the pit of the neck. */
    void neck(double wide, double depth) {
        double hx = figure.headX();
        double x = figure.bodyX();
        double half = figure.neckHalf();
        double pit = figure.pit();
        double top = figure.chin() - 120;
        String outline = Outline.around(
                hx - half * 0.98,
                top,
                hx - half * 0.96,
                (top + pit) / 2 + 16,
                x - half * 1.04,
                pit - 40,
                x - half - wide,
                pit - 12,
                x - half * 0.55 - wide * 0.35,
                pit + depth * 0.55,
                x,
                pit + depth,
                x + half * 0.55 + wide * 0.35,
                pit + depth * 0.55,
                x + half + wide,
                pit - 12,
                x + half * 1.04,
                pit - 40,
                hx + half * 0.96,
                (top + pit) / 2 + 16,
                hx + half * 0.98,
                top);
        Rgb shade = palette.skinShade();
        Rgb deep = palette.skinDeep();
        svg.fill(
                outline,
                svg.linear(
                        hx + light * half * 1.3,
                        0,
                        hx - light * half * 1.3,
                        0,
                        Svg.stop(0, palette.skin().mix(shade, 0.12)),
                        Svg.stop(0.5, palette.skin().mix(shade, 0.45)),
                        Svg.stop(1, shade.mix(deep, 0.45))));
        svg.openClip(outline);
        svg.openBlur(9);
        double chin = figure.chin();
        double scale = figure.headScale();
        double jaw = sitting.face().jawHalf() * scale;
        svg.fill(
                Outline.around(
                        hx - jaw,
                        chin - 110,
                        hx - jaw * 0.8,
                        chin - 20,
                        hx - light * 16,
                        chin + 36,
                        hx + jaw * 0.8,
                        chin - 20,
                        hx + jaw,
                        chin - 110),
                deep,
                0.85);
        svg.fill(
                Outline.ribbon(
                        new double[] {10, 14, 4},
                        hx - light * half * 0.7,
                        chin - 10,
                        x - light * half * 0.42,
                        pit - 40,
                        x - light * 12,
                        pit - 4),
                deep,
                0.38);
        svg.fill(
                Outline.ribbon(
                        new double[] {6, 12, 4},
                        hx + light * half * 0.74,
                        chin + 6,
                        x + light * half * 0.44,
                        pit - 36,
                        x + light * 10,
                        pit - 2),
                palette.skinLight(),
                0.30);
        svg.ellipse(x, pit + 2, 13, 11, deep, 0.5);
        for (int side = -1; side <= 1; side += 2) {
            svg.fill(
                    Outline.ribbon(
                            new double[] {4, 9, 3},
                            x + side * 16,
                            pit + 8,
                            x + side * half * 1.1,
                            pit + 2,
                            x + side * (half + wide),
                            pit - 8),
                    palette.skinLight(),
                    0.42);
            svg.fill(
                    Outline.ribbon(
                            new double[] {4, 9, 3},
                            x + side * 18,
                            pit + 20,
                            x + side * half * 1.1,
                            pit + 15,
                            x + side * (half + wide),
                            pit + 6),
                    deep,
                    0.34);
        }
        svg.close();
        svg.close();
        svg.stroke(outline, deep, 2, 0.5);
        if (sitting.traits().race() == Race.DRAGONBORN) {
            svg.openClip(outline);
            throatPlates(chin, pit + depth);
            svg.close();
        }
    }

    /** The broad pale scales down a dragonborn's throat. */
    private void throatPlates(double top, double bottom) {
        Rgb plate = palette.skin().mix(Rgb.of(0xf0d8a0), 0.32).darker(0.28);
        double half = figure.neckHalf() * 0.66;
        for (double y = top - 30; y < bottom; y += 19) {
            double cx = figure.headX() + (figure.bodyX() - figure.headX()) * (y - top) / (bottom - top);
            svg.fill(
                    Outline.around(
                            cx - half,
                            y,
                            cx,
                            y + 11,
                            cx + half,
                            y,
                            cx + half * 0.86,
                            y + 15,
                            cx,
                            y + 26,
                            cx - half * 0.86,
                            y + 15),
                    plate,
                    0.5);
            svg.stroke(Outline.through(cx - half, y + 13, cx, y + 25, cx + half, y + 13), palette.skinLine(), 2.4, 0.6);
        }
    }

    /** Whole bare shoulders and chest. */
    void bareTorso() {
        torso(palette.skin().mix(palette.skinShade(), 0.25), 0, 0.12);
        double x = figure.bodyX();
        double half = figure.shoulderHalf();
        double top = figure.shoulderY();
        svg.openClip(figure.torso(0));
        svg.openBlur(10);
        for (int side = -1; side <= 1; side += 2) {
            svg.fill(
                    Outline.ribbon(
                            new double[] {4, 16, 6},
                            x + side * 12,
                            top + 196,
                            x + side * half * 0.32,
                            top + 216,
                            x + side * half * 0.58,
                            top + 160),
                    palette.skinDeep(),
                    0.6);
            svg.ellipse(
                    x + side * half * 0.32, top + 120, half * 0.2, 42, palette.skinLight(), side == light ? 0.4 : 0.16);
        }
        svg.fill(Outline.ribbon(new double[] {4, 10, 12}, x, top + 40, x, top + 150, x, 1040), palette.skinDeep(), 0.5);
        svg.close();
        svg.close();
    }
}
