package io.dramatis.portrait.provider.builtin;

/** Landscapes under the open sky. */
final class OutdoorScenes {

    private final Svg svg;
    private final Dice dice;
    private final int light;
    private final Rgb high;
    private final Rgb middle;
    private final Rgb low;

    OutdoorScenes(Svg svg, Scene scene, Dice dice, int light) {
        this.svg = svg;
        this.dice = dice;
        this.light = light;
        this.high = scene.high();
        this.middle = scene.middle();
        this.low = scene.low();
    }

    void forest() {
        for (int depth = 0; depth < 3; depth++) {
            Rgb tone = middle.mix(low, 0.28 + depth * 0.32);
            int trees = 9 - depth * 2;
            for (int i = 0; i < trees; i++) {
                double x = (i + 0.5 + dice.between(-0.35, 0.35)) * 1024 / trees;
                double w = 13 + depth * 17 + dice.between(0, 14);
                svg.fill(
                        Outline.polygon(
                                x - w * 0.55,
                                -20,
                                x + w * 0.5,
                                -20,
                                x + w * 0.62,
                                700,
                                x + w * 1.5,
                                1040,
                                x - w * 1.5,
                                1040,
                                x - w * 0.66,
                                700),
                        svg.linear(
                                x + light * w,
                                0,
                                x - light * w,
                                0,
                                Svg.stop(0, tone.lighter(0.14)),
                                Svg.stop(1, tone.darker(0.30))),
                        0.9);
                for (int b = 0; b < 2; b++) {
                    double y = dice.between(60, 420);
                    int side = dice.sign();
                    svg.fill(
                            Outline.leaf(
                                    x,
                                    y + 40,
                                    x + side * 60,
                                    y + 10,
                                    x + side * dice.between(90, 170),
                                    y - dice.between(30, 100),
                                    w * 0.28),
                            tone.darker(0.2),
                            0.85);
                }
            }
            svg.wash(
                    svg.linear(
                            0,
                            380,
                            0,
                            1024,
                            Svg.stop(0, middle, 0),
                            Svg.stop(0.6, middle, 0.40),
                            Svg.stop(1, middle.mix(low, 0.5), 0.30)),
                    1);
            for (int i = 0; i < 46; i++) {
                double x = dice.between(-40, 1064);
                double y = dice.between(-50, 140 + 40 * depth) - Math.abs(Math.abs(x - 512) - 512) * 0.1;
                double r = dice.between(16, 44);
                svg.ellipse(
                        x,
                        y,
                        r * 1.5,
                        r * 0.8,
                        tone.mix(Rgb.of(0x7fa050), dice.between(0.1, 0.5)).darker(0.1 * depth),
                        0.42);
            }
        }
        shafts(Rgb.of(0xf4ffc4), 0.16);
    }

    private void shafts(Rgb colour, double opacity) {
        double from = 512 + light * 430;
        for (int i = 0; i < 5; i++) {
            double x = from - light * i * 120 + dice.between(-40, 40);
            double w = dice.between(20, 60);
            double reach = -light * dice.between(240, 380);
            svg.fill(
                    Outline.polygon(x, -20, x + w, -20, x + w * 2.4 + reach, 900, x - w + reach, 900),
                    svg.linear(0, 0, 0, 900, Svg.stop(0, colour, 1), Svg.stop(1, colour, 0)),
                    opacity);
        }
    }

