package io.dramatis.portrait.provider.builtin;

/** Rooms, halls and caverns. */
final class InteriorScenes {

    private static final int[] SPINES = {0x6d2c2a, 0x2f4a5c, 0x4a5a32, 0x7a5a2c, 0x4a2f52, 0x8a7a5a, 0x3a2a22};

    private final Svg svg;
    private final Dice dice;
    private final int light;
    private final Rgb middle;
    private final Rgb low;

    InteriorScenes(Svg svg, Scene scene, Dice dice, int light) {
        this.svg = svg;
        this.dice = dice;
        this.light = light;
        this.middle = scene.middle();
        this.low = scene.low();
    }

    void library() {
        for (int shelf = 0; shelf < 6; shelf++) {
            double y = 150 + shelf * 172;
            double x = -20;
            while (x < 1040) {
                double w = dice.between(17, 40);
                double h = dice.between(100, 140);
                Rgb spine = Rgb.of(SPINES[dice.below(SPINES.length)]).mix(middle, 0.22);
                svg.fill(
                        Outline.polygon(x, y - h, x + w, y - h, x + w, y, x, y),
                        svg.linear(
                                x,
                                0,
                                x + w,
                                0,
                                Svg.stop(0, spine.darker(0.35)),
                                Svg.stop(0.4, spine.lighter(0.10)),
                                Svg.stop(1, spine.darker(0.45))),
                        0.9);
                svg.stroke(Outline.through(x + 3, y - h + 20, x + w - 3, y - h + 20), Rgb.of(0xd9b064), 2.4, 0.45);
                svg.stroke(Outline.through(x + 3, y - 22, x + w - 3, y - 22), Rgb.of(0xd9b064), 2, 0.35);
                x += w + 1 + (dice.chance(0.06) ? 34 : 0);
            }
            svg.fill(
                    Outline.polygon(-10, y, 1034, y, 1034, y + 24, -10, y + 24),
                    svg.linear(0, y, 0, y + 24, Svg.stop(0, Rgb.of(0x7a5230)), Svg.stop(1, Rgb.of(0x2f1d10))));
            svg.fill(
                    Outline.polygon(-10, y - 144, 1034, y - 144, 1034, y - 110, -10, y - 110),
                    svg.linear(0, y - 144, 0, y - 110, Svg.stop(0, Rgb.BLACK, 0.55), Svg.stop(1, Rgb.BLACK, 0)));
        }
        for (int i = 0; i < 2; i++) {
            double x = i == 0 ? 96 : 918;
            svg.fill(
                    Outline.polygon(x - 15, -10, x + 15, -10, x + 15, 1034, x - 15, 1034),
                    svg.linear(
                            x - 15,
                            0,
                            x + 15,
                            0,
                            Svg.stop(0, Rgb.of(0x3f2817)),
                            Svg.stop(0.4, Rgb.of(0x8a5f38)),
                            Svg.stop(1, Rgb.of(0x2a190d))));
        }
        svg.wash(
                svg.linear(0, 0, 0, 1024, Svg.stop(0, low, 0.35), Svg.stop(0.5, middle, 0.24), Svg.stop(1, low, 0.5)),
                1);
        candle(512 + light * 372, 560, 1.2);
        candle(512 + light * 420, 600, 0.9);
    }

    private void candle(double x, double y, double size) {
        svg.fill(
                Outline.polygon(
                        x - 9 * size, y, x + 9 * size, y, x + 10 * size, y + 90 * size, x - 10 * size, y + 90 * size),
                Rgb.of(0xe8d6ac));
        svg.glow(x, y - 20 * size, 170 * size, 170 * size, Rgb.of(0xffb65a), 0.62);
        svg.fill(Outline.leaf(x, y + 2, x, y - 20 * size, x, y - 46 * size, 10 * size), Rgb.of(0xffd98a));
        svg.fill(Outline.leaf(x, y, x, y - 12 * size, x, y - 26 * size, 5 * size), Rgb.WHITE, 0.9);
    }

