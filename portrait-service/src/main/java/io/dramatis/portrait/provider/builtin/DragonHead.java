package io.dramatis.portrait.provider.builtin;

/** Paints the head of a dragonborn: snout and scales, horns, and a frill of webbed spines; in head units. */
final class DragonHead {

    static final Rgb BONE = Rgb.of(0xd8c8a4);

    private final Sitting sitting;
    private final Svg svg;
    private final Palette palette;
    private final int light;
    private final double w;
    private final double snout;
    private final double bridge;
    private final double drop;
    private final Rgb skin;
    private final Dice dice;

    DragonHead(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.palette = sitting.palette();
        this.light = sitting.light();
        this.w = sitting.face().halfWidth() / 119;
        this.snout = sitting.head().sine() * 150;
        this.bridge = sitting.head().sine() * 78;
        this.drop = (sitting.face().chinY() - 183) * 0.7
                + sitting.traits().expression().pitch() * 0.8;
        this.skin = palette.skin();
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
        new DragonSnout(sitting, w, snout, bridge, drop).paint();
        new DragonEyes(sitting, w, bridge).paint();
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
