package io.dramatis.portrait.provider.builtin;

/** Paints a creature at the sitter's shoulder, half spirit: a lit silhouette with a few telling features. */
final class CompanionPainter {

    private final Sitting sitting;
    private final Svg svg;
    private final Rgb glow;

    CompanionPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.glow = sitting.palette().glow();
    }

    void paint() {
        Companion companion = sitting.traits().companion();
        if (companion == Companion.NONE) {
            return;
        }
        Figure figure = sitting.figure();
        int side = figure.facing();
        boolean perched = companion == Companion.RAVEN || companion == Companion.OWL || companion == Companion.DRAGON;
        double x = figure.bodyX() + side * (perched ? Math.min(330, figure.shoulderHalf() * 0.86) : 370);
        double y = perched ? figure.shoulderY() - 4 : 600;
        svg.glow(x, y - 40, 260, 260, glow, 0.5);
        svg.openAt(x, y, 0, -side * (perched ? 0.9 : 1.15), perched ? 0.9 : 1.15);
        switch (companion) {
            case WOLF -> beast(true);
            case CAT -> beast(false);
            case OWL -> owl();
            case DRAGON -> drake();
            default -> raven();
        }
        svg.close();
    }

    private String coat(Rgb base, double top, double bottom) {
        return svg.linear(
                0,
                top,
                0,
                bottom,
                Svg.stop(0, base.mix(glow, 0.5).lighter(0.25)),
                Svg.stop(0.5, base.mix(glow, 0.28)),
                Svg.stop(1, base.mix(glow, 0.4), 0));
    }

    private void beast(boolean wolf) {
        Rgb fur = wolf ? Rgb.of(0x6f8296) : Rgb.of(0x4a4358);
        double muzzle = wolf ? 74 : 34;
        svg.openOpacity(0.9);
        svg.fill(
                Outline.around(-60, -110, -96, -40, -130, 80, -150, 330, 150, 330, 120, 60, 76, -60, 40, -112),
                coat(fur, -120, 320));
        svg.fill(Outline.polygon(-58, -92, -70, -196, -8, -122), fur.mix(glow, 0.2));
        svg.fill(Outline.polygon(52, -92, 66, -196, 4, -122), fur.mix(glow, 0.35));
        svg.fill(Outline.polygon(-52, -104, -60, -168, -20, -122), fur.darker(0.5));
        svg.fill(Outline.polygon(48, -104, 56, -168, 18, -122), fur.darker(0.5));
        svg.fill(
                Outline.around(
                        -74,
                        -70,
                        -48,
                        -126,
                        0,
                        -136,
                        48,
                        -126,
                        74,
                        -70,
                        96,
                        -8,
                        46,
                        12,
                        26,
                        muzzle - 8,
                        0,
                        muzzle,
                        -26,
                        muzzle - 8,
                        -46,
                        12,
                        -96,
                        -8),
                coat(fur.lighter(0.12), -136, 190));
        svg.fill(
                Outline.around(-26, -20, 0, -34, 26, -20, 24, muzzle - 14, 0, muzzle - 4, -24, muzzle - 14),
                fur.lighter(0.5).mix(glow, 0.3),
                0.85);
        svg.fill(Outline.around(-15, muzzle - 34, 0, muzzle - 39, 15, muzzle - 34, 0, muzzle - 16), Rgb.of(0x17141c));
        svg.stroke(Outline.through(-22, muzzle - 8, 0, muzzle - 14, 22, muzzle - 8), Rgb.of(0x17141c), 3, 0.7);
        for (int eye = -1; eye <= 1; eye += 2) {
            svg.glow(eye * 34, -50, 34, 28, glow, 0.9);
            svg.fill(Outline.leaf(eye * 18, -42, eye * 34, -66, eye * 52, -58, 6), glow.lighter(0.7));
            svg.fill(Outline.leaf(eye * 33, -60, eye * 34, -52, eye * 33, -46, 4), Rgb.of(0x17141c));
        }
        if (!wolf) {
            catsFace(muzzle);
        }
        for (int i = -4; i <= 4; i++) {
            svg.fill(
                    Outline.leaf(i * 22, 40 + i * i * -3, i * 26, 90, i * 30, 150 - i * i * 4, 9),
                    fur.lighter(0.4).mix(glow, 0.4),
                    0.4);
        }
        svg.close();
    }

    /** Round slit eyes and whiskers. */
    private void catsFace(double muzzle) {
        for (int side = -1; side <= 1; side += 2) {
            svg.ellipse(side * 36, -48, 23, 21, glow.lighter(0.55), 1);
            svg.fill(Outline.leaf(side * 36, -66, side * 36, -48, side * 36, -30, 7), Rgb.of(0x17141c));
            svg.ellipse(side * 36 - 7, -55, 4.5, 4.5, Rgb.WHITE, 0.95);
            for (int i = -1; i <= 1; i++) {
                svg.stroke(
                        Outline.through(
                                side * 24,
                                muzzle - 20 + i * 4,
                                side * 74,
                                muzzle - 30 + i * 15,
                                side * 118,
                                muzzle - 26 + i * 26),
                        Rgb.WHITE,
                        2,
                        0.7);
            }
        }
    }

    private void raven() {
        Rgb plume = Rgb.of(0x22222e);
        svg.fill(
                Outline.around(
                        -26, -150, 16, -158, 40, -124, 66, -50, 62, 8, 92, 96, 40, 70, -10, 20, -52, -40, -50, -116),
                svg.linear(
                        -60,
                        -150,
                        70,
                        60,
                        Svg.stop(0, plume.lighter(0.28).mix(glow, 0.18)),
                        Svg.stop(1, plume.darker(0.4))));
        svg.fill(Outline.leaf(-44, -124, -86, -122, -96, -96, 12), Rgb.of(0x3a3630));
        for (int i = 0; i < 6; i++) {
            svg.fill(
                    Outline.leaf(10 + i * 4, -90 + i * 14, 46, -30 + i * 14, 58 + i * 6, 20 + i * 13, 9),
                    plume.lighter(0.10 + 0.03 * i).mix(glow, 0.12));
        }
        svg.ellipse(-22, -124, 9, 9, glow.lighter(0.4), 1);
        svg.ellipse(-23, -124, 5, 5, Rgb.BLACK, 1);
        svg.ellipse(-25, -127, 2, 2, Rgb.WHITE, 1);
    }

    private void owl() {
        Rgb plume = Rgb.of(0x8a6a48);
        svg.fill(
                Outline.around(0, -170, 62, -152, 76, -90, 70, -10, 30, 40, -30, 40, -70, -10, -76, -90, -62, -152),
                svg.linear(0, -170, 0, 40, Svg.stop(0, plume.lighter(0.2)), Svg.stop(1, plume.darker(0.45))));
        svg.fill(Outline.polygon(-64, -140, -70, -192, -26, -160), plume.darker(0.2));
        svg.fill(Outline.polygon(64, -140, 70, -192, 26, -160), plume.darker(0.2));
        for (int row = 0; row < 4; row++) {
            for (int i = -2; i <= 2; i++) {
                svg.fill(
                        Outline.leaf(i * 22, -66 + row * 24, i * 22, -54 + row * 24, i * 22, -40 + row * 24, 9),
                        Rgb.of(0xe2cda6),
                        0.6);
            }
        }
        for (int eye = -1; eye <= 1; eye += 2) {
            svg.ellipse(eye * 30, -112, 33, 33, Rgb.of(0xe8d6b4), 1);
            svg.ellipse(eye * 29, -112, 20, 20, Rgb.of(0xe0962a), 1);
            svg.ellipse(eye * 28, -112, 11, 11, Rgb.BLACK, 1);
            svg.ellipse(eye * 28 - 4, -117, 4, 4, Rgb.WHITE, 1);
        }
        svg.fill(Outline.polygon(-9, -100, 9, -100, 0, -76), Rgb.of(0x3a2c1c));
    }

    private void drake() {
        Rgb scale = sitting.palette().accent().saturate(1.2).lighter(0.1);
        svg.fill(Outline.around(40, -60, 150, -190, 120, -70, 140, -40, 96, -30, 60, 6), scale.darker(0.45));
        svg.fill(
                Outline.ribbon(
                        new double[] {30, 52, 64, 44, 20, 4}, -34, -120, 10, -84, 22, -26, 60, 20, 110, 66, 90, 120),
                svg.linear(0, -130, 60, 100, Svg.stop(0, scale.lighter(0.3)), Svg.stop(1, scale.darker(0.4))));
        svg.fill(
                Outline.around(-104, -112, -70, -142, -24, -158, 10, -132, -6, -98, -60, -92, -98, -94),
                svg.linear(-60, -158, -40, -92, Svg.stop(0, scale.lighter(0.35)), Svg.stop(1, scale.darker(0.3))));
        svg.fill(Outline.leaf(-4, -146, 20, -176, 46, -176, 6), Rgb.of(0xe8dcc0));
        svg.fill(Outline.leaf(-22, -152, -8, -188, 14, -196, 6), Rgb.of(0xe8dcc0));
        svg.ellipse(-46, -126, 9, 8, glow.lighter(0.5), 1);
        svg.ellipse(-46, -126, 2.6, 7, Rgb.BLACK, 1);
        svg.stroke(Outline.through(-100, -103, -66, -106, -24, -104), scale.darker(0.6), 3, 0.8);
    }
}