    void tavern() {
        for (int i = 0; i < 12; i++) {
            double x = i * 92 - 20;
            Rgb plank = Rgb.of(0x6a4224).mix(low, dice.between(0.05, 0.4));
            svg.fill(Outline.polygon(x, -10, x + 90, -10, x + 90, 1034, x, 1034), plank, 0.75);
            svg.stroke(Outline.through(x + 30, -10, x + 36, 400, x + 28, 1030), plank.darker(0.3), 2, 0.4);
        }
        svg.fill(
                "M-10 118L1034 100L1034 160L-10 178Z",
                svg.linear(0, 100, 0, 178, Svg.stop(0, Rgb.of(0x7a5030)), Svg.stop(1, Rgb.of(0x2a180c))));
        for (int i = 0; i < 2; i++) {
            double x = i == 0 ? 130 : 850;
            svg.fill(
                    Outline.polygon(x, -10, x + 54, -10, x + 50, 1034, x + 2, 1034),
                    svg.linear(
                            x,
                            0,
                            x + 54,
                            0,
                            Svg.stop(0, Rgb.of(0x2f1c0f)),
                            Svg.stop(0.5, Rgb.of(0x6a4528)),
                            Svg.stop(1, Rgb.of(0x2a180c))));
        }
        double x = 512 - light * 360;
        svg.fill(Outline.polygon(x - 130, 520, x + 130, 520, x + 130, 536, x - 130, 536), Rgb.of(0x3a2414));
        for (int i = -2; i <= 2; i++) {
            double bx = x + i * 50;
            Rgb glass = i % 2 == 0 ? Rgb.of(0x4a7a4a) : Rgb.of(0x8a4a2a);
            svg.fill(
                    Outline.polygon(
                            bx - 14, 520, bx - 14, 460, bx - 6, 442, bx - 6, 412, bx + 6, 412, bx + 6, 442, bx + 14,
                            460, bx + 14, 520),
                    glass,
                    0.75);
            svg.stroke(Outline.through(bx - 7, 466, bx - 7, 506), Rgb.WHITE, 3, 0.4);
        }
        lantern(512 + light * 330, 290);
        svg.glow(512 + light * 420, 860, 420, 330, Rgb.of(0xff8a2a), 0.62);
        for (int i = 0; i < 9; i++) {
            svg.glow(
                    dice.between(0, 1024),
                    dice.between(180, 760),
                    dice.between(24, 50),
                    dice.between(24, 50),
                    Rgb.of(0xffb65a),
                    0.26);
        }
    }

    private void lantern(double x, double y) {
        svg.stroke(Outline.through(x, 150, x, y - 50), Rgb.of(0x1d120a), 5, 1);
        svg.glow(x, y, 250, 250, Rgb.of(0xffb050), 0.8);
        svg.fill(
                Outline.polygon(x - 30, y - 44, x + 30, y - 44, x + 38, y + 46, x - 38, y + 46),
                Rgb.of(0xffd58a),
                0.95);
        svg.fill(Outline.polygon(x - 40, y - 44, x, y - 78, x + 40, y - 44), Rgb.of(0x2a1a0e));
        svg.fill(Outline.polygon(x - 44, y + 46, x + 44, y + 46, x + 36, y + 60, x - 36, y + 60), Rgb.of(0x2a1a0e));
        svg.stroke(Outline.through(x, y - 44, x, y + 46), Rgb.of(0x2a1a0e), 4, 0.9);
        svg.glow(x, y + 4, 30, 40, Rgb.WHITE, 0.9);
    }

    void castle() {
        for (int row = 0; row < 12; row++) {
            double y = row * 88 - 10;
            for (int i = -1; i < 8; i++) {
                double x = i * 150 + (row % 2) * 75 + dice.between(-5, 5);
                Rgb stone = middle.mix(low, dice.between(0.25, 0.6));
                svg.fill(Outline.polygon(x + 3, y + 3, x + 146, y + 3, x + 146, y + 84, x + 3, y + 84), stone, 0.55);
            }
        }
        for (int i = -1; i <= 1; i += 2) {
            double x = 512 + i * 330;
            svg.fill(
                    new Outline()
                            .move(x - 76, 640)
                            .line(x - 76, 300)
                            .curve(x - 76, 220, x - 30, 170, x, 140)
                            .curve(x + 30, 170, x + 76, 220, x + 76, 300)
                            .line(x + 76, 640)
                            .close()
                            .data(),
                    svg.linear(0, 140, 0, 640, Svg.stop(0, Rgb.of(0xb4d0ee)), Svg.stop(1, Rgb.of(0xf4e2c4))));
            svg.stroke(Outline.through(x, 150, x, 640), low, 8, 0.85);
            svg.stroke(Outline.through(x - 76, 330, x + 76, 330), low, 6, 0.85);
            svg.stroke(Outline.through(x - 76, 490, x + 76, 490), low, 6, 0.85);
            svg.glow(x, 400, 210, 330, Rgb.of(0xdfeaff), 0.35);
        }
        for (int i = -1; i <= 1; i += 2) {
            double x = 512 + i * 176;
            svg.fill(
                    Outline.polygon(x - 44, -10, x + 44, -10, x + 44, 380, x, 440, x - 44, 380),
                    svg.linear(
                            x - 44,
                            0,
                            x + 44,
                            0,
                            Svg.stop(0, Rgb.of(0x5a1f2a)),
                            Svg.stop(0.4, Rgb.of(0x9a3540)),
                            Svg.stop(1, Rgb.of(0x4a1822))),
                    0.92);
            svg.fill(Outline.polygon(x, 120, x + 22, 170, x, 220, x - 22, 170), Rgb.of(0xd9b25a), 0.85);
        }
        svg.wash(svg.linear(0, 300, 0, 1024, Svg.stop(0, low, 0), Svg.stop(1, low, 0.7)), 1);
    }