    void mountains(boolean snow) {
        clouds(7, 90, 330, Rgb.WHITE, 0.36);
        for (int depth = 0; depth < 3; depth++) {
            Rgb tone = middle.mix(snow ? Rgb.of(0x7088a8) : Rgb.of(0x4a5f78), 0.35 + depth * 0.28);
            double base = 500 + depth * 110;
            int peaks = 4;
            for (int i = 0; i < peaks; i++) {
                double x = (i + 0.5) * 1024 / peaks + dice.between(-80, 80) + depth * 60 - 60;
                double y = base - dice.between(180, 330) + depth * 30;
                double w = dice.between(220, 330);
                svg.fill(
                        Outline.polygon(
                                x,
                                y,
                                x + w * 0.32,
                                y + 120,
                                x + w * 0.5,
                                y + 150,
                                x + w,
                                1040,
                                x - w,
                                1040,
                                x - w * 0.42,
                                y + 170,
                                x - w * 0.2,
                                y + 70),
                        svg.linear(
                                x + light * w,
                                y,
                                x - light * w,
                                y + 300,
                                Svg.stop(0, tone.lighter(0.22)),
                                Svg.stop(0.5, tone),
                                Svg.stop(1, tone.darker(0.18))));
                svg.fill(
                        Outline.polygon(
                                x,
                                y,
                                x + w * 0.32,
                                y + 120,
                                x + w * 0.17,
                                y + 100,
                                x + w * 0.12,
                                y + 165,
                                x + w * 0.02,
                                y + 90,
                                x - w * 0.1,
                                y + 150,
                                x - w * 0.16,
                                y + 88,
                                x - w * 0.25,
                                y + 100,
                                x - w * 0.2,
                                y + 70),
                        Rgb.of(0xf6f9fc),
                        snow ? 0.9 : 0.72 - depth * 0.12);
            }
            svg.wash(
                    svg.linear(
                            0,
                            base - 120,
                            0,
                            1024,
                            Svg.stop(0, middle, 0),
                            Svg.stop(0.5, middle, 0.55),
                            Svg.stop(1, snow ? Rgb.of(0xe6eef6) : low, 0.45)),
                    1);
        }
        if (snow) {
            pines();
        }
    }

    private void pines() {
        for (int i = 0; i < 11; i++) {
            double x = i * 104 + dice.between(-40, 40);
            double h = dice.between(150, 290);
            double base = 900 + dice.between(-30, 50);
            for (int k = 0; k < 4; k++) {
                double y = base - h + k * h * 0.24;
                double w = 20 + k * 17;
                svg.fill(
                        Outline.polygon(x, y, x + w, y + h * 0.34, x - w, y + h * 0.34),
                        Rgb.of(0x5a748c).mix(middle, 0.25),
                        0.8);
                svg.fill(
                        Outline.polygon(x, y, x + w * 0.6, y + h * 0.16, x, y + h * 0.12, x - w * 0.6, y + h * 0.16),
                        Rgb.WHITE,
                        0.75);
            }
        }
    }

    private void clouds(int count, double top, double bottom, Rgb colour, double opacity) {
        for (int i = 0; i < count; i++) {
            double x = dice.between(-60, 1084);
            double y = dice.between(top, bottom);
            for (int k = 0; k < 5; k++) {
                double cx = x + (k - 2) * 56 + dice.between(-14, 14);
                double r = dice.between(40, 76) * (1 - Math.abs(k - 2) * 0.18);
                svg.glow(cx, y - r * 0.12, r * 1.7, r * 0.85, colour, opacity);
            }
        }
    }

    void sea() {
        clouds(6, 70, 330, Rgb.WHITE, 0.42);
        double horizon = 560;
        svg.fill(
                "M0 560L1024 560L1024 1024L0 1024Z",
                svg.linear(
                        0,
                        horizon,
                        0,
                        1024,
                        Svg.stop(0, middle.mix(low, 0.45)),
                        Svg.stop(0.4, low),
                        Svg.stop(1, low.darker(0.4))));
        for (int i = 0; i < 60; i++) {
            double u = dice.unit();
            double y = horizon + 8 + u * u * 430;
            double x = dice.between(-60, 1024);
            double w = 24 + u * 130;
            svg.fill(
                    Outline.leaf(x, y, x + w / 2, y - 4 - u * 8, x + w, y, 2 + u * 5),
                    i % 3 == 0 ? Rgb.WHITE : low.lighter(0.35),
                    0.32);
        }
        double sx = 512 - light * 350;
        svg.fill(Outline.polygon(sx - 80, 545, sx + 80, 545, sx + 58, 580, sx - 60, 580), low.darker(0.5), 0.75);
        svg.fill(Outline.around(sx - 4, 380, sx + 58, 440, sx + 62, 528, sx - 2, 530), Rgb.of(0xf2e8d8), 0.8);
        svg.fill(Outline.around(sx - 10, 410, sx - 48, 470, sx - 56, 528, sx - 10, 530), Rgb.of(0xe2d4c0), 0.8);
        svg.stroke(Outline.through(sx - 6, 350, sx - 6, 545), low.darker(0.55), 5, 0.8);
    }

