package io.dramatis.portrait.provider.builtin;

/** Paints ears, round or pointed after the sitter's people. */
final class EarPainter {

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;
    private final Palette palette;

    EarPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
        this.palette = sitting.palette();
    }

    /** Long ears stand out over the hair; round ones lie beneath it. */
    boolean overHair() {
        return sitting.traits().race().ear() > 40;
    }

    /** Both ears, unless a hood hides them. */
    void paint() {
        if (sitting.traits().headwear() == Headwear.HOOD) {
            return;
        }
        for (int side = -1; side <= 1; side += 2) {
            ear(side);
        }
    }

    private void ear(int side) {
        double far = side == view.farSide() ? Math.abs(view.sine()) : 0;
        double near = side == view.farSide() ? 0 : Math.abs(view.sine());
        double point = sitting.traits().race().ear() * face.earSize() * (1 - 0.3 * far);
        double size = face.earSize() * (1 - 0.35 * far);
        double x = side * face.halfWidth() * (0.955 - 0.04 * near) + view.chinShift() * 0.10;
        double top = -26;
        boolean drooping = sitting.traits().race().orcish() || sitting.traits().race() == Race.HALFLING;
        double rise = drooping ? 0.35 : sitting.traits().race() == Race.WOOD_ELF ? 0.42 : 0.62;
        double tipX = x + side * (16 * size + point * 0.80);
        double tipY = top - 12 * size - point * rise;
        String outline;
        if (point > 0) {
            outline = new Outline()
                    .move(x, top + 8)
                    .curve(
                            x + side * 10,
                            top - 14,
                            x + side * (14 + point * 0.3),
                            top - 12 - point * rise * 0.5,
                            tipX,
                            tipY)
                    .curve(
                            x + side * (22 + point * 0.62),
                            top + 14 - point * rise * 0.30,
                            x + side * (30 * size + point * 0.12),
                            top + 26,
                            x + side * 20 * size,
                            22)
                    .curve(x + side * 20 * size, 46, x + side * 6, 52, x - side * 5, 34)
                    .close()
                    .data();
        } else {
            outline = Outline.around(
                    x - side * 3,
                    top + 14,
                    x + side * 10 * size,
                    top - 6,
                    x + side * 27 * size,
                    top + 2,
                    x + side * 30 * size,
                    top + 26,
                    x + side * 20 * size,
                    22,
                    x + side * 13 * size,
                    43,
                    x + side,
                    46,
                    x - side * 6,
                    24);
        }
        boolean lit = side == sitting.light();
        Rgb base = lit
                ? palette.skin().mix(palette.skinLight(), 0.15)
                : palette.skin().mix(palette.skinShade(), 0.6);
        svg.fill(
                outline,
                svg.linear(
                        x,
                        0,
                        x + side * (34 + point * 0.8),
                        -point * rise,
                        Svg.stop(0, base.mix(palette.skinShade(), 0.55)),
                        Svg.stop(0.5, base.mix(palette.blush(), 0.14)),
                        Svg.stop(1, base.mix(palette.blush(), 0.22))));
        svg.stroke(outline, palette.skinDeep(), 2, 0.6);
        double inX = x + side * (15 * size + point * 0.58);
        double inY = top - 2 - point * rise * 0.72;
        if (point > 0) {
            svg.fill(
                    new Outline()
                            .move(x + side * 4, top + 16)
                            .curve(
                                    x + side * 12,
                                    top - 2,
                                    x + side * (14 + point * 0.25),
                                    top - 4 - point * rise * 0.4,
                                    inX,
                                    inY)
                            .curve(
                                    x + side * (16 + point * 0.42),
                                    top + 16 - point * rise * 0.25,
                                    x + side * 24 * size,
                                    top + 24,
                                    x + side * 12 * size,
                                    18)
                            .curve(x + side * 7, 12, x + side * 8, 2, x + side * 4, top + 16)
                            .close()
                            .data(),
                    palette.skinDeep().mix(palette.blush(), 0.2),
                    0.45);
        } else {
            svg.fill(
                    Outline.ribbon(
                            new double[] {2, 6, 3},
                            x + side * 6,
                            top + 18,
                            x + side * 18 * size,
                            top + 16,
                            x + side * 13 * size,
                            18),
                    palette.skinDeep().mix(palette.blush(), 0.2),
                    0.55);
        }
        if (sitting.traits().has(Mark.EARRINGS)) {
            earring(x + side * 12 * size, point > 0 ? 48 : 42);
        }
    }

    private void earring(double x, double y) {
        Rgb metal = palette.trim().lighter(0.1);
        svg.stroke(Outline.ellipse(x, y + 9, 7, 9), metal.darker(0.35), 4.4, 1);
        svg.stroke(Outline.ellipse(x, y + 9, 7, 9), metal.lighter(0.4), 1.8, 1);
        svg.ellipse(x, y + 22, 4.5, 6, palette.accent().saturate(1.4).lighter(0.15), 1);
        svg.ellipse(x - 1.3, y + 20, 1.4, 1.8, Rgb.WHITE, 0.8);
    }
}