    void cave() {
        for (int depth = 0; depth < 3; depth++) {
            Rgb rock = middle.mix(low, 0.35 + depth * 0.3);
            for (int i = 0; i < 11; i++) {
                double x = i * 102 + dice.between(-40, 40);
                double centre = Math.abs(x - 512) / 512;
                double h = (70 + 300 * centre * centre) * (0.6 + 0.3 * depth) + dice.between(0, 90);
                double w = dice.between(44, 84);
                svg.fill(
                        Outline.polygon(x - w, -10, x + w, -10, x + w * 0.3, h * 0.55, x + 4, h, x - w * 0.35, h * 0.5),
                        svg.linear(
                                x + light * w,
                                0,
                                x - light * w,
                                0,
                                Svg.stop(0, rock.lighter(0.12)),
                                Svg.stop(1, rock.darker(0.35))),
                        0.95);
                double g = (40 + 320 * centre) * (0.5 + 0.25 * depth) + dice.between(0, 70);
                svg.fill(
                        Outline.polygon(
                                x - w * 1.1,
                                1034,
                                x + w * 1.1,
                                1034,
                                x + w * 0.3,
                                1034 - g * 0.6,
                                x,
                                1034 - g,
                                x - w * 0.4,
                                1034 - g * 0.5),
                        rock.darker(0.15),
                        0.95);
            }
        }
        for (int i = 0; i < 9; i++) {
            double x = dice.chance(0.5) ? dice.between(20, 230) : dice.between(800, 1004);
            double y = dice.between(520, 900);
            double h = dice.between(44, 110);
            Rgb crystal = i % 2 == 0 ? Rgb.of(0x6ae0e6) : Rgb.of(0x9a8aff);
            double lean = dice.between(-22, 22);
            svg.glow(x, y - h / 2, h * 1.5, h * 1.5, crystal, 0.5);
            svg.fill(
                    Outline.polygon(
                            x - h * 0.16,
                            y,
                            x + lean - h * 0.13,
                            y - h * 0.75,
                            x + lean,
                            y - h,
                            x + lean + h * 0.14,
                            y - h * 0.7,
                            x + h * 0.17,
                            y),
                    crystal.lighter(0.15),
                    0.9);
            svg.fill(
                    Outline.polygon(x, y, x + lean, y - h, x + lean + h * 0.14, y - h * 0.7, x + h * 0.17, y),
                    crystal.darker(0.35),
                    0.7);
        }
    }

    void temple() {
        svg.glow(512, 260, 420, 460, Rgb.of(0xfff2c8), 0.8);
        double y = 270;
        for (int i = 0; i < 12; i++) {
            double angle = StrictMath.PI * 2 * i / 12;
            svg.ellipse(
                    512 + StrictMath.cos(angle) * 300,
                    y + StrictMath.sin(angle) * 300,
                    46,
                    46,
                    i % 3 == 0 ? Rgb.of(0xb5564a) : i % 3 == 1 ? Rgb.of(0x4a7aa8) : Rgb.of(0xd9a84a),
                    0.5);
        }
        svg.stroke(Outline.ellipse(512, y, 360, 360), Rgb.of(0x8a6a4a), 18, 0.6);
        svg.stroke(Outline.ellipse(512, y, 244, 244), Rgb.of(0x8a6a4a), 9, 0.5);
        for (int i = -2; i <= 2; i++) {
            if (i == 0) {
                continue;
            }
            double x = 512 + i * 215;
            double w = Math.abs(i) == 2 ? 64 : 42;
            Rgb marble = Rgb.of(0xe8dcc6).mix(low, Math.abs(i) == 2 ? 0.15 : 0.32);
            svg.fill(
                    Outline.polygon(x - w, -10, x + w, -10, x + w, 1034, x - w, 1034),
                    svg.linear(
                            x + light * w,
                            0,
                            x - light * w,
                            0,
                            Svg.stop(0, marble.lighter(0.2)),
                            Svg.stop(0.4, marble),
                            Svg.stop(1, marble.darker(0.5))));
            for (int k = -2; k <= 2; k++) {
                svg.stroke(Outline.through(x + k * w * 0.36, 70, x + k * w * 0.36, 1030), marble.darker(0.45), 4, 0.35);
            }
            svg.fill(
                    Outline.polygon(x - w * 1.4, 0, x + w * 1.4, 0, x + w * 1.1, 62, x - w * 1.1, 62),
                    marble.darker(0.12));
        }
        for (int i = 0; i < 4; i++) {
            double x = 512 + light * (300 - i * 150);
            svg.fill(
                    Outline.polygon(x, -20, x + 60, -20, x - light * 220 + 110, 960, x - light * 220 - 40, 960),
                    svg.linear(0, 0, 0, 960, Svg.stop(0, Rgb.of(0xfff4cc), 1), Svg.stop(1, Rgb.of(0xfff4cc), 0)),
                    0.13);
        }
    }
}
