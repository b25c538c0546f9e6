package io.dramatis.portrait.provider.builtin;

/** Paints the lips, closed or parted, as the expression bends them. */
final class MouthPainter {

    private static final Rgb INSIDE = Rgb.of(0x4a1a20);
    private static final Rgb TEETH = Rgb.of(0xf4ece0);
    private static final double AHEAD = 9;

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;
    private final Palette palette;

    MouthPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
        this.palette = sitting.palette();
    }

    void paint() {
        paint(true);
    }

    /** The lips alone, where a beard hides the folds around them. */
    void paintInBeard() {
        paint(false);
    }

    private void paint(boolean bare) {
        Expression mood = sitting.traits().expression();
        double half = face.mouthHalf() * (1 + 0.014 * Math.max(0, mood.smile()));
        double y = face.mouthY();
        double left = y - mood.smile() - Math.max(0, -mood.smirk() * face.facing());
        double right = y - mood.smile() - Math.max(0, mood.smirk() * face.facing());
        if (mood.smirk() != 0) {
            left -= face.facing() < 0 ? mood.smirk() : 0;
            right -= face.facing() > 0 ? mood.smirk() : 0;
        }
        double gap = mood.open() * 16;
        double upper = face.upperLip() * (1 - 0.2 * mood.open());
        double lower = face.lowerLip() * (1 - 0.1 * mood.open());
        double bow = sitting.traits().gender().softness() * 1.5 + 1.5;
        double sag = mood.smile() > 0 ? mood.smile() * 0.35 : mood.smile() * 0.25;
        double[] seam = {
            -half,
            left,
            -half * 0.5,
            y + sag * 0.55 + 0.5,
            -half * 0.14,
            y + sag - 1.2,
            0,
            y + sag + 1,
            half * 0.14,
            y + sag - 1.2,
            half * 0.5,
            y + sag * 0.55 + 0.5,
            half,
            right
        };
        double[] under = {
            -half,
            left,
            -half * 0.55,
            y + sag * 0.6 + gap * 0.75,
            0,
            y + sag + 1 + gap,
            half * 0.55,
            y + sag * 0.6 + gap * 0.75,
            half,
            right
        };
        Rgb lip = palette.lip();
        if (gap > 1) {
            inside(seam, under, gap, half, y + sag);
        }
        lips(seam, under, upper, lower, bow, lip);
        if (bare && !StyledFace.drawn(sitting.traits())) {
            creases(mood, half, left, right);
        }
    }

    private void lips(double[] seam, double[] under, double upper, double lower, double bow, Rgb lip) {
        double half = seam[seam.length - 2];
        double middle = seam[7];
        double painted = sitting.traits().gender() == Gender.FEMALE ? 0.95 : 0.72;
        double[] top = view.map(
                AHEAD,
                seam[0],
                seam[1],
                -half * 0.55,
                middle - upper * 0.62,
                -half * 0.17,
                middle - upper - bow,
                0,
                middle - upper + bow * 0.6,
                half * 0.17,
                middle - upper - bow,
                half * 0.55,
                middle - upper * 0.62,
                half,
                seam[13],
                half * 0.5,
                seam[11] + 1,
                half * 0.14,
                seam[9] + 1,
                0,
                seam[7] + 1,
                -half * 0.14,
                seam[5] + 1,
                -half * 0.5,
                seam[3] + 1);
        svg.fill(Outline.around(top), lip.times(0.80, 0.70, 0.74), painted);
        int count = under.length;
        double base = under[5];
        double[] bottom = view.map(
                AHEAD,
                under[0] * 0.96,
                under[1] + 1,
                under[2],
                under[3] - 0.5,
                0,
                base - 0.5,
                under[6],
                under[7] - 0.5,
                under[count - 2] * 0.96,
                under[count - 1] + 1,
                half * 0.52,
                under[7] + lower * 0.82,
                half * 0.16,
                base + lower,
                -half * 0.16,
                base + lower,
                -half * 0.52,
                under[3] + lower * 0.82);
        svg.fill(
                Outline.around(bottom),
                svg.linear(
                        0,
                        base,
                        0,
                        base + lower,
                        Svg.stop(0, lip.times(0.9, 0.82, 0.84)),
                        Svg.stop(1, lip.mix(palette.skin(), 0.25))),
                painted);
        svg.ellipse(
                view.x(sitting.light() * half * 0.20, AHEAD),
                base + lower * 0.45,
                half * 0.24,
                lower * 0.17,
                Rgb.WHITE,
                sitting.traits().gender() == Gender.FEMALE ? 0.42 : 0.22);
        if (under[5] - seam[7] < 1.5) {
            svg.fill(
                    Outline.ribbon(new double[] {1.6, 2.6, 2.2, 3.0, 2.2, 2.6, 1.6}, view.map(AHEAD, seam)),
                    palette.skinLine().times(0.9, 0.6, 0.65),
                    0.9);
        } else {
            svg.stroke(Outline.through(view.map(AHEAD, seam)), palette.skinLine(), 1.8, 0.8);
        }
    }

    private void inside(double[] seam, double[] under, double gap, double half, double y) {
        double[] opening = new double[seam.length + under.length];
        System.arraycopy(seam, 0, opening, 0, seam.length);
        for (int i = 0; i < under.length; i += 2) {
            opening[seam.length + i] = under[under.length - 2 - i];
            opening[seam.length + i + 1] = under[under.length - 1 - i];
        }
        String shape = Outline.around(view.map(AHEAD, opening));
        svg.fill(shape, INSIDE);
        svg.openClip(shape);
        boolean snarl = sitting.traits().expression().smile() < 0;
        double teeth = snarl ? gap * 1.4 : gap * 0.62;
        svg.fill(
                Outline.around(view.map(
                        AHEAD,
                        -half * 0.84,
                        y - 12,
                        0,
                        y - 10,
                        half * 0.84,
                        y - 12,
                        half * 0.8,
                        y + teeth * 0.4,
                        0,
                        y + teeth,
                        -half * 0.8,
                        y + teeth * 0.4)),
                svg.linear(0, y - 4, 0, y + teeth, Svg.stop(0, TEETH.times(0.72, 0.66, 0.66)), Svg.stop(0.6, TEETH)),
                1);
        if (snarl) {
            for (int i = -3; i <= 3; i++) {
                double x = view.x(i * half * 0.2, AHEAD);
                svg.stroke(Outline.through(x, y - 6, x, y + gap), INSIDE, 1.1, 0.35);
            }
            svg.stroke(
                    Outline.through(view.map(AHEAD, -half, y + gap * 0.52, 0, y + gap * 0.6, half, y + gap * 0.52)),
                    INSIDE,
                    1.5,
                    0.6);
        } else if (gap > 8) {
            svg.ellipse(view.x(0, AHEAD), y + gap + 3, half * 0.42, gap * 0.34, Rgb.of(0xb5555a), 0.9);
        }
        svg.close();
    }

    /** The small shadows at the corners, and the folds a broad smile makes. */
    private void creases(Expression mood, double half, double left, double right) {
        for (int side = -1; side <= 1; side += 2) {
            double corner = side < 0 ? left : right;
            svg.fill(
                    Outline.ribbon(
                            new double[] {1, 4, 1},
                            view.map(
                                    AHEAD,
                                    side * (half - 4),
                                    corner + 1,
                                    side * (half + 2),
                                    corner,
                                    side * (half + 7),
                                    corner + (mood.smile() < 0 ? 5 : -2))),
                    palette.skinDeep(),
                    0.55);
            if (mood.smile() > 6) {
                svg.fill(
                        Outline.ribbon(
                                new double[] {0.4, 3, 0.4},
                                view.map(
                                        4,
                                        side * (face.noseHalf() + 10),
                                        face.noseTipY() + 4,
                                        side * (half + 11),
                                        face.mouthY() - 22,
                                        side * (half + 13),
                                        face.mouthY() + 2)),
                        palette.skinDeep(),
                        0.42);
            }
        }
    }
}
