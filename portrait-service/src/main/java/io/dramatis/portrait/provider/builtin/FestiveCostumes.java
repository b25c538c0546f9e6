package io.dramatis.portrait.provider.builtin;

/** Dresses the sitter for great days: a kimono, a suit, gowns, the robes of a ruler. */
final class FestiveCostumes extends GarmentPainter {

    private static final Rgb SHIRT = Rgb.of(0xf1ede4);

    FestiveCostumes(Sitting sitting, BodyPainter body) {
        super(sitting, body);
    }

    void kimono() {
        body.torso(palette.cloth(), 10, 0.9);
        svg.openClip(figure.torso(10));
        Dice dice = sitting.dice(64);
        for (int i = 0; i < 16; i++) {
            double cx = x + (i % 2 == 0 ? -1 : 1) * dice.between(half + 70, reach + 10);
            double cy = dice.between(top + 20, 1020);
            double r = dice.between(17, 28);
            Rgb petal = palette.trim().mix(palette.accent(), dice.unit() * 0.5).lighter(0.25);
            svg.petals(cx, cy, r * 0.62, r * 0.52, i, petal, 0.92);
            svg.ellipse(cx, cy, r * 0.26, r * 0.26, Rgb.of(0xe8c050), 1);
        }
        svg.close();
        body.neck(26, 108);
        double[] under = {x + half + 40, pit - 34, x + 52, pit + 62, x - 56, pit + 190, x - 70, pit + 214};
        double[] over = {x - half - 40, pit - 34, x - 52, pit + 62, x + 64, pit + 200, x + 84, pit + 228};
        collar(under, SHIRT, 62);
        collar(under, palette.accent(), 44);
        collar(over, SHIRT, 66);
        collar(over, palette.accent(), 46);
        double y = Math.min(930, pit + 206);
        svg.fill(
                Outline.polygon(x - reach, y, x + reach, y, x + reach, 1060, x - reach, 1060),
                lit(palette.accent()),
                1);
        for (int i = 0; i < 3; i++) {
            svg.stroke(Outline.through(x - reach, y + 8 + i * 34, x + reach, y + 8 + i * 34), palette.trim(), 4, 0.8);
        }
        svg.fill(
                Outline.polygon(x - reach, y + 46, x + reach, y + 46, x + reach, y + 62, x - reach, y + 62),
                palette.trim());
    }

    void suit() {
        body.torso(palette.cloth(), 10, 0.4);
        svg.fill(
                Outline.polygon(x - half - 12, pit - 30, x + half + 12, pit - 30, x + 4, 1040, x - 4, 1040),
                lit(SHIRT),
                1);
        body.neck(2, 14);
        for (int side = -1; side <= 1; side += 2) {
            String lapel = Outline.polygon(
                    x + side * (half + 22),
                    pit - 40,
                    x + side * (half + 88),
                    top + 30,
                    x + side * 128,
                    pit + 104,
                    x + side * 104,
                    pit + 118,
                    x + side * 8,
                    1010,
                    x + side * 34,
                    pit + 130);
            svg.fill(
                    lapel,
                    svg.linear(
                            x + side * 130,
                            pit,
                            x,
                            1000,
                            Svg.stop(0, palette.cloth().lighter(0.16)),
                            Svg.stop(1, palette.cloth().darker(0.25))));
            svg.stroke(lapel, palette.cloth().darker(0.6), 3, 0.9);
            String flap = Outline.polygon(
                    x + side * half * 0.96,
                    pit - 52,
                    x + side * (half + 26),
                    pit - 20,
                    x + side * 44,
                    pit + 70,
                    x + side * 4,
                    pit + 22);
            svg.fill(flap, lit(SHIRT.lighter(0.4)), 1);
            svg.stroke(flap, SHIRT.darker(0.4), 2.4, 0.8);
        }
        Rgb tie = palette.accent();
        svg.fill(
                Outline.polygon(x - 24, pit + 20, x + 24, pit + 20, x + 15, pit + 58, x - 15, pit + 58),
                tie.lighter(0.1));
        svg.fill(
                Outline.polygon(x - 15, pit + 60, x + 15, pit + 60, x + 36, 980, x, 1030, x - 36, 980),
                svg.linear(
                        x - 36,
                        0,
                        x + 36,
                        0,
                        Svg.stop(0, tie.darker(0.3)),
                        Svg.stop(0.4, tie.lighter(0.12)),
                        Svg.stop(1, tie.darker(0.4))));
        for (int i = 0; i < 5; i++) {
            double y = pit + 96 + i * 40;
            svg.stroke(Outline.through(x - 17 - i * 3, y + 14, x + 17 + i * 3, y - 10), tie.lighter(0.35), 5, 0.6);
        }
        double px = x + figure.facing() * 176;
        svg.stroke(
                Outline.through(px - 42, pit + 150, px + 42, pit + 142),
                palette.cloth().darker(0.6),
                6,
                1);
        svg.fill(
                Outline.polygon(
                        px - 32, pit + 148, px - 18, pit + 112, px, pit + 138, px + 14, pit + 110, px + 30, pit + 142),
                lit(SHIRT),
                1);
    }

    void gown() {
        gown(false);
    }

    void weddingDress() {
        gown(true);
    }

