package io.dramatis.portrait.provider.builtin;

/** Places that stories of other genres lead to: the moon, space, cities at night, beaches, ships and meadows. */
final class FarScenes {

    private final Svg svg;
    private final Scene scene;
    private final Dice dice;
    private final int light;

    FarScenes(Svg svg, Scene scene, Dice dice, int light) {
        this.svg = svg;
        this.scene = scene;
        this.dice = dice;
        this.light = light;
    }

    void paint() {
        switch (scene) {
            case MOON -> moon();
            case SPACE -> space();
            case CITY_NIGHT -> cityAtNight();
            case BEACH -> beach();
            case SHIP -> ship();
            case MEADOW -> meadow();
            default -> throw new IllegalStateException("Painted elsewhere: " + scene);
        }
    }

    private void stars(int count, double bottom) {
        for (int i = 0; i < count; i++) {
            double size = dice.between(0.8, 3.2);
            svg.ellipse(dice.between(0, 1024), dice.between(0, bottom), size, size, Rgb.WHITE, dice.between(0.4, 1));
        }
    }

    private void moon() {
        stars(130, 700);
        double x = 512 - light * 300;
        svg.glow(x, 210, 210, 210, Rgb.of(0x6fb4ff), 0.5);
        svg.ellipse(
                x,
                210,
                122,
                122,
                svg.radial(
                        x + light * 40,
                        170,
                        190,
                        Svg.stop(0, Rgb.of(0x8fd0ff)),
                        Svg.stop(0.55, Rgb.of(0x2f74c4)),
                        Svg.stop(1, Rgb.of(0x08183c))),
                1);
        svg.openClip(Outline.ellipse(x, 210, 122, 122));
        svg.fill(
                Outline.around(x - 90, 150, x - 30, 120, x + 20, 165, x - 10, 215, x - 70, 225),
                Rgb.of(0x4f9a58),
                0.85);
        svg.fill(
                Outline.around(x + 10, 250, x + 60, 225, x + 84, 270, x + 40, 320, x + 4, 290), Rgb.of(0x6a9a4f), 0.85);
        for (int i = 0; i < 4; i++) {
            double y = 130 + i * 52;
            svg.fill(Outline.leaf(x - 110, y + 10, x - 10, y - 14, x + 100, y + 8, 9), Rgb.WHITE, 0.7);
        }
        svg.close();
        Rgb dust = Rgb.of(0x9da0a6);
        svg.fill(
                Outline.around(
                        -60, 700, 140, 640, 330, 676, 520, 640, 720, 684, 900, 630, 1090, 690, 1090, 1100, -60, 1100),
                svg.linear(0, 630, 0, 1024, Svg.stop(0, dust.lighter(0.2)), Svg.stop(1, dust.darker(0.45))));
        for (int i = 0; i < 12; i++) {
            double cx = dice.between(0, 1024);
            double cy = dice.between(720, 1010);
            double r = dice.between(16, 60) * (cy - 560) / 300;
            svg.ellipse(cx, cy, r, r * 0.3, dust.darker(0.5), 0.8);
            svg.ellipse(cx, cy + r * 0.07, r * 0.94, r * 0.24, dust.darker(0.2), 0.9);
        }
    }

    private void space() {
        for (int i = 0; i < 7; i++) {
            Rgb haze = i % 2 == 0 ? Rgb.of(0x8a3fb0) : Rgb.of(0x2f6fc8);
            svg.glow(
                    dice.between(0, 1024),
                    dice.between(0, 900),
                    dice.between(180, 380),
                    dice.between(120, 260),
                    haze,
                    0.4);
        }
        stars(190, 1024);
        double x = 512 + light * 330;
        svg.ellipse(
                x,
                250,
                150,
                150,
                svg.radial(
                        x - light * 50,
                        190,
                        250,
                        Svg.stop(0, Rgb.of(0xffd9a0)),
                        Svg.stop(0.5, Rgb.of(0xc4703f)),
                        Svg.stop(1, Rgb.of(0x3a1420))),
                1);
        svg.openClip(Outline.ellipse(x, 250, 150, 150));
        for (int i = 0; i < 5; i++) {
            double y = 150 + i * 48;
            svg.fill(Outline.leaf(x - 190, y + 26, x, y - 10, x + 190, y + 10, 12), Rgb.of(0x8a3f2a), 0.5);
        }
        svg.close();
        svg.stroke(Outline.through(x - 262, 322, x - 120, 300, x + 130, 236, x + 262, 176), Rgb.of(0xf0d8b0), 12, 0.85);
        svg.stroke(Outline.through(x - 240, 334, x - 110, 318, x + 140, 250, x + 250, 196), Rgb.of(0xb0805a), 7, 0.85);
    }