    void desert() {
        svg.glow(512 + light * 330, 210, 190, 190, Rgb.of(0xfff6d0), 0.9);
        svg.ellipse(512 + light * 330, 210, 58, 58, Rgb.of(0xfffbe8), 0.95);
        for (int i = 0; i < 2; i++) {
            double x = 512 - light * (310 - i * 560);
            Rgb rock = Rgb.of(0xb5764a).mix(middle, 0.42);
            svg.fill(
                    Outline.polygon(x - 150, 640, x - 118, 430, x - 60, 400, x + 50, 408, x + 96, 452, x + 140, 640),
                    svg.linear(
                            x + light * 140,
                            0,
                            x - light * 140,
                            0,
                            Svg.stop(0, rock.lighter(0.2)),
                            Svg.stop(1, rock.darker(0.2))),
                    0.85);
        }
        for (int depth = 0; depth < 4; depth++) {
            double y = 570 + depth * 100;
            double bend = dice.between(-60, 60);
            Rgb tone = middle.mix(low, 0.25 + depth * 0.24);
            String dune = new Outline()
                    .move(-20, y + bend * 0.5)
                    .curve(240, y - 110 + bend, 420, y + 70, 640, y - 10 - bend)
                    .curve(780, y - 70, 900, y + 30, 1044, y - 20 + bend)
                    .line(1044, 1044)
                    .line(-20, 1044)
                    .close()
                    .data();
            svg.fill(
                    dune,
                    svg.linear(0, y - 90, 0, y + 200, Svg.stop(0, tone.lighter(0.22)), Svg.stop(1, tone.darker(0.12))));
        }
    }

    void city() {
        svg.glow(512 + light * 360, 470, 340, 300, Rgb.of(0xffdba0), 0.7);
        for (int depth = 0; depth < 3; depth++) {
            Rgb tone = middle.mix(Rgb.of(0x3a3350), 0.35 + depth * 0.28);
            double x = -30;
            while (x < 1040) {
                double w = dice.between(70, 130);
                double y = 320 + depth * 120 + dice.between(-70, 90);
                boolean tower = dice.chance(0.3);
                double roof = tower ? 130 : dice.between(40, 80);
                svg.fill(
                        Outline.polygon(x, y, x + w, y, x + w, 1040, x, 1040),
                        svg.linear(0, y, 0, 1024, Svg.stop(0, tone), Svg.stop(1, tone.darker(0.35))));
                svg.fill(
                        Outline.polygon(x - 9, y + 2, x + w / 2, y - roof, x + w + 9, y + 2),
                        tone.mix(Rgb.of(0x7a3f3a), 0.3).darker(0.18));
                for (int k = 0; k < 5; k++) {
                    if (dice.chance(0.55)) {
                        double wx = x + w * (0.2 + 0.35 * (k % 2));
                        double wy = y + 26 + (k / 2) * 62;
                        svg.fill(
                                Outline.polygon(wx, wy + 6, wx + 7, wy, wx + 14, wy + 6, wx + 14, wy + 26, wx, wy + 26),
                                Rgb.of(0xffd489),
                                0.35 + depth * 0.22);
                    }
                }
                x += w + dice.between(-14, 12);
            }
            svg.wash(svg.linear(0, 400, 0, 1024, Svg.stop(0, middle, 0), Svg.stop(1, middle.mix(low, 0.4), 0.30)), 1);
        }
    }

    void battlefield() {
        svg.glow(512 + light * 320, 560, 460, 330, Rgb.of(0xff9a3c), 0.8);
        clouds(10, 60, 420, low.mix(high, 0.4), 0.62);
        for (int depth = 0; depth < 2; depth++) {
            Rgb tone = low.mix(middle, 0.30 - depth * 0.26);
            double y = 660 + depth * 110;
            svg.fill(
                    new Outline()
                            .move(-20, y)
                            .curve(260, y - 60, 420, y + 30, 660, y - 24)
                            .curve(840, y - 60, 940, y + 16, 1044, y - 20)
                            .line(1044, 1044)
                            .line(-20, 1044)
                            .close()
                            .data(),
                    tone);
            for (int i = 0; i < 12; i++) {
                double x = dice.between(0, 1024);
                double h = dice.between(90, 230);
                double lean = dice.between(-26, 26);
                svg.stroke(Outline.through(x, y + 10, x + lean, y - h), tone.darker(0.2), 4 + depth * 2, 0.9);
                if (i % 3 == 0) {
                    svg.fill(
                            Outline.around(
                                    x + lean,
                                    y - h,
                                    x + lean + 46,
                                    y - h + 14,
                                    x + lean + 80,
                                    y - h + 4,
                                    x + lean + 74,
                                    y - h + 44,
                                    x + lean + 36,
                                    y - h + 52,
                                    x + lean - 2,
                                    y - h + 42),
                            Rgb.of(0x7a2420).mix(tone, 0.4),
                            0.9);
                }
            }
        }
    }