    private void gown(boolean bridal) {
        body.torso(palette.skin(), 0, 0.12);
        body.neck(30, 60);
        double y = pit + 96;
        Rgb cloth = palette.cloth();
        String bodice = Outline.around(
                x - reach - 60,
                y + 6,
                x - reach * 0.72,
                y - 6,
                x - half - 36,
                y + 26,
                x - 40,
                y + 8,
                x,
                y + 46,
                x + 40,
                y + 8,
                x + half + 36,
                y + 26,
                x + reach * 0.72,
                y - 6,
                x + reach + 60,
                y + 6,
                x + reach + 80,
                1120,
                x - reach - 80,
                1120);
        svg.openClip(figure.torso(4));
        svg.fill(bodice, lit(cloth), 1);
        for (int i = -3; i <= 3; i++) {
            svg.fill(
                    Outline.ribbon(new double[] {2, 12, 18}, x + i * 46, y + 40, x + i * 40, 900, x + i * 70, 1050),
                    i % 2 == 0 ? cloth.darker(0.4) : cloth.lighter(0.3),
                    0.45);
        }
        svg.stroke(Outline.through(x - 8, y + 60, x, 1040), cloth.darker(0.5), 3, 0.5);
        svg.close();
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 5; i++) {
                svg.ellipse(
                        x + side * (reach * (0.70 + i * 0.075)),
                        y + 6 + i * 7,
                        46,
                        33,
                        lit(cloth.lighter(i % 2 * 0.14)),
                        1);
                svg.stroke(
                        Outline.ellipse(x + side * (reach * (0.70 + i * 0.075)), y + 6 + i * 7, 46, 33),
                        cloth.darker(0.4),
                        2.4,
                        0.5);
            }
        }
        double[] hem = {
            x - reach * 0.72,
            y - 4,
            x - half - 36,
            y + 28,
            x - 40,
            y + 10,
            x,
            y + 48,
            x + 40,
            y + 10,
            x + half + 36,
            y + 28,
            x + reach * 0.72,
            y - 4
        };
        svg.stroke(Outline.through(hem), palette.trim().darker(0.3), 12, 1);
        svg.stroke(Outline.through(hem), palette.trim().lighter(0.3), 6, 1);
        for (int i = -7; i <= 7; i++) {
            double t = i / 7.0;
            double cx = x + t * (half + 24);
            double cy = pit + 34 + 36 * (1 - t * t) - 18;
            stud(cx, cy, i == 0 ? 12 : 7, bridal ? Rgb.of(0xf6f1ea) : palette.trim());
        }
        if (bridal) {
            Dice dice = sitting.dice(65);
            for (int i = 0; i < 40; i++) {
                svg.ellipse(
                        x + dice.around(-reach * 0.7, reach * 0.7),
                        dice.between(y + 50, 1020),
                        3.4,
                        3.4,
                        Rgb.WHITE,
                        0.9);
            }
        }
    }

    void royal() {
        body.torso(palette.accent(), 6, 0.6);
        svg.fill(Outline.ribbon(new double[] {70, 76}, x, pit, x, 1050), lit(palette.trim()), 1);
        for (int i = 0; i < 4; i++) {
            stud(x, pit + 110 + i * 66, 15, palette.glow().saturate(1.2).darker(0.25));
        }
        body.neck(10, 26);
        Rgb fur = Rgb.of(0xf4efe4);
        Rgb robe = palette.cloth();
        for (int side = -1; side <= 1; side += 2) {
            String fall = Outline.around(
                    x + side * (half + 60),
                    top - 20,
                    x + side * (reach + 26),
                    top + 50,
                    x + side * (reach + 60),
                    1080,
                    x + side * 150,
                    1080,
                    x + side * 130,
                    pit + 200);
            svg.fill(
                    fall,
                    svg.linear(
                            x + side * reach,
                            top,
                            x,
                            1024,
                            Svg.stop(0, robe.lighter(0.15)),
                            Svg.stop(1, robe.darker(0.4))));
            svg.stroke(
                    Outline.through(x + side * 130, pit + 160, x + side * 144, 900, x + side * 150, 1050), fur, 52, 1);
            String cape = Outline.around(
                    x + side * half * 0.8,
                    pit - 62,
                    x + side * (half + 70),
                    pit - 54,
                    x + side * reach * 0.92,
                    top + 50,
                    x + side * reach * 0.80,
                    pit + 128,
                    x + side * 96,
                    pit + 150,
                    x + side * 12,
                    pit + 74);
            svg.fill(
                    cape,
                    svg.linear(
                            x + side * reach,
                            top,
                            x,
                            pit + 140,
                            Svg.stop(0, fur),
                            Svg.stop(0.6, fur.darker(0.06)),
                            Svg.stop(1, fur.darker(0.26))));
            svg.stroke(cape, fur.darker(0.35), 3, 0.6);
            for (int i = 0; i < 11; i++) {
                double cx = x + side * (half + 6 + i % 4 * (reach * 0.62 - half) / 3.2 + i / 4 * 14);
                double cy = pit + 6 + i / 4 * 46 + i % 4 * 16;
                svg.fill(Outline.leaf(cx, cy - 12, cx + 4, cy, cx, cy + 15, 6), Rgb.of(0x221c20), 0.95);
            }
        }
        double[] chain = {
            x - reach * 0.6,
            top + 44,
            x - half - 30,
            pit + 96,
            x,
            pit + 138,
            x + half + 30,
            pit + 96,
            x + reach * 0.6,
            top + 44
        };
        svg.stroke(Outline.through(chain), palette.trim().darker(0.5), 18, 1);
        svg.stroke(Outline.through(chain), palette.trim().lighter(0.25), 9, 1);
        stud(x, pit + 150, 30, palette.trim());
        stud(x, pit + 150, 17, Rgb.of(0xb0243a));
    }

    private void collar(double[] line, Rgb colour, double width) {
        svg.fill(Outline.ribbon(new double[] {width, width, width, width}, line), lit(colour), 1);
        svg.stroke(Outline.through(line), colour.darker(0.4), 2, 0.4);
    }
}
