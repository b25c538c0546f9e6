package io.dramatis.portrait.provider.builtin;

/** Paints the head of a dragonborn: snout and scales, horns, and a frill of webbed spines; in head units. */
final class DragonHead {

    private static final Rgb BONE = Rgb.of(0xd8c8a4);

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final Palette palette;
    private final Expression mood;
    private final int light;
    private final double w;
    private final double snout;
    private final double bridge;
    private final double drop;
    private final Rgb skin;
    private final Rgb belly;
    private final Dice dice;

    DragonHead(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.palette = sitting.palette();
        this.mood = sitting.traits().expression();
        this.light = sitting.light();
        this.w = face.halfWidth() / 119;
        this.snout = sitting.head().sine() * 150;
        this.bridge = sitting.head().sine() * 78;
        this.drop = (face.chinY() - 183) * 0.7 + mood.pitch() * 0.8;
        this.skin = palette.skin();
        this.belly = skin.mix(Rgb.of(0xf0d8a0), 0.5);
        this.dice = sitting.dice(111);
    }

    /** Horns and frill, behind the skull. */
    void paintBehind() {
        double flare = dice.between(0.8, 1.2);
        double sweep = dice.between(0, 1);
        for (int side = -1; side <= 1; side += 2) {
            frill(side, flare);
            double[] horn = sweep < 0.5
                    ? new double[] {
                        side * 62, -122, side * 86, -178, side * 132, -222, side * 168, -226, side * 196, -206
                    }
                    : new double[] {side * 58, -122, side * 84, -176, side * 88, -230, side * 66, -272, side * 40, -292
                    };
            svg.fill(Outline.ribbon(new double[] {58, 48, 35, 20, 2}, horn), BONE.darker(0.72));
            svg.fill(
                    Outline.ribbon(new double[] {51, 42, 30, 16, 1}, horn),
                    svg.linear(
                            side * 60,
                            -120,
                            side * 150,
                            -260,
                            Svg.stop(0, BONE.darker(0.62)),
                            Svg.stop(0.5, BONE.darker(0.2)),
                            Svg.stop(1, BONE)));
            double[] gleam = horn.clone();
            for (int i = 0; i < gleam.length; i += 2) {
                gleam[i] += light * 8 * (1 - i / 10.0);
                gleam[i + 1] -= 4;
            }
            svg.fill(Outline.ribbon(new double[] {3, 11, 9, 5, 0.5}, gleam), BONE.lighter(0.5), 0.55);
            for (int i = 1; i < 8; i++) {
                double u = i / 8.0 * 3.4;
                int k = (int) u;
                double f = u - k;
                double cx = horn[2 * k] + (horn[2 * k + 2] - horn[2 * k]) * f;
                double cy = horn[2 * k + 1] + (horn[2 * k + 3] - horn[2 * k + 1]) * f;
                double r = 23 * (1 - u / 4.6);
                svg.stroke(Outline.through(cx - r, cy + 2, cx, cy - 5, cx + r, cy + 2), BONE.darker(0.75), 2.2, 0.5);
            }
        }
    }

    private void frill(int side, double flare) {
        double[][] tips = {
            {side * (176 * flare), -118},
            {side * (206 * flare), -52},
            {side * (206 * flare), 18},
            {side * (178 * flare), 78}
        };
        double x = side * 92;
        Outline web = new Outline().move(x, -70);
        double lastX = x;
        double lastY = -70;
        for (double[] tip : tips) {
            web.quad((lastX + tip[0]) / 2 - side * 22, (lastY + tip[1]) / 2 + 8, tip[0], tip[1]);
            lastX = tip[0];
            lastY = tip[1];
        }
        web.quad(side * 130, 76, x, 70).close();
        Rgb membrane = skin.mix(palette.accent(), 0.25).saturate(1.15);
        svg.fill(
                web.data(),
                svg.linear(
                        x,
                        0,
                        side * 206,
                        0,
                        Svg.stop(0, membrane.darker(0.55)),
                        Svg.stop(0.6, membrane.darker(0.1)),
                        Svg.stop(1, membrane.lighter(0.3))));
        svg.stroke(web.data(), skin.darker(0.6), 2.4, 0.7);
        for (double[] tip : tips) {
            double[] spine = {x, tip[1] * 0.3, (x + tip[0]) / 2, tip[1] * 0.62, tip[0] + side * 8, tip[1]};
            svg.fill(Outline.ribbon(new double[] {15, 10, 1}, spine), skin.darker(0.5));
            svg.fill(Outline.ribbon(new double[] {9, 5, 0.5}, spine), skin.lighter(0.14));
        }
    }

