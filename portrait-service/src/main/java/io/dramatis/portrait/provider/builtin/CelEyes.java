package io.dramatis.portrait.provider.builtin;

/** Draws eyes with a pen: tall irises in flat bands with large lights in them, under one bold line of lashes. */
final class CelEyes {

    private static final Rgb LASH = Rgb.of(0x1c1218);
    private static final double AHEAD = 2;

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;
    private final Palette palette;
    private final Expression mood;
    private final double soft;

    CelEyes(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
        this.palette = sitting.palette();
        this.mood = sitting.traits().expression();
        this.soft = sitting.traits().gender().softness();
    }

    void paint(int side) {
        double half = face.eyeHalf();
        double high = face.eyeHeight() * (0.35 + 0.65 * mood.lid());
        double low = face.eyeHeight() * (0.58 - 0.26 * mood.squint());
        double frown = Math.max(0, -mood.browInner()) * 0.55;
        double tilt = face.eyeTilt();
        double x = face.eyeX();
        double[] upper = {
            side * (x - half),
            3 + frown * 0.5,
            side * (x - half * 0.62),
            -high * 0.66 + frown,
            side * (x - half * 0.02),
            -high + frown * 0.4 - tilt * 0.3,
            side * (x + half * 0.58),
            -high * 0.78 - tilt * 0.6,
            side * (x + half),
            -tilt * 1.1 - 1
        };
        double[] lower = {
            side * (x + half),
            -tilt * 1.1 - 1,
            side * (x + half * 0.66),
            low * 0.82 - tilt * 0.3,
            side * (x + half * 0.05),
            low + 1,
            side * (x - half * 0.58),
            low * 0.80 + 1,
            side * (x - half),
            3 + frown * 0.5
        };
        double[] top = view.map(AHEAD, upper);
        double[] bottom = view.map(AHEAD, lower);
        String under = Outline.through(bottom);
        String shape = Outline.through(top) + under.substring(under.indexOf('C')) + "Z";
        svg.fill(shape, palette.sclera().lighter(0.35));
        svg.openClip(shape);
        iris(side, high, low, frown);
        svg.stroke(Outline.through(top), palette.skin().times(0.42, 0.36, 0.48), high * 0.52, 0.36);
        svg.close();
        lines(side, upper, top, bottom, high);
        if (sitting.traits().has(Mark.GLOWING_EYES)) {
            svg.glow(view.x(side * x), 0, 60, 46, palette.glow(), 0.5);
        }
    }

    private void iris(int side, double high, double low, double frown) {
        double half = face.eyeHalf();
        double x =
                view.x(side * (face.eyeX() - half * 0.03) + mood.gaze() * 8 * face.facing() + view.sine() * -7, AHEAD);
        double tall = Math.min((face.eyeHeight() + face.eyeHeight() * 0.58) * 0.53, half * 0.98);
        double wide = Math.min(half * 0.66, tall * 0.90);
        double y = (low - high) / 2 + 1 + frown * 0.2;
        boolean glowing = sitting.traits().has(Mark.GLOWING_EYES);
        Rgb iris = (glowing ? palette.glow() : palette.iris()).saturate(1.3);
        svg.ellipse(x, y, wide, tall, iris.darker(0.72), 1);
        svg.ellipse(x, y + tall * 0.06, wide * 0.86, tall * 0.87, iris.darker(0.18), 1);
        svg.fill(
                Outline.around(
                        x - wide * 0.84,
                        y - tall * 0.02,
                        x - wide * 0.6,
                        y - tall * 0.66,
                        x,
                        y - tall * 0.84,
                        x + wide * 0.6,
                        y - tall * 0.66,
                        x + wide * 0.84,
                        y - tall * 0.02,
                        x,
                        y + tall * 0.12),
                iris.darker(0.56),
                1);
        svg.ellipse(x, y + tall * 0.58, wide * 0.6, tall * 0.28, iris.lighter(0.42), 1);
        boolean slit = sitting.traits().race() == Race.TIEFLING;
        svg.ellipse(
                x,
                y + tall * 0.02,
                wide * (slit ? 0.16 : 0.38),
                tall * (slit ? 0.6 : 0.42),
                glowing ? Rgb.WHITE : Rgb.of(0x120c14),
                1);
        int light = sitting.light();
        svg.ellipse(x + light * wide * 0.36, y - tall * 0.42, wide * 0.34, tall * 0.28, Rgb.WHITE, 1);
        svg.ellipse(x - light * wide * 0.42, y + tall * 0.42, wide * 0.18, tall * 0.15, Rgb.WHITE, 0.95);
    }

    private void lines(int side, double[] upper, double[] top, double[] bottom, double high) {
        double weight = 5 + 2.6 * soft + high * 0.08;
        double wing = 4 + 7 * soft;
        double[] lash = view.map(
                AHEAD,
                upper[0] - side * 1,
                upper[1] + 1,
                upper[2],
                upper[3],
                upper[4],
                upper[5] - 1,
                upper[6],
                upper[7] - 1.4,
                upper[8],
                upper[9],
                upper[8] + side * wing,
                upper[9] - 1 - wing * 0.4);
        svg.fill(
                Outline.ribbon(new double[] {1.2, weight * 0.85, weight, weight * 1.25, weight * 1.35, 0.4}, lash),
                LASH);
        double[] outerLow = {bottom[0], bottom[1], bottom[2], bottom[3], bottom[4], bottom[5]};
        svg.fill(Outline.ribbon(new double[] {weight * 0.8, 2.6, 0.6}, outerLow), LASH, 0.9);
        svg.stroke(Outline.through(bottom), palette.skinLine(), 1.3, 0.5);
        double[] crease = view.map(
                AHEAD,
                upper[2] + side * 3,
                upper[3] - 8,
                upper[4],
                upper[5] - 8.5,
                upper[6],
                upper[7] - 7.5,
                upper[8] + side * 2,
                upper[9] - 9);
        svg.fill(Outline.ribbon(new double[] {0.4, 1.7, 2, 0.4}, crease), palette.skinLine(), 0.8);
        if (soft > 0.8) {
            for (int i = 0; i < 2; i++) {
                double[] hair = view.map(
                        AHEAD,
                        upper[6] + side * i * 7,
                        upper[7] + i * 6,
                        upper[6] + side * (8 + i * 8),
                        upper[7] - 5 + i * 6,
                        upper[6] + side * (15 + i * 8),
                        upper[7] - 7 + i * 6);
                svg.fill(Outline.ribbon(new double[] {3.4, 2.6, 0.3}, hair), LASH);
            }
        }
    }
}