    void nightSky() {
        svg.openAt(512, 300, -28, 1, 1);
        for (int i = 0; i < 9; i++) {
            svg.glow(
                    dice.between(-560, 560),
                    dice.between(-60, 60),
                    dice.between(160, 300),
                    dice.between(40, 90),
                    i % 2 == 0 ? Rgb.of(0x7a6ae0) : Rgb.of(0x4aa0d8),
                    0.34);
        }
        svg.close();
        for (int i = 0; i < 150; i++) {
            double x = dice.between(0, 1024);
            double y = dice.between(0, 860);
            double r = dice.between(0.7, 2.3);
            svg.ellipse(x, y, r, r, Rgb.WHITE, dice.between(0.35, 1));
        }
        for (int i = 0; i < 7; i++) {
            svg.glow(dice.between(0, 1024), dice.between(0, 640), 15, 15, Rgb.of(0xdfe8ff), 0.9);
        }
        double x = 512 + light * 330;
        svg.glow(x, 190, 220, 220, Rgb.of(0xc9d6ff), 0.6);
        svg.ellipse(
                x,
                190,
                74,
                74,
                svg.radial(x - light * 20, 170, 100, Svg.stop(0, Rgb.of(0xfdfbee)), Svg.stop(1, Rgb.of(0xc4cde4))),
                1);
        svg.ellipse(x + 22, 206, 15, 13, Rgb.of(0xb4bdd6), 0.5);
        svg.ellipse(x - 24, 172, 10, 9, Rgb.of(0xb4bdd6), 0.5);
        svg.fill(
                new Outline()
                        .move(-20, 830)
                        .curve(200, 740, 380, 850, 560, 790)
                        .curve(740, 730, 900, 830, 1044, 770)
                        .line(1044, 1044)
                        .line(-20, 1044)
                        .close()
                        .data(),
                low.darker(0.45));
    }

    void trainingGround() {
        clouds(4, 60, 220, Rgb.WHITE, 0.32);
        svg.fill(
                "M-10 420L1034 420L1034 760L-10 760Z",
                svg.linear(
                        0, 420, 0, 760, Svg.stop(0, Rgb.of(0x9a7650).mix(middle, 0.3)), Svg.stop(1, Rgb.of(0x6a4c30))));
        for (int i = 0; i < 19; i++) {
            double x = i * 57 - 10 + dice.between(-4, 4);
            svg.fill(
                    Outline.polygon(x, 426, x + 25, 372 + dice.between(-12, 12), x + 50, 426, x + 50, 760, x, 760),
                    Rgb.of(0x8a6844).mix(middle, dice.between(0.12, 0.36)),
                    0.95);
            svg.stroke(Outline.through(x, 430, x, 756), Rgb.of(0x4a3420), 3, 0.5);
        }
        svg.fill(
                "M-10 740L1034 740L1034 1034L-10 1034Z",
                svg.linear(0, 740, 0, 1024, Svg.stop(0, middle.darker(0.12)), Svg.stop(1, low)));
        double x = 512 - light * 340;
        for (int i = 0; i < 5; i++) {
            double r = 110 - i * 23;
            svg.ellipse(x, 500, r, r, i % 2 == 0 ? Rgb.of(0xd9c9a4) : Rgb.of(0xa04438), 0.88);
        }
        double rack = 512 + light * 350;
        for (int i = -2; i <= 2; i++) {
            svg.stroke(Outline.through(rack + i * 36, 350, rack + i * 34, 790), Rgb.of(0x4f3822), 9, 0.9);
            svg.fill(
                    Outline.leaf(rack + i * 36, 366, rack + i * 36, 320, rack + i * 36, 268, 15),
                    Rgb.of(0xb9c0c8),
                    0.9);
        }
        svg.stroke(Outline.through(rack - 100, 600, rack + 100, 600), Rgb.of(0x3f2c1a), 13, 0.9);
    }
}