    private void cityAtNight() {
        stars(50, 360);
        Rgb[] neon = {Rgb.of(0xff4fb8), Rgb.of(0x35e0ff), Rgb.of(0xffd24a), Rgb.of(0x9a6aff)};
        for (int depth = 0; depth < 2; depth++) {
            double x = -40;
            while (x < 1060) {
                double width = dice.between(80, 150);
                double top = dice.between(90, 380) + depth * 130;
                Rgb wall = depth == 0 ? Rgb.of(0x241c48) : Rgb.of(0x15142e);
                svg.fill(Outline.polygon(x, top, x + width - 8, top, x + width - 8, 1040, x, 1040), wall);
                for (double wy = top + 22; wy < 900; wy += 40) {
                    for (double wx = x + 14; wx < x + width - 26; wx += 30) {
                        if (dice.chance(0.5)) {
                            svg.fill(
                                    Outline.polygon(wx, wy, wx + 14, wy, wx + 14, wy + 20, wx, wy + 20),
                                    dice.chance(0.25) ? neon[dice.below(4)] : Rgb.of(0xffdf9a),
                                    dice.between(0.4, 0.95));
                        }
                    }
                }
                if (dice.chance(0.55)) {
                    Rgb sign = neon[dice.below(4)];
                    double sx = x + width * 0.5;
                    svg.glow(sx, top + 120, 90, 150, sign, 0.55);
                    svg.stroke(Outline.through(sx, top + 60, sx, top + 180), sign, 16, 0.95);
                    svg.stroke(Outline.through(sx, top + 60, sx, top + 180), Rgb.WHITE, 5, 0.9);
                }
                x += width;
            }
        }
        svg.glow(512, 900, 620, 240, neon[0], 0.35);
    }

    private void beach() {
        double sun = 512 + light * 330;
        svg.glow(sun, 170, 260, 260, Rgb.of(0xfff4c0), 0.9);
        svg.ellipse(sun, 170, 62, 62, Rgb.of(0xfffbe4), 1);
        svg.fill(
                Outline.polygon(0, 500, 1024, 500, 1024, 740, 0, 740),
                svg.linear(0, 500, 0, 740, Svg.stop(0, Rgb.of(0x2f8fc0)), Svg.stop(1, Rgb.of(0x6fd8d4))));
        for (int i = 0; i < 16; i++) {
            double x = dice.between(-60, 1000);
            double y = 512 + i * 14;
            svg.fill(Outline.leaf(x, y, x + 50, y - 5, x + dice.between(80, 190), y, 3), Rgb.WHITE, 0.55);
        }
        svg.fill(
                Outline.around(-60, 742, 200, 716, 480, 740, 760, 712, 1090, 738, 1090, 1100, -60, 1100),
                svg.linear(0, 720, 0, 1024, Svg.stop(0, Rgb.of(0xf6e6bc)), Svg.stop(1, Rgb.of(0xd2ab6c))));
        svg.stroke(Outline.through(-20, 742, 200, 722, 480, 744, 760, 718, 1044, 742), Rgb.WHITE, 14, 0.75);
        double root = 512 - light * 410;
        double crown = root + light * 60;
        Rgb bark = Rgb.of(0x7a5636);
        svg.fill(
                Outline.ribbon(
                        new double[] {44, 34, 28, 22},
                        root,
                        960,
                        root - light * 6,
                        660,
                        root + light * 20,
                        400,
                        crown,
                        190),
                bark);
        for (int i = 0; i < 9; i++) {
            double angle = Math.PI + i * Math.PI / 8;
            double ex = crown + StrictMath.cos(angle) * 240;
            double ey = 190 + StrictMath.sin(angle) * 110 + 70;
            svg.fill(
                    Outline.leaf(crown, 190, (crown + ex) / 2, Math.min(190, ey) - 60, ex, ey, 20),
                    Rgb.of(0x3f8a4a).darker(dice.between(0, 0.35)));
        }
    }