    void paint() {
        String skull = skull();
        cheekSpikes();
        svg.fill(
                skull,
                svg.linear(
                        light * 120,
                        -60,
                        -light * 120,
                        80,
                        Svg.stop(0, skin.lighter(0.16)),
                        Svg.stop(0.45, skin),
                        Svg.stop(1, skin.times(0.42, 0.38, 0.46))));
        svg.openClip(skull);
        scales();
        svg.openBlur(10);
        Rgb dark = skin.times(0.34, 0.28, 0.36);
        svg.fill(
                Outline.around(
                        -light * 60 + snout * 0.6,
                        20,
                        -light * 84,
                        -70,
                        -light * 150,
                        -100,
                        -light * 150,
                        160,
                        -light * 30 + snout,
                        180),
                dark,
                0.62);
        svg.ellipse(bridge + light * 66, 70, 26, 46, dark, 0.45);
        svg.ellipse(0, -168, 120, 40, dark, 0.5);
        svg.ellipse(light * 46, -112, 40, 20, skin.lighter(0.55), 0.5);
        svg.ellipse(light * 96, 10, 18, 30, skin.lighter(0.5), 0.45);
        svg.close();
        svg.close();
        svg.stroke(skull, skin.darker(0.65), 3, 0.7);
        lowerJaw();
        upperSnout();
        for (int side = -1; side <= 1; side += 2) {
            eye(side);
        }
        plates();
        rim();
    }

    private String skull() {
        return Outline.around(
                0,
                -162,
                66 * w,
                -150,
                108 * w,
                -98,
                122 * w,
                -34,
                120 * w,
                26,
                104 * w,
                82,
                72 * w + snout * 0.5,
                132 + drop * 0.6,
                snout * 0.9,
                158 + drop,
                -72 * w + snout * 0.5,
                132 + drop * 0.6,
                -104 * w,
                82,
                -120 * w,
                26,
                -122 * w,
                -34,
                -108 * w,
                -98,
                -66 * w,
                -150);
    }

    private void scales() {
        Rgb edge = skin.darker(0.55);
        for (int row = 0; row < 17; row++) {
            double y = -150 + row * 17;
            for (int i = -8; i <= 8; i++) {
                double x = i * 17 + (row % 2) * 8.5;
                double size = 8.8;
                boolean shine = dice.chance(0.22);
                svg.stroke(
                        Outline.through(x - size, y, x, y + 10, x + size, y),
                        shine ? skin.lighter(0.45) : edge,
                        shine ? 2.4 : 2,
                        shine ? 0.5 : 0.42);
            }
        }
    }

