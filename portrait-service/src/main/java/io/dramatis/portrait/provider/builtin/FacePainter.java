package io.dramatis.portrait.provider.builtin;

/** Paints the bare head: skin in layers of soft shade and light, ears, nose and the traces of years. */
final class FacePainter {

    /** The half width from which the tip of a nose is modelled as a ball of its own. */
    private static final double BULBOUS = 14.5;

    private static final Rgb WARM_LIGHT = Rgb.of(0xfff0d8);

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;
    private final Palette palette;
    private final double light;
    private final double soft;
    private final double wear;
    private final String outline;
    private final boolean drawn;

    FacePainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
        this.palette = sitting.palette();
        this.light = sitting.light();
        this.soft = sitting.traits().gender().softness();
        this.wear = sitting.traits().age().wear();
        this.drawn = StyledFace.drawn(sitting.traits());
        this.outline = FaceOutline.data(face, view, 0);
    }

    void paint() {
        double w = face.halfWidth();
        svg.fill(
                outline,
                svg.linear(
                        light * w,
                        -60,
                        -light * w,
                        60,
                        Svg.stop(0, palette.skin().mix(WARM_LIGHT, 0.22)),
                        Svg.stop(0.45, palette.skin()),
                        Svg.stop(1, palette.skin().mix(palette.skinShade(), 0.75))));
        svg.openClip(outline);
        svg.openBlur(11);
        forms();
        svg.close();
        svg.openBlur(4.5);
        nearForms();
        svg.close();
        rims();
        svg.close();
        svg.stroke(outline, palette.skinDeep(), 2.2, 0.55);
        nose();
        complexion();
    }

    /** The large forms: planes of the head, sockets, cheeks, jaw. */
    private void forms() {
        Rgb shade = palette.skinShade();
        Rgb deep = palette.skinDeep();
        double w = face.halfWidth();
        double dark = -light;
        svg.fill(
                Outline.around(view.map(
                        0,
                        dark * w * 1.3,
                        -190,
                        dark * w * 0.80,
                        -120,
                        dark * w * 0.86,
                        -30,
                        dark * w * 0.70,
                        34,
                        dark * w * (0.62 - 0.10 * face.cheekbone()),
                        78,
                        dark * w * 0.52,
                        130,
                        dark * w * 0.30,
                        face.chinY() + 10,
                        dark * w * 1.3,
                        face.chinY() + 40)),
                shade,
                0.62);
        if (drawn) {
            svg.ellipse(view.chinShift(), face.chinY() + 10, face.chinHalf() * 1.8, 12, deep, 0.30);
            return;
        }
        svg.fill(
                Outline.around(view.map(
                        0,
                        light * w * 1.2,
                        -170,
                        light * w * 0.93,
                        -90,
                        light * w * 0.94,
                        30,
                        light * w * (0.80 - 0.08 * face.cheekbone()),
                        84,
                        light * w * 0.62,
                        140,
                        light * w * 0.34,
                        face.chinY() + 4,
                        light * w * 1.2,
                        face.chinY() + 40)),
                shade,
                0.45);
        svg.ellipse(view.x(0), -176, w * 1.1, 62, shade, 0.55);
        for (int side = -1; side <= 1; side += 2) {
            double x = view.x(side * face.eyeX());
            svg.ellipse(x, -10, face.eyeHalf() * 1.25, 22, shade, 0.55);
            svg.ellipse(view.x(side * face.eyeX() * 0.52), -14, 12, 20, shade, 0.5);
            double hollow = (0.16 + 0.34 * face.cheekbone()) * (side == dark ? 1.2 : 0.8) + 0.12 * wear;
            svg.fill(
                    Outline.ribbon(
                            new double[] {8, 30, 12},
                            view.map(0, side * w * 0.92, 48, side * w * 0.66, 84, side * w * 0.46, 112)),
                    shade,
                    hollow);
        }
        svg.ellipse(view.x(0), face.mouthY() + face.lowerLip() + 13, 30, 8, shade, 0.55);
        svg.stroke(outline, deep, 20, 0.25);
        svg.ellipse(view.chinShift(), face.chinY() + 6, face.chinHalf() * 1.8, 15, deep, 0.30);
        double rosy = 0.17 + 0.07 * soft + (sitting.traits().race().small() ? 0.10 : 0);
        for (int side = -1; side <= 1; side += 2) {
            svg.ellipse(view.x(side * face.halfWidth() * 0.56), 58, 34, 24, palette.blush(), rosy);
        }
        svg.ellipse(view.x(0, 24), face.noseTipY(), face.noseHalf(), 14, palette.blush(), rosy * 0.9);
        Rgb lit = palette.skinLight();
        svg.ellipse(view.x(light * face.halfWidth() * 0.58), 36, 27, 15, lit, 0.62);
        svg.ellipse(view.x(light * face.halfWidth() * 0.22), -84, 50, 28, lit, 0.46);
        svg.ellipse(view.x(light * 5), face.chinY() - 22, 19, 12, lit, 0.46);
    }

    /** Smaller forms and the lights on them. */
    private void nearForms() {
        Rgb shade = palette.skinShade();
        Rgb lit = palette.skinLight();
        double dark = -light;
        double tip = face.noseTipY();
        if (drawn) {
            svg.fill(
                    Outline.around(
                            view.map(8, dark * 2, tip - 12, dark * face.noseHalf() * 0.9, tip + 6, dark * 2, tip + 12)),
                    palette.skinDeep(),
                    0.7);
            return;
        }
        svg.fill(
                Outline.around(view.map(
                        6,
                        dark * face.bridgeHalf() * 0.9,
                        -16,
                        dark * face.bridgeHalf() * 1.0,
                        18,
                        dark * face.noseTip() * 0.9,
                        tip - 16,
                        dark * face.noseHalf() * 1.02,
                        tip + 2,
                        dark * (face.noseHalf() + 7),
                        tip - 4,
                        dark * (face.bridgeHalf() + 11),
                        20,
                        dark * (face.bridgeHalf() + 9),
                        -12)),
                shade,
                0.66);
        svg.ellipse(view.x(0, 8), tip + 15, face.noseHalf() * 1.02, 7, palette.skinDeep(), 0.42);
        svg.fill(
                Outline.around(view.map(
                        4, -5, tip + 22, 0, tip + 26, 5, tip + 22, 6, face.mouthY() - 12, -6, face.mouthY() - 12)),
                shade,
                0.30);
        svg.fill(
                Outline.ribbon(
                        new double[] {4, 7, 6},
                        view.map(20, light * 2, -8, light * 2.5, tip * 0.45, light * 2, tip - 16)),
                lit,
                0.75);
        for (int side = -1; side <= 1; side += 2) {
            svg.ellipse(view.x(side * (face.eyeX() + 14)), face.browY() + 14, 15, 4, lit, 0.45);
        }
    }

    /** The warm edge on the lit side and the cool light of the scene on the other. */
    private void rims() {
        double w = face.halfWidth();
        double[] edge = FaceOutline.side(face, view, (int) -light, -3);
        String paint = svg.linear(
                -light * w, 0, -light * w * 0.72, 0, Svg.stop(0, palette.rim(), 0.75), Svg.stop(1, palette.rim(), 0));
        svg.stroke(Outline.through(edge), paint, 13, 0.8);
    }

    private void nose() {
        if (drawn) {
            drawnNose();
        } else {
            modelledNose();
        }
    }

    /** A line down the far side of the bridge, the tip, and a blush beneath the eyes. */
    private void drawnNose() {
        double tip = face.noseTipY();
        double far = view.farSide();
        double half = face.noseHalf();
        Rgb line = palette.skinLine();
        svg.fill(
                Outline.ribbon(
                        new double[] {0.4, 1.8, 2.6, 2.2, 0.5},
                        view.map(
                                16,
                                far * face.bridgeHalf() * 0.5,
                                tip - 38,
                                far * face.noseTip() * 0.4,
                                tip - 18,
                                far * face.noseTip() * 0.75,
                                tip - 1,
                                far * face.noseTip() * 0.2,
                                tip + 9,
                                -far * half * 0.25,
                                tip + 8)),
                line,
                0.75);
        for (int side = -1; side <= 1; side += 2) {
            svg.fill(
                    Outline.ribbon(
                            new double[] {0.5, 2, 0.4},
                            view.map(
                                    9,
                                    side * half * 0.45,
                                    tip + 8,
                                    side * half * 0.72,
                                    tip + 6,
                                    side * half * 0.9,
                                    tip + 8)),
                    line,
                    0.5);
            svg.ellipse(view.x(side * face.halfWidth() * 0.54), 50, 24, 10, palette.blush(), 0.16 + 0.08 * soft);
        }
    }

    private void modelledNose() {
        if (face.noseTip() > BULBOUS) {
            bulb();
        }
        Rgb line = palette.skinLine();
        double tip = face.noseTipY();
        double half = face.noseHalf();
        double ball = face.noseTip();
        double far = view.farSide();
        svg.fill(
                Outline.around(view.map(
                        12,
                        -half * 0.80,
                        tip + 3,
                        -ball * 0.72,
                        tip + 6,
                        0,
                        tip + 13,
                        ball * 0.72,
                        tip + 6,
                        half * 0.80,
                        tip + 3,
                        half * 0.62,
                        tip + 12,
                        ball * 0.5,
                        tip + 15,
                        0,
                        tip + 18,
                        -ball * 0.5,
                        tip + 15,
                        -half * 0.62,
                        tip + 12)),
                palette.skinDeep(),
                0.34);
        for (int side = -1; side <= 1; side += 2) {
            double[] nostril = view.map(
                    10, side * ball * 0.42, tip + 12, side * half * 0.55, tip + 7.5, side * half * 0.80, tip + 10.5);
            svg.fill(Outline.ribbon(new double[] {1.5, 5.2, 1.2}, nostril), line, 0.85);
            double[] wing =
                    view.map(8, side * half * 0.82, tip - 9, side * half * 1.03, tip + 1, side * half * 0.86, tip + 11);
            svg.fill(Outline.ribbon(new double[] {0.6, 2.6, 1.0}, wing), line, side == far ? 0.6 : 0.45);
        }
        double[] profile = view.map(
                16,
                far * face.bridgeHalf() * 0.75,
                -10,
                far * face.bridgeHalf() * 0.62,
                16,
                far * ball * 0.62,
                tip - 20,
                far * ball * 0.92,
                tip - 6);
        svg.fill(
                Outline.ribbon(new double[] {0.4, 1.6, 1.8, 0.6}, profile),
                line,
                0.10 + Math.abs(view.sine()) * 0.6 - 0.06 * soft);
        svg.ellipse(
                view.x(light * ball * 0.22, 26),
                tip - 3,
                ball * 0.34,
                ball * 0.26,
                palette.skinLight().lighter(0.3),
                0.4);
    }

    /** The round end of a large nose. */
    private void bulb() {
        double x = view.x(0, 24);
        double y = face.noseTipY() - 4;
        double r = face.noseTip() * 1.12;
        svg.ellipse(
                x,
                y,
                r,
                r * 0.92,
                svg.radial(
                        x + light * r * 0.35,
                        y - r * 0.35,
                        r * 1.4,
                        Svg.stop(0, palette.skinLight(), 0.9),
                        Svg.stop(0.35, palette.skin().mix(palette.blush(), 0.16), 0.8),
                        Svg.stop(0.75, palette.skinShade().mix(palette.blush(), 0.12), 0.75),
                        Svg.stop(1, palette.skinShade(), 0)),
                1);
    }

    /** Freckles, a mole, and the lines the years have drawn. */
    private void complexion() {
        Dice dice = sitting.dice(21);
        int dots = sitting.traits().has(Mark.FRECKLES) ? Math.max(34, face.freckles()) : face.freckles();
        Rgb freckle = palette.skin().times(0.68, 0.48, 0.40);
        for (int i = 0; i < dots; i++) {
            double x = dice.around(-0.78, 0.78) * face.halfWidth();
            double y = dice.around(18, 74) - Math.abs(x) * 0.08;
            double size = dice.between(1.1, 2.4);
            svg.ellipse(
                    view.x(x),
                    view.y(x, y, 0),
                    size,
                    size * 0.85,
                    freckle,
                    dice.between(0.3, 0.62) * (drawn ? 0.6 : 1));
        }
        double moleX = face.moleX();
        if (sitting.traits().has(Mark.MOLE) && moleX == 0) {
            moleX = 0.42;
        }
        if (moleX != 0) {
            double x = moleX * face.halfWidth();
            double y = 30 + face.moleY() * (face.mouthY() - 30);
            svg.ellipse(view.x(x), y, 2.9, 2.7, palette.skinLine(), 0.8);
        }
        if (wear > (drawn ? 0.7 : 0.3)) {
            wrinkles();
        }
    }

    private void wrinkles() {
        double strength = (0.30 + 0.40 * wear) * (drawn ? 0.7 : 1);
        Rgb line = palette.skinLine().mix(palette.skinDeep(), 0.5);
        double w = face.halfWidth();
        for (int i = 0; i < (wear > 0.8 ? 3 : 2); i++) {
            double y = -66 - i * 17;
            double reach = w * (0.52 - i * 0.07);
            svg.fill(
                    Outline.ribbon(
                            new double[] {0.3, 2.4, 1.5, 2.4, 0.3},
                            view.map(
                                    0, -reach, y + 3, -reach * 0.5, y - 2, 0, y + 2, reach * 0.5, y - 2, reach, y + 3)),
                    line,
                    strength * 0.62);
        }
        for (int side = -1; side <= 1; side += 2) {
            double outer = side * (face.eyeX() + face.eyeHalf());
            for (int i = -1; i <= 1; i++) {
                svg.fill(
                        Outline.ribbon(
                                new double[] {2, 1.4, 0.2},
                                view.map(
                                        0,
                                        outer + side * 5,
                                        2 + i * 5,
                                        outer + side * 14,
                                        4 + i * 9,
                                        outer + side * 22,
                                        8 + i * 14)),
                        line,
                        strength * 0.7);
            }
            svg.fill(
                    Outline.ribbon(
                            new double[] {0.4, 2.2, 0.3},
                            view.map(
                                    0,
                                    side * (face.eyeX() - face.eyeHalf() + 4),
                                    21,
                                    side * face.eyeX(),
                                    30,
                                    side * (face.eyeX() + face.eyeHalf() - 4),
                                    25)),
                    line,
                    strength * 0.8);
            svg.fill(
                    Outline.ribbon(
                            new double[] {0.6, 3.4, 2.6, 0.4},
                            view.map(
                                    3,
                                    side * (face.noseHalf() + 6),
                                    face.noseTipY() - 2,
                                    side * (face.noseHalf() + 18),
                                    face.noseTipY() + 18,
                                    side * (face.mouthHalf() + 12),
                                    face.mouthY() - 6,
                                    side * (face.mouthHalf() + 11),
                                    face.mouthY() + 14)),
                    line,
                    strength * 0.85);
            if (wear > 0.8) {
                svg.fill(
                        Outline.ribbon(
                                new double[] {0.4, 2.4, 0.3},
                                view.map(
                                        0,
                                        side * (face.mouthHalf() + 9),
                                        face.mouthY() + 16,
                                        side * (face.mouthHalf() + 10),
                                        face.mouthY() + 30,
                                        side * (face.mouthHalf() + 2),
                                        face.mouthY() + 44)),
                        line,
                        0.4);
                svg.fill(
                        Outline.ribbon(
                                new double[] {0.4, 3, 0.4},
                                view.map(0, side * w * 0.60, 78, side * w * 0.52, 104, side * w * 0.50, 132)),
                        line,
                        0.28);
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            svg.fill(
                    Outline.ribbon(
                            new double[] {0.4, 2.4, 0.4},
                            view.map(
                                    6,
                                    side * 7,
                                    face.browY() - 6,
                                    side * 6,
                                    face.browY() + 6,
                                    side * 8,
                                    face.browY() + 16)),
                    line,
                    strength * 0.6);
        }
    }
}