    private void ship() {
        svg.fill(
                Outline.polygon(0, 560, 1024, 560, 1024, 1040, 0, 1040),
                svg.linear(0, 560, 0, 900, Svg.stop(0, Rgb.of(0x3f7fa0)), Svg.stop(1, Rgb.of(0x1d4a66))));
        double mast = 512 - light * 290;
        Rgb wood = Rgb.of(0x5f4028);
        Rgb canvas = Rgb.of(0xe9e0c8);
        svg.fill(
                Outline.around(
                        mast - 190,
                        30,
                        mast,
                        10,
                        mast + 190,
                        30,
                        mast + 170,
                        230,
                        mast + 206,
                        440,
                        mast,
                        400,
                        mast - 206,
                        440,
                        mast - 170,
                        230),
                svg.linear(
                        mast - 200,
                        0,
                        mast + 200,
                        0,
                        Svg.stop(0, canvas),
                        Svg.stop(0.5, canvas.lighter(0.3)),
                        Svg.stop(1, canvas.darker(0.25))));
        svg.fill(Outline.ribbon(new double[] {26, 34}, mast, -20, mast, 1040), wood.darker(0.1));
        svg.stroke(Outline.through(mast - 214, 34, mast, 22, mast + 214, 34), wood, 18, 1);
        svg.stroke(Outline.through(mast - 214, 446, mast, 426, mast + 214, 446), wood, 18, 1);
        for (int i = 0; i < 5; i++) {
            double x = 512 + light * (120 + i * 96);
            svg.stroke(Outline.through(mast, 30, (mast + x) / 2, 360, x, 730), wood.darker(0.3), 4, 0.8);
        }
        for (int i = 0; i < 6; i++) {
            double y = 140 + i * 95;
            double near = mast + (512 + light * 120 - mast) * (y - 30) / 700;
            double far = mast + (512 + light * 504 - mast) * (y - 30) / 700;
            svg.stroke(Outline.through(near, y, far, y), wood.darker(0.3), 4, 0.8);
        }
        svg.fill(
                Outline.polygon(0, 730, 1024, 730, 1024, 780, 0, 780),
                svg.linear(0, 730, 0, 780, Svg.stop(0, wood.lighter(0.25)), Svg.stop(1, wood.darker(0.3))));
        for (int i = 0; i < 9; i++) {
            double x = 40 + i * 120;
            svg.fill(Outline.ribbon(new double[] {24, 34, 22, 30}, x, 776, x, 830, x, 880, x, 940), wood);
        }
        svg.fill(
                Outline.polygon(0, 930, 1024, 930, 1024, 1040, 0, 1040),
                svg.linear(0, 930, 0, 1040, Svg.stop(0, wood.lighter(0.1)), Svg.stop(1, wood.darker(0.4))));
    }

    private void meadow() {
        for (int i = 0; i < 5; i++) {
            double x = dice.between(0, 1024);
            double y = dice.between(60, 260);
            for (int k = 0; k < 4; k++) {
                svg.glow(x + k * 56 - 80, y + dice.between(-14, 14), 80, 42, Rgb.WHITE, 0.75);
            }
        }
        for (int row = 0; row < 3; row++) {
            double y = 520 + row * 110;
            Rgb green = Rgb.of(0x8fb85a).darker(row * 0.16);
            svg.fill(
                    Outline.around(
                            -60,
                            y + 40,
                            160,
                            y - dice.between(0, 50),
                            420,
                            y + 20,
                            700,
                            y - dice.between(0, 50),
                            900,
                            y + 10,
                            1090,
                            y - 20,
                            1090,
                            1100,
                            -60,
                            1100),
                    svg.linear(0, y, 0, 1024, Svg.stop(0, green.lighter(0.12)), Svg.stop(1, green.darker(0.3))));
        }
        Rgb[] petals = {Rgb.of(0xf05a6a), Rgb.of(0xffd24a), Rgb.of(0xf4f0ff), Rgb.of(0xb07ae0), Rgb.of(0xff9ac0)};
        for (int i = 0; i < 120; i++) {
            double x = dice.between(-10, 1034);
            double y = dice.between(600, 1024);
            double r = 3 + (y - 580) / 36;
            Rgb colour = petals[dice.below(petals.length)];
            svg.stroke(Outline.through(x, y, x + 3, y + r * 4), Rgb.of(0x3f6a2c), r * 0.4, 0.8);
            svg.petals(x, y, r * 0.7, r * 0.6, 0, colour, 0.95);
            svg.ellipse(x, y, r * 0.42, r * 0.42, Rgb.of(0xffe9a0), 1);
        }
    }
}