    private void cheekSpikes() {
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 3; i++) {
                double y = 24 + i * 34;
                double x = side * (116 - i * 12) * w;
                svg.fill(
                        Outline.leaf(x - side * 24, y, x + side * 16, y + 4, x + side * (44 - i * 6), y + 26, 13),
                        BONE.darker(0.6));
                svg.fill(
                        Outline.leaf(x - side * 24, y - 2, x + side * 16, y + 2, x + side * (42 - i * 6), y + 23, 9),
                        side == light ? BONE : BONE.darker(0.3));
            }
        }
    }

    private void lowerJaw() {
        double gap = mood.open() * 20;
        double y = 122 + drop + gap;
        if (gap > 2) {
            String maw = Outline.around(
                    -78 * w + snout * 0.5,
                    78 - mood.smile(),
                    snout - 52,
                    108 + drop,
                    snout,
                    118 + drop,
                    snout + 52,
                    108 + drop,
                    78 * w + snout * 0.5,
                    78 - mood.smile(),
                    snout + 50,
                    y + 10,
                    snout,
                    y + 20,
                    snout - 50,
                    y + 10);
            svg.fill(maw, Rgb.of(0x401418));
            svg.ellipse(snout, y + 8, 32, 12, Rgb.of(0xa8484e), 0.9);
        }
        String jaw = Outline.around(
                -84 * w + snout * 0.5,
                88,
                snout - 58,
                y - 4,
                snout - 30,
                y + 8,
                snout,
                y + 11,
                snout + 30,
                y + 8,
                snout + 58,
                y - 4,
                84 * w + snout * 0.5,
                88,
                snout * 0.95 + 50,
                y + 34,
                snout,
                y + 50,
                snout * 0.95 - 50,
                y + 34);
        svg.fill(
                jaw,
                svg.linear(
                        0,
                        y - 20,
                        0,
                        y + 50,
                        Svg.stop(0, belly.darker(0.12)),
                        Svg.stop(0.5, belly.mix(skin, 0.5)),
                        Svg.stop(1, skin.times(0.4, 0.34, 0.42))));
        svg.stroke(jaw, skin.darker(0.65), 2.6, 0.7);
        for (int i = -2; i <= 2; i++) {
            svg.fill(
                    Outline.leaf(
                            snout + i * 19,
                            y + 34 - i * i * 3,
                            snout + i * 23,
                            y + 50,
                            snout + i * 27,
                            y + 72 - i * i * 6,
                            8),
                    i == 0 ? BONE : BONE.darker(0.22));
        }
        if (gap > 2) {
            for (int i = -3; i <= 3; i++) {
                double x = snout + i * 15;
                svg.fill(
                        Outline.polygon(
                                x - 5,
                                y + 9 - Math.abs(i) * 3,
                                x,
                                y - 8 - Math.abs(i) * 3,
                                x + 5,
                                y + 9 - Math.abs(i) * 3),
                        Rgb.of(0xf4ead2));
            }
        }
    }

    private void upperSnout() {
        double low = 116 + drop;
        double corner = 84 - mood.smile() * 1.1;
        String upper = Outline.around(
                bridge * 0.5,
                -64,
                bridge + 36,
                -40,
                bridge + 48,
                12,
                snout + 64,
                56 + drop * 0.5,
                snout + 74,
                88 + drop,
                snout + 54,
                low + 4,
                snout,
                low + 12,
                snout - 54,
                low + 4,
                snout - 74,
                88 + drop,
                snout - 64,
                56 + drop * 0.5,
                bridge - 48,
                12,
                bridge - 36,
                -40);
        svg.openBlur(8);
        svg.fill(
                Outline.around(
                        snout - 70,
                        low - 10,
                        snout,
                        low + 26,
                        snout + 70,
                        low - 10,
                        snout + 60,
                        low + 22,
                        snout,
                        low + 40,
                        snout - 60,
                        low + 22),
                Rgb.of(0x140a0c),
                0.5);
        svg.close();
        svg.fill(
                upper,
                svg.linear(
                        snout + light * 74,
                        20,
                        snout - light * 74,
                        80,
                        Svg.stop(0, skin.lighter(0.26)),
                        Svg.stop(0.45, skin.lighter(0.06)),
                        Svg.stop(0.62, skin.darker(0.14)),
                        Svg.stop(1, skin.times(0.46, 0.40, 0.48))));
        svg.openClip(upper);
        for (int row = 0; row < 9; row++) {
            double y = -10 + row * 15;
            for (int i = -5; i <= 5; i++) {
                if (Math.abs(i) > 1 || row > 6) {
                    double x = bridge + (snout - bridge) * row / 8 + i * 14 + (row % 2) * 7;
                    svg.stroke(Outline.through(x - 7, y, x, y + 8, x + 7, y), skin.darker(0.5), 1.7, 0.36);
                }
            }
        }
        svg.openBlur(6);
        svg.fill(
                Outline.ribbon(
                        new double[] {6, 16, 22},
                        snout - light * 62,
                        30,
                        snout - light * 56,
                        80,
                        snout - light * 30,
                        low + 4),
                skin.times(0.3, 0.25, 0.32),
                0.5);
        svg.ellipse(snout + light * 30, 62 + drop * 0.7, 17, 13, skin.lighter(0.7), 0.6);
        svg.fill(
                Outline.around(
                        snout - 60,
                        low - 6,
                        snout,
                        low + 4,
                        snout + 60,
                        low - 6,
                        snout + 50,
                        low + 14,
                        snout - 50,
                        low + 14),
                belly.darker(0.15),
                0.55);
        svg.close();
        svg.close();
        svg.stroke(
                Outline.through(
                        bridge - 42,
                        -10,
                        snout - 64,
                        56 + drop * 0.5,
                        snout - 74,
                        88 + drop,
                        snout - 54,
                        low + 4,
                        snout,
                        low + 12,
                        snout + 54,
                        low + 4,
                        snout + 74,
                        88 + drop,
                        snout + 64,
                        56 + drop * 0.5,
                        bridge + 42,
                        -10),
                skin.darker(0.65),
                2.4,
                0.55);
        for (int side = -1; side <= 1; side += 2) {
            double nx = snout + side * 36;
            double ny = 84 + drop;
            svg.ellipse(nx, ny - 3, 21, 14, skin.lighter(0.16), 0.7);
            svg.fill(
                    Outline.ribbon(new double[] {2, 12, 3}, nx - side * 14, ny + 5, nx, ny - 1, nx + side * 13, ny - 7),
                    Rgb.of(0x1a0c0e),
                    0.95);
            svg.stroke(
                    Outline.through(nx - side * 15, ny - 2, nx - side * 2, ny - 11, nx + side * 15, ny - 13),
                    skin.lighter(0.5),
                    2.4,
                    0.6);
            svg.fill(
                    Outline.ribbon(
                            new double[] {1, 5, 4, 1},
                            snout + side * 30,
                            low + 11,
                            snout + side * 62,
                            low - 2,
                            snout * 0.6 + side * 84 * w,
                            corner + 6,
                            snout * 0.4 + side * 98 * w,
                            corner - 8),
                    Rgb.of(0x1a0c0e),
                    0.9);
            svg.fill(
                    Outline.leaf(snout + side * 47, low, snout + side * 48, low + 14, snout + side * 43, low + 30, 7),
                    Rgb.of(0xf6edd8));
            svg.fill(
                    Outline.leaf(
                            snout + side * 66, low - 12, snout + side * 67, low - 2, snout + side * 63, low + 8, 4.5),
                    Rgb.of(0xeadfc4));
        }
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

    /** Larger plates along the crown and down the bridge. */
    private void plates() {
        int count = 8;
        for (int i = 0; i < count; i++) {
            double u = i / (double) (count - 1);
            double x = bridge * Math.min(1, u * 1.4) * 0.9 + (snout - bridge) * Math.max(0, u - 0.5) * 1.5;
            double y = -134 + u * 176 + drop * 0.3 * u;
            double size = 21 - 9 * u;
            svg.fill(
                    Outline.polygon(
                            x, y - size * 1.1, x + size, y - size * 0.1, x, y + size * 1.1, x - size, y - size * 0.1),
                    skin.darker(0.55),
                    0.85);
            svg.fill(
                    Outline.polygon(x, y - size * 0.9, x + size * 0.82, y - size * 0.1, x, y + size * 0.82),
                    light > 0 ? skin.lighter(0.38) : skin.darker(0.12),
                    0.95);
            svg.fill(
                    Outline.polygon(x, y - size * 0.9, x, y + size * 0.82, x - size * 0.82, y - size * 0.1),
                    light > 0 ? skin.darker(0.12) : skin.lighter(0.38),
                    0.95);
        }
    }

    private void rim() {
        double reach = -light * 122 * w;
        double[] edge = {reach * 0.53, -149, reach * 0.88, -97, reach * 0.99, -34, reach * 0.97, 26, reach * 0.84, 81};
        String paint =
                svg.linear(reach, 0, reach * 0.80, 0, Svg.stop(0, palette.rim(), 0.7), Svg.stop(1, palette.rim(), 0));
        svg.openClip(skull());
        svg.stroke(Outline.through(edge), paint, 16, 0.7);
        svg.close();
    }
}
