package io.dramatis.portrait.provider.builtin;

/** Paints cloaks, hoods and fur mantles. */
final class CloakPainter {

    private final Sitting sitting;
    private final Svg svg;
    private final Figure figure;
    private final Palette palette;
    private final double x;
    private final double half;

    CloakPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.figure = sitting.figure();
        this.palette = sitting.palette();
        this.x = figure.bodyX();
        this.half = figure.neckHalf();
    }

    private boolean cloaked() {
        return sitting.traits().has(Mark.CLOAK) || hooded() || sitting.traits().headwear() == Headwear.HOOD_DOWN;
    }

    private boolean hooded() {
        return sitting.traits().headwear() == Headwear.HOOD;
    }

    private Rgb colour() {
        return sitting.traits().outfit() == Outfit.LEATHER || sitting.traits().outfit() == Outfit.TUNIC
                ? palette.cloth().darker(0.08)
                : palette.accent().darker(0.12);
    }

    /** The cloak hanging behind. */
    void paintBackCloth() {
        if (cloaked()) {
            Rgb colour = colour().darker(0.35);
            svg.fill(
                    figure.torso(34),
                    svg.linear(0, figure.shoulderY(), 0, 1024, Svg.stop(0, colour), Svg.stop(1, colour.darker(0.45))));
        }
    }

    /** The inside of a hood drawn up; expects the head's group to be open. */
    void paintHoodBehind() {
        if (hooded()) {
            double w = sitting.face().halfWidth();
            svg.fill(
                    Outline.around(
                            0, -262, w * 0.9, -222, w + 62, -70, w + 74, 100, w + 60, 240, -w - 60, 240, -w - 74, 100,
                            -w - 62, -70, -w * 0.9, -222),
                    colour().darker(0.62));
        }
    }

    /** The cloak over the shoulders with its clasp, over the garment. */
    void paintOver() {
        if (sitting.traits().has(Mark.FUR_COLLAR) && sitting.traits().outfit() != Outfit.FUR) {
            drape();
            furMantle(Rgb.of(0x7a6350));
        } else if (cloaked()) {
            drape();
            cowl();
        }
    }

    private void drape() {
        Rgb colour = colour();
        double reach = figure.shoulderHalf();
        double top = figure.shoulderY();
        for (int side = -1; side <= 1; side += 2) {
            String fall = Outline.around(
                    x + side * (half + 4),
                    figure.pit() - 46,
                    x + side * (half + 60),
                    top - 26,
                    x + side * reach * 0.92,
                    top + 20,
                    x + side * (reach + 30),
                    top + 130,
                    x + side * (reach + 50),
                    1090,
                    x + side * reach * 0.74,
                    1090,
                    x + side * reach * 0.66,
                    top + 230,
                    x + side * reach * 0.40,
                    top + 84,
                    x + side * half * 0.75,
                    figure.pit() + 30);
            boolean lit = side == sitting.light();
            svg.fill(
                    fall,
                    svg.linear(
                            x + side * half,
                            top,
                            x + side * (reach + 40),
                            1024,
                            Svg.stop(0, colour.darker(0.30)),
                            Svg.stop(0.4, lit ? colour.lighter(0.12) : colour.darker(0.08)),
                            Svg.stop(1, colour.darker(0.55))));
            svg.openClip(fall);
            svg.openBlur(8);
            for (int i = 0; i < 4; i++) {
                double u = 0.5 + i * 0.15;
                svg.fill(
                        Outline.ribbon(
                                new double[] {3, 14, 18},
                                x + side * (half + 30),
                                figure.pit() - 6,
                                x + side * reach * u,
                                top + 110,
                                x + side * reach * (u + 0.12),
                                1050),
                        i % 2 == 0 ? colour.darker(0.6) : colour.lighter(0.3),
                        i % 2 == 0 ? 0.65 : 0.30);
            }
            svg.close();
            svg.close();
            svg.stroke(
                    Outline.through(
                            x + side * half * 0.78,
                            figure.pit() + 28,
                            x + side * reach * 0.40,
                            top + 84,
                            x + side * reach * 0.66,
                            top + 230,
                            x + side * reach * 0.74,
                            1060),
                    palette.trim(),
                    4.5,
                    0.85);
        }
        clasp();
    }

    private void clasp() {
        double y = figure.pit() + 46;
        Rgb metal = palette.trim();
        for (int side = -1; side <= 1; side += 2) {
            double cx = x + side * half * 0.84;
            svg.stroke(Outline.through(cx, y, x, y + 15), metal.darker(0.45), 6, 1);
            svg.stroke(Outline.through(cx, y - 1, x, y + 14), metal.lighter(0.3), 2.4, 1);
        }
        for (int side = -1; side <= 1; side += 2) {
            double cx = x + side * half * 0.84;
            svg.ellipse(cx, y, 17, 17, metal.darker(0.5), 1);
            svg.ellipse(
                    cx,
                    y - 1,
                    15,
                    15,
                    svg.radial(
                            cx + sitting.light() * 5,
                            y - 6,
                            20,
                            Svg.stop(0, metal.lighter(0.6)),
                            Svg.stop(0.5, metal),
                            Svg.stop(1, metal.darker(0.5))),
                    1);
            svg.stroke(Outline.ellipse(cx, y - 1, 8, 8), metal.darker(0.5), 2, 0.8);
        }
    }

    /** A hood lying in folds about the neck, also the base of one drawn up. */
    private void cowl() {
        Rgb colour = colour();
        double pit = figure.pit();
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 3; i++) {
                double out = 48 - i * 19;
                svg.fill(
                        Outline.ribbon(
                                new double[] {12, 36 - i * 5, 26, 6},
                                x + side * (half + out * 0.62),
                                pit - 76 + i * 10,
                                x + side * (half + out),
                                pit - 26 + i * 4,
                                x + side * (half * 0.72 + out * 0.3),
                                pit + 26 - i * 4,
                                x + side * 16,
                                pit + 54 - i * 6),
                        svg.linear(
                                x + side * half,
                                pit - 70,
                                x + side * (half + 60),
                                pit + 50,
                                Svg.stop(0, colour.darker(0.5)),
                                Svg.stop(0.5, colour.lighter(0.10 - i * 0.06)),
                                Svg.stop(1, colour.darker(0.3))));
            }
        }
    }

    /** A hood drawn up, over the hair; expects the head's group to be open. */
    void paintHood() {
        if (!hooded()) {
            return;
        }
        Rgb colour = colour();
        double w = sitting.face().halfWidth();
        for (int side = -1; side <= 1; side += 2) {
            boolean lit = side == sitting.light();
            Outline shape = new Outline().move(0, -268);
            shape.curve(side * w * 0.5, -266, side * (w + 30), -170, side * (w + 58), -60)
                    .curve(side * (w + 76), 40, side * (w + 72), 150, side * (w + 34), 244)
                    .line(side * w * 0.72, 240)
                    .curve(side * w * 0.98, 160, side * w * 1.06, 60, side * w * 1.0, -30)
                    .curve(side * w * 0.92, -120, side * w * 0.5, -166, 0, -172)
                    .close();
            svg.fill(
                    shape.data(),
                    svg.linear(
                            0,
                            -200,
                            side * (w + 70),
                            120,
                            Svg.stop(0, lit ? colour.lighter(0.10) : colour.darker(0.12)),
                            Svg.stop(0.6, lit ? colour : colour.darker(0.3)),
                            Svg.stop(1, colour.darker(0.5))));
            svg.openClip(shape.data());
            svg.stroke(
                    Outline.through(
                            0,
                            -214,
                            side * w * 0.74,
                            -172,
                            side * (w + 22),
                            -40,
                            side * (w + 30),
                            100,
                            side * (w + 6),
                            236),
                    colour.darker(0.65),
                    9,
                    0.5);
            svg.stroke(
                    Outline.through(0, -240, side * w * 0.84, -200, side * (w + 42), -50, side * (w + 52), 100),
                    colour.lighter(0.35),
                    5,
                    lit ? 0.5 : 0.2);
            svg.close();
            svg.stroke(
                    Outline.through(
                            side * w * 0.72,
                            240,
                            side * w * 1.0,
                            100,
                            side * w * 1.0,
                            -30,
                            side * w * 0.64,
                            -142,
                            0,
                            -172),
                    palette.trim(),
                    5,
                    0.9);
        }
    }

    /** A heavy collar of fur over both shoulders. */
    void furMantle(Rgb fur) {
        Dice dice = sitting.dice(71);
        double reach = figure.shoulderHalf();
        double top = figure.shoulderY();
        Rgb deep = fur.times(0.45, 0.42, 0.46);
        for (int side = -1; side <= 1; side += 2) {
            svg.fill(
                    Outline.around(
                            x + side * half * 0.9,
                            figure.pit() - 52,
                            x + side * (half + 60),
                            top - 40,
                            x + side * reach * 0.9,
                            top - 6,
                            x + side * (reach + 14),
                            top + 90,
                            x + side * reach * 0.7,
                            top + 120,
                            x + side * (half + 40),
                            top + 96,
                            x + side * half * 0.4,
                            figure.pit() + 66),
                    deep);
            for (int row = 3; row >= 0; row--) {
                for (int i = 0; i < 24; i++) {
                    double u = i / 23.0;
                    double sx = x + side * (half * 0.72 + u * (reach - half * 0.62));
                    double crest = figure.pit() - 44 + 76 * u + u * u * 30;
                    double sy = crest + row * 30 + (1 - u) * row * 5;
                    double length = dice.between(40, 62);
                    double lean = side * (8 + 30 * u) + dice.between(-10, 10);
                    double tone = dice.unit();
                    boolean lit = side == sitting.light();
                    Rgb hair = tone < 0.3
                            ? deep.mix(fur, 0.35)
                            : tone < 0.75 ? fur.darker(lit ? 0 : 0.18) : fur.lighter(lit ? 0.28 : 0.12);
                    svg.fill(
                            Outline.leaf(sx, sy - 8, sx + lean * 0.3, sy + length * 0.5, sx + lean, sy + length, 9),
                            hair,
                            0.95);
                }
            }
        }
    }
}
