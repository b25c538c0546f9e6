package io.dramatis.portrait.provider.builtin;

/** Paints eyes and brows: the part of a face people read first. */
final class EyesPainter {

    private static final Rgb LASH = Rgb.of(0x1d1416);
    private static final double AHEAD = 2;

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;
    private final Palette palette;
    private final Expression mood;
    private final double soft;

    EyesPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
        this.palette = sitting.palette();
        this.mood = sitting.traits().expression();
        this.soft = sitting.traits().gender().softness();
    }

    void paint() {
        if (sitting.asleep()) {
            lid(-1);
            lid(1);
        } else if (StyledFace.drawn(sitting.traits())) {
            CelEyes eyes = new CelEyes(sitting);
            eyes.paint(-1);
            eyes.paint(1);
        } else {
            eye(-1);
            eye(1);
        }
        brow(-1);
        brow(1);
    }

    private void eye(int side) {
        double centre = face.eyeX();
        double half = face.eyeHalf();
        double open = face.eyeHeight() * mood.lid();
        double drop = Math.max(0, -mood.browInner()) * 0.42;
        double low = face.eyeHeight() * (0.52 - 0.30 * mood.squint());
        double tilt = face.eyeTilt();
        double inner = centre - half;
        double outer = centre + half;
        double[] upper = {
            side * inner,
            4,
            side * (inner + half * 0.36),
            1 - open * 0.78 + drop * 0.9,
            side * (centre + half * 0.02),
            -open + drop * 0.35 - tilt * 0.3,
            side * (centre + half * 0.55),
            -open * 0.74 - tilt * 0.7,
            side * outer,
            -tilt + 1
        };
        double[] lower = {
            side * outer, -tilt + 1,
            side * (centre + half * 0.55), low * 0.86 - tilt * 0.45,
            side * (centre - half * 0.05), low + 1,
            side * (inner + half * 0.34), low * 0.72 + 3,
            side * inner, 4
        };
        double[] rim = new double[16];
        System.arraycopy(upper, 0, rim, 0, 10);
        System.arraycopy(lower, 2, rim, 10, 6);
        String shape = almond(view.map(AHEAD, upper), view.map(AHEAD, lower));
        double irisX =
                view.x(side * (centre - half * 0.04) + mood.gaze() * 8 * face.facing() + view.sine() * -7, AHEAD);
        double irisY = -face.eyeHeight() * 0.16 + drop * 0.3 - tilt * 0.25 + (1 - mood.lid()) * face.eyeHeight() * 0.42;
        double radius = Math.min(half * 0.47, face.eyeHeight() * 1.02);
        svg.fill(shape, palette.sclera());
        svg.openClip(shape);
        ball(irisX, irisY, radius, view.map(AHEAD, upper));
        svg.close();
        lids(side, upper, lower, open, drop);
    }

    /** A shut eye: the lid over the ball, and the lashes along its edge. */
    private void lid(int side) {
        double inner = face.eyeX() - face.eyeHalf();
        double outer = face.eyeX() + face.eyeHalf();
        double tilt = face.eyeTilt();
        double low = face.eyeHeight() * 0.42;
        double[] edge = view.map(
                AHEAD,
                side * inner,
                4,
                side * (face.eyeX() - face.eyeHalf() * 0.45),
                low * 0.8 + 2,
                side * (face.eyeX() + face.eyeHalf() * 0.1),
                low + 1 - tilt * 0.2,
                side * (face.eyeX() + face.eyeHalf() * 0.6),
                low * 0.72 - tilt * 0.6,
                side * (outer + 2),
                -tilt + 1);
        double[] crease = view.map(
                AHEAD,
                side * (inner + 6),
                -face.eyeHeight() * 0.3,
                side * face.eyeX(),
                -face.eyeHeight() * 0.72,
                side * (outer - 1),
                -face.eyeHeight() * 0.3 - tilt * 0.7);
        svg.fill(Outline.ribbon(new double[] {0.3, 2, 0.3}, crease), palette.skinLine(), 0.4);
        svg.fill(Outline.ribbon(new double[] {0.8, 3.4, 4.6 + soft, 4, 0.5}, edge), LASH, 0.92);
    }

    private static String almond(double[] upper, double[] lower) {
        String top = Outline.through(upper);
        String bottom = Outline.through(lower);
        return top + bottom.substring(bottom.indexOf('C')) + "Z";
    }

    private void ball(double x, double y, double radius, double[] upper) {
        double wide = face.eyeHalf() * 1.1;
        svg.ellipse(
                x,
                y,
                wide,
                wide,
                svg.radial(x, y, wide, Svg.stop(0.4, Rgb.of(0x6a4a50), 0), Svg.stop(1, Rgb.of(0x6a4a50), 0.55)),
                1);
        Rgb iris = palette.iris();
        boolean glowing = sitting.traits().has(Mark.GLOWING_EYES);
        if (glowing) {
            iris = palette.glow();
        }
        svg.ellipse(
                x,
                y,
                radius,
                radius,
                svg.radial(
                        x,
                        y + radius * 0.35,
                        radius * 1.2,
                        Svg.stop(0, iris.lighter(0.45)),
                        Svg.stop(0.5, iris.saturate(1.15)),
                        Svg.stop(0.82, iris.darker(0.45)),
                        Svg.stop(1, iris.darker(0.72))),
                1);
        for (int i = 0; i < 12; i++) {
            double angle = StrictMath.PI * 2 * (i + 0.5) / 12;
            double dx = StrictMath.cos(angle);
            double dy = StrictMath.sin(angle);
            svg.stroke(
                    Outline.through(
                            x + dx * radius * 0.42,
                            y + dy * radius * 0.42,
                            x + dx * radius * 0.78,
                            y + dy * radius * 0.78),
                    i % 3 == 0 ? iris.darker(0.5) : iris.lighter(0.5),
                    0.9,
                    0.35);
        }
        boolean slit = sitting.traits().race() == Race.TIEFLING;
        svg.ellipse(
                x,
                y,
                radius * (slit ? 0.22 : 0.40),
                radius * (slit ? 0.62 : 0.40),
                glowing ? Rgb.WHITE : Rgb.of(0x0f0a0c),
                0.95);
        svg.stroke(Outline.through(upper), LASH, 13, 0.16);
        svg.stroke(Outline.through(upper), LASH, 7, 0.30);
        svg.ellipse(
                x + sitting.light() * radius * 0.34, y - radius * 0.36, radius * 0.25, radius * 0.27, Rgb.WHITE, 0.96);
        svg.ellipse(
                x - sitting.light() * radius * 0.36, y + radius * 0.42, radius * 0.24, radius * 0.15, Rgb.WHITE, 0.38);
    }

    private void lids(int side, double[] upper, double[] lower, double open, double drop) {
        double tilt = face.eyeTilt();
        double outer = face.eyeX() + face.eyeHalf();
        double inner = face.eyeX() - face.eyeHalf();
        double[] line = view.map(AHEAD, lower);
        svg.stroke(Outline.through(line), palette.skinLine(), 1.5, 0.55);
        double[] crease = view.map(
                AHEAD,
                side * (inner + 5),
                -open * 0.9 + 1 + drop,
                side * (face.eyeX() - 2),
                -open - 6.5 + drop * 0.5 - tilt * 0.3,
                side * (face.eyeX() + face.eyeHalf() * 0.6),
                -open * 0.82 - 5.5 - tilt * 0.7,
                side * (outer + 3),
                -tilt - 3);
        svg.fill(Outline.ribbon(new double[] {0.3, 2.2, 2.4, 0.4}, crease), palette.skinLine(), 0.62);
        if (sitting.traits().gender() == Gender.FEMALE) {
            double[] lidUp = view.map(AHEAD, upper);
            svg.stroke(Outline.through(lidUp), palette.skinDeep().mix(palette.blush(), 0.35), 9, 0.30);
        }
        double wing = 3 + 6 * soft;
        double[] lash = view.map(
                AHEAD,
                upper[0] - side * 1,
                upper[1] + 1,
                upper[2],
                upper[3],
                upper[4],
                upper[5] - 0.8,
                upper[6],
                upper[7] - 1.2,
                upper[8],
                upper[9] - 0.5,
                upper[8] + side * wing,
                upper[9] - 2 - wing * 0.45);
        double weight = 3.3 + 1.7 * soft;
        svg.fill(
                Outline.ribbon(new double[] {0.8, weight * 0.75, weight, weight * 1.2, weight * 1.1, 0.3}, lash),
                LASH,
                0.95);
        if (soft > 0.8) {
            for (int i = 0; i < 3; i++) {
                double x = face.eyeX() + face.eyeHalf() * (0.5 + i * 0.22);
                double y = -open * (0.76 - i * 0.26) - tilt * (0.7 + i * 0.12);
                double[] hair = view.map(AHEAD, side * x, y, side * (x + 4), y - 5, side * (x + 9), y - 8);
                svg.fill(Outline.ribbon(new double[] {2, 1.5, 0.2}, hair), LASH, 0.9);
            }
        }
        double[] duct = view.map(AHEAD, side * (inner + 2.5), 4);
        svg.ellipse(duct[0], duct[1], 3, 2.1, palette.lip().mix(palette.sclera(), 0.35), 0.9);
        if (sitting.traits().has(Mark.GLOWING_EYES)) {
            svg.glow(view.x(side * face.eyeX()), 0, 54, 38, palette.glow(), 0.65);
        }
    }

    private void brow(int side) {
        double inner = face.eyeX() - face.browHalf() * 0.98;
        double length = face.browHalf() * 2;
        double y = face.browY();
        double raise = mood.browInner();
        double arch = face.browArch() + mood.browArch() * 0.6;
        double cocked = mood.smirk() != 0 && side == -face.facing() ? 4 : 0;
        double thick = face.browThick();
        double[] middle = view.map(
                5,
                side * inner,
                y + 7 - raise * 1.1,
                side * (inner + length * 0.30),
                y + 1.5 - arch * 0.45 - raise * 0.42 - cocked * 0.6,
                side * (inner + length * 0.64),
                y - arch - cocked,
                side * (inner + length * 0.86),
                y - arch * 0.4 + 2 - cocked,
                side * (inner + length * 1.02),
                y + 8 - face.eyeTilt() * 0.4 - cocked * 0.5);
        Rgb colour = browColour();
        svg.fill(
                Outline.ribbon(new double[] {thick * 0.75, thick * 1.02, thick * 0.82, thick * 0.52, 0.4}, middle),
                colour,
                0.86);
        if (StyledFace.drawn(sitting.traits())) {
            return;
        }
        Dice dice = sitting.dice(31 + side);
        int hairs = 15;
        for (int i = 0; i < hairs; i++) {
            double t = i / (double) hairs;
            int segment = Math.min(3, (int) (t * 4));
            double u = t * 4 - segment;
            double x = middle[2 * segment] + (middle[2 * segment + 2] - middle[2 * segment]) * u;
            double cy = middle[2 * segment + 1] + (middle[2 * segment + 3] - middle[2 * segment + 1]) * u;
            double size = thick * (1 - 0.62 * t);
            double lean = side * (3 + 9 * t);
            svg.fill(
                    Outline.leaf(
                            x - lean * 0.3,
                            cy + size * 0.52,
                            x + lean * 0.2,
                            cy - size * 0.1,
                            x + lean + dice.between(-1, 1),
                            cy - size * (0.62 - 0.3 * t),
                            1.4),
                    i % 3 == 0 ? colour.lighter(0.22) : colour.darker(0.3),
                    0.7);
        }
    }

    private Rgb browColour() {
        Rgb hair = palette.hair();
        boolean pale = hair.luminance() > 0.6;
        if (StyledFace.drawn(sitting.traits())) {
            return hair.times(0.52, 0.44, 0.42);
        }
        return pale ? hair.times(0.72, 0.64, 0.56) : hair.darker(0.18);
    }
}
