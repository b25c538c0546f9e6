package io.dramatis.portrait.provider.builtin;

/** Paints the eyes of a dragonborn under their ridges; in head units. */
final class DragonEyes {

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final Palette palette;
    private final Expression mood;
    private final int light;
    private final double w;
    private final double bridge;
    private final Rgb skin;

    /** @param bridge how far the bridge of the snout lies aside */
    DragonEyes(Sitting sitting, double w, double bridge) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.palette = sitting.palette();
        this.mood = sitting.traits().expression();
        this.light = sitting.light();
        this.w = w;
        this.bridge = bridge;
        this.skin = palette.skin();
    }

    void paint() {
        eye(-1);
        eye(1);
    }

    private void eye(int side) {
        double far = side == sitting.head().farSide() ? 0.9 : 1;
        double x = side * 71 * w * far + bridge * 0.55;
        double y = -22 + mood.pitch() * 0.4;
        double open = (face.eyeHeight() + 2) * (0.55 + 0.5 * mood.lid());
        double slant = -mood.browInner() * 0.5 + 6;
        double half = 30 * far;
        String shape = Outline.around(
                x - side * half,
                y + 9,
                x - side * half * 0.3,
                y - open * 0.55 + slant * 0.2,
                x + side * half * 0.45,
                y - open * 0.9,
                x + side * half,
                y - 9,
                x + side * half * 0.4,
                y + open * 0.5,
                x - side * half * 0.4,
                y + open * 0.62 + 3);
        svg.openBlur(6);
        svg.ellipse(x, y, half * 1.5, 31, skin.times(0.28, 0.22, 0.3), 0.75);
        svg.close();
        Rgb iris = sitting.traits().has(Mark.GLOWING_EYES) ? palette.glow() : palette.iris();
        if (!sitting.asleep()) {
            svg.glow(x, y, 56, 44, iris, 0.35);
            ball(side, x, y, half, open, slant, shape, iris);
        } else {
            svg.fill(shape, skin.times(0.62, 0.56, 0.62));
            svg.stroke(
                    Outline.through(x - side * half, y + 9, x, y + open * 0.6 + 2, x + side * half, y - 9),
                    Rgb.of(0x180c0c),
                    4,
                    0.9);
        }
        svg.stroke(shape, Rgb.of(0x180c0c), 3.4, 0.9);
        double raise = mood.browArch() * 0.5;
        double inner = y - 12 - mood.browInner() * 0.9;
        double[] ridge = {
            x - side * (half + 13),
            inner + 10,
            x - side * half * 0.4,
            inner - 9 - raise,
            x + side * half * 0.7,
            y - open - 19 - raise,
            x + side * (half + 24),
            y - 44 - raise
        };
        svg.fill(Outline.ribbon(new double[] {12, 25, 21, 2}, ridge), skin.times(0.38, 0.32, 0.4));
        svg.fill(
                Outline.ribbon(new double[] {8, 17, 13, 1}, ridge),
                side == light ? skin.lighter(0.22) : skin.darker(0.1));
        double[] crest = ridge.clone();
        for (int i = 1; i < crest.length; i += 2) {
            crest[i] -= 5;
        }
        svg.fill(Outline.ribbon(new double[] {1, 5, 4, 0.5}, crest), skin.lighter(0.6), 0.6);
        svg.stroke(
                Outline.through(
                        x - side * half * 0.7,
                        y + open * 0.62 + 11,
                        x + side * 4,
                        y + open * 0.6 + 13,
                        x + side * half,
                        y + 9),
                skin.darker(0.6),
                2.6,
                0.6);
    }

    private void ball(int side, double x, double y, double half, double open, double slant, String shape, Rgb iris) {
        svg.fill(
                shape,
                svg.radial(
                        x,
                        y + 2,
                        30,
                        Svg.stop(0, iris.lighter(0.55)),
                        Svg.stop(0.5, iris),
                        Svg.stop(1, iris.darker(0.65))));
        svg.openClip(shape);
        double look = mood.gaze() * 9 * face.facing();
        svg.fill(Outline.leaf(x + look, y - open, x + look, y, x + look, y + open, 8), Rgb.of(0x140a08));
        svg.stroke(
                Outline.through(x - side * half, y - 4 + slant * 0.2, x, y - open * 0.8, x + side * half, y - 14),
                Rgb.BLACK,
                10,
                0.4);
        svg.ellipse(x + light * 9, y - 6, 5, 5, Rgb.WHITE, 0.95);
        svg.close();
    }
}
