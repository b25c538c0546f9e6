package io.dramatis.portrait.provider.builtin;

/** Dresses the sitter for other stories: from the kimono to the spacesuit. */
final class CostumePainter {

    private static final Rgb SHIRT = Rgb.of(0xf1ede4);
    private static final Rgb STEEL = Rgb.of(0x9aa2ae);

    private final Sitting sitting;
    private final Svg svg;
    private final Figure figure;
    private final Palette palette;
    private final BodyPainter body;
    private final double x;
    private final double half;
    private final double pit;
    private final double top;
    private final double reach;

    CostumePainter(Sitting sitting, BodyPainter body) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.figure = sitting.figure();
        this.palette = sitting.palette();
        this.body = body;
        this.x = figure.bodyX();
        this.half = figure.neckHalf();
        this.pit = figure.pit();
        this.top = figure.shoulderY();
        this.reach = figure.shoulderHalf();
    }

    void paint() {
        switch (sitting.traits().outfit()) {
            case SPACESUIT -> spacesuit();
            case KIMONO -> kimono();
            case SUIT -> suit();
            case GOWN -> gown(false);
            case WEDDING -> gown(true);
            case WINTER_COAT -> winterCoat();
            case PIRATE -> pirate();
            case SCHOOL -> school();
            case CYBERPUNK -> cyberpunk();
            case BEACH -> beach();
            case ROYAL -> royal();
            case CASUAL -> casual();
            default ->
                throw new IllegalStateException(
                        "Painted elsewhere: " + sitting.traits().outfit());
        }
    }

    private void spacesuit() {
        Rgb white = palette.cloth();
        body.torso(white, 26, 0.8);
        svg.openClip(figure.torso(26));
        for (int side = -1; side <= 1; side += 2) {
            double arm = x + side * reach * 0.86;
            for (int i = 0; i < 4; i++) {
                double y = top + 120 + i * 58;
                svg.stroke(Outline.through(arm - 80, y + 12, arm, y - 6, arm + 80, y + 12), white.darker(0.45), 6, 0.7);
            }
            svg.fill(Outline.ribbon(new double[] {34, 34}, arm - 90, top + 66, arm + 90, top + 66), palette.accent());
            svg.fill(
                    Outline.ribbon(new double[] {22, 20}, x + side * 150, top, x + side * 138, 1050),
                    white.darker(0.32));
        }
        svg.close();
        body.neck(6, 6);
        for (int i = 0; i < 3; i++) {
            svg.stroke(
                    Outline.through(
                            x - half - 42,
                            pit - 34 - i * 4,
                            x - half * 0.6,
                            pit + 24 - i * 10,
                            x,
                            pit + 42 - i * 12,
                            x + half * 0.6,
                            pit + 24 - i * 10,
                            x + half + 42,
                            pit - 34 - i * 4),
                    i == 0 ? STEEL.darker(0.35) : i == 1 ? STEEL.lighter(0.25) : white.lighter(0.5),
                    i == 0 ? 42 : i == 1 ? 30 : 12,
                    1);
        }
        panel(x - 96, pit + 112, 192, 128, Rgb.of(0xc2c7cf));
        Rgb[] lamps = {Rgb.of(0xff5a4a), Rgb.of(0x5ae08a), Rgb.of(0x4ab8ff), Rgb.of(0xffd24a)};
        for (int i = 0; i < 4; i++) {
            stud(x - 66 + i * 44, pit + 144, 11, lamps[i]);
        }
        panel(x - 70, pit + 172, 82, 48, Rgb.of(0x123a52));
        svg.stroke(
                Outline.through(
                        x - 62, pit + 198, x - 44, pit + 198, x - 36, pit + 180, x - 26, pit + 212, x - 16, pit + 198,
                        x + 6, pit + 198),
                Rgb.of(0x6ff0c0),
                3.5,
                1);
        stud(x + 50, pit + 196, 17, STEEL);
        for (int side = -1; side <= 1; side += 2) {
            svg.stroke(
                    Outline.through(x + side * 86, pit + 200, x + side * 190, pit + 230, x + side * 210, 1040),
                    STEEL.darker(0.4),
                    17,
                    1);
            svg.stroke(
                    Outline.through(x + side * 86, pit + 198, x + side * 190, pit + 228, x + side * 210, 1040),
                    palette.accent().lighter(0.1),
                    9,
                    1);
        }
        panel(x + figure.facing() * 176 - 34, pit + 98, 68, 44, palette.trim());
        stud(x + figure.facing() * 176, pit + 120, 12, Rgb.of(0xf0f2f6));
    }

    private void kimono() {
        body.torso(palette.cloth(), 10, 0.9);
        svg.openClip(figure.torso(10));
        Dice dice = sitting.dice(64);
        for (int i = 0; i < 16; i++) {
            double cx = x + (i % 2 == 0 ? -1 : 1) * dice.between(half + 70, reach + 10);
            double cy = dice.between(top + 20, 1020);
            double r = dice.between(17, 28);
            Rgb petal = palette.trim().mix(palette.accent(), dice.unit() * 0.5).lighter(0.25);
            for (int p = 0; p < 5; p++) {
                double angle = p * 1.2566 + i;
                svg.ellipse(
                        cx + r * 0.62 * StrictMath.cos(angle),
                        cy + r * 0.62 * StrictMath.sin(angle),
                        r * 0.52,
                        r * 0.52,
                        petal,
                        0.92);
            }
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
                paint(palette.accent()),
                1);
        for (int i = 0; i < 3; i++) {
            svg.stroke(Outline.through(x - reach, y + 8 + i * 34, x + reach, y + 8 + i * 34), palette.trim(), 4, 0.8);
        }
        svg.fill(
                Outline.polygon(x - reach, y + 46, x + reach, y + 46, x + reach, y + 62, x - reach, y + 62),
                palette.trim());
    }

    private void suit() {
        body.torso(palette.cloth(), 10, 0.4);
        svg.fill(
                Outline.polygon(x - half - 12, pit - 30, x + half + 12, pit - 30, x + 4, 1040, x - 4, 1040),
                paint(SHIRT),
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
            svg.fill(flap, paint(SHIRT.lighter(0.4)), 1);
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
                paint(SHIRT),
                1);
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
        svg.fill(bodice, paint(cloth), 1);
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
                        paint(cloth.lighter(i % 2 * 0.14)),
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

    private void winterCoat() {
        Rgb cloth = palette.cloth();
        body.torso(cloth, 34, 0.7);
        svg.openClip(figure.torso(34));
        for (int i = 0; i < 5; i++) {
            double y = top + 76 + i * 62;
            svg.stroke(
                    Outline.through(
                            x - reach - 40,
                            y + 26,
                            x - reach * 0.5,
                            y,
                            x,
                            y + 14,
                            x + reach * 0.5,
                            y,
                            x + reach + 40,
                            y + 26),
                    cloth.darker(0.5),
                    6,
                    0.75);
            svg.stroke(
                    Outline.through(
                            x - reach - 40,
                            y + 34,
                            x - reach * 0.5,
                            y + 8,
                            x,
                            y + 22,
                            x + reach * 0.5,
                            y + 8,
                            x + reach + 40,
                            y + 34),
                    cloth.lighter(0.35),
                    4,
                    0.6);
        }
        svg.close();
        svg.stroke(Outline.through(x, pit + 60, x, 1040), STEEL.darker(0.3), 9, 1);
        body.neck(0, 0);
        Rgb wool = palette.accent();
        for (int i = 0; i < 2; i++) {
            double y = pit - 34 + i * 42;
            double[] wound = {
                x - half - 54, y - 10, x - half * 0.6, y + 34, x, y + 46, x + half * 0.6, y + 34, x + half + 54, y - 10
            };
            svg.stroke(Outline.through(wound), wool.darker(0.5), 60, 1);
            svg.stroke(Outline.through(wound), wool.lighter(i * 0.08), 52, 1);
            svg.stroke(Outline.through(wound), wool.lighter(0.28), 9, 0.55);
        }
        double end = x + figure.facing() * 74;
        svg.fill(
                Outline.ribbon(
                        new double[] {52, 66, 70},
                        end - figure.facing() * 30,
                        pit + 30,
                        end,
                        pit + 130,
                        end + figure.facing() * 6,
                        1000),
                paint(wool),
                1);
        for (int i = 0; i < 4; i++) {
            svg.stroke(
                    Outline.through(end - 36, pit + 140 + i * 40, end + 40, pit + 136 + i * 40),
                    palette.trim(),
                    9,
                    0.8);
        }
        Dice dice = sitting.dice(66);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 26; i++) {
                double t = i / 25.0;
                double cx = x + side * (half + 30 + t * 92);
                double cy = pit - 58 + t * 96 + dice.between(-10, 10);
                svg.fill(
                        Outline.leaf(
                                cx,
                                cy,
                                cx + side * 20,
                                cy + 10,
                                cx + side * dice.between(26, 48),
                                cy + dice.between(8, 40),
                                9),
                        Rgb.of(0xb79f80).mix(Rgb.of(0xf0e2cc), dice.unit()));
            }
        }
    }

    private void pirate() {
        body.torso(palette.cloth(), 14, 0.7);
        svg.fill(
                Outline.polygon(x - half - 30, pit - 26, x + half + 30, pit - 26, x + 92, 1040, x - 92, 1040),
                paint(SHIRT),
                1);
        body.neck(24, 128);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 5; i++) {
                svg.ellipse(x + side * (58 - i * 9), pit + 26 + i * 30, 30, 20, paint(SHIRT.lighter(0.3)), 1);
                svg.stroke(
                        Outline.ellipse(x + side * (58 - i * 9), pit + 26 + i * 30, 30, 20), SHIRT.darker(0.4), 2, 0.5);
            }
            String lapel = Outline.polygon(
                    x + side * (half + 20),
                    pit - 60,
                    x + side * (half + 110),
                    top + 20,
                    x + side * (half + 84),
                    pit + 190,
                    x + side * (half + 60),
                    1040,
                    x + side * 96,
                    1040,
                    x + side * 84,
                    pit + 70);
            svg.fill(lapel, paint(palette.cloth().darker(0.12)), 1);
            svg.stroke(lapel, palette.trim().darker(0.2), 9, 1);
            svg.stroke(lapel, palette.trim().lighter(0.3), 4, 1);
            for (int i = 0; i < 4; i++) {
                stud(x + side * (half + 62), pit + 50 + i * 66, 12, palette.trim());
            }
            svg.fill(
                    Outline.around(
                            x + side * reach * 0.72,
                            top - 6,
                            x + side * reach * 1.04,
                            top + 44,
                            x + side * reach * 0.98,
                            top + 84,
                            x + side * reach * 0.66,
                            top + 34),
                    paint(palette.trim()),
                    1);
            for (int i = 0; i < 7; i++) {
                double cx = x + side * reach * (0.70 + i * 0.048);
                svg.stroke(
                        Outline.through(cx, top + 46 + i * 5, cx + side * 4, top + 88 + i * 6),
                        palette.trim().darker(0.2),
                        7,
                        1);
            }
        }
        double[] sash = {
            x - side(1) * reach, top + 40, x - side(1) * 60, pit + 190, x + side(1) * 120, 960, x + side(1) * 240, 1060
        };
        svg.stroke(Outline.through(sash), Rgb.of(0x241a14), 50, 1);
        svg.stroke(Outline.through(sash), Rgb.of(0x5a3c22), 42, 1);
        panel(x - 34, pit + 186, 62, 54, palette.trim());
    }

    private int side(int side) {
        return side * figure.facing();
    }

    private void school() {
        body.torso(palette.cloth(), 6, 0.5);
        svg.fill(
                Outline.polygon(x - half - 16, pit - 30, x + half + 16, pit - 30, x + 18, pit + 250, x - 18, pit + 250),
                paint(SHIRT),
                1);
        body.neck(6, 30);
        for (int side = -1; side <= 1; side += 2) {
            String lapel = Outline.polygon(
                    x + side * (half + 24),
                    pit - 44,
                    x + side * (half + 78),
                    top + 24,
                    x + side * 112,
                    pit + 96,
                    x + side * 88,
                    pit + 112,
                    x + side * 14,
                    pit + 250,
                    x + side * 40,
                    pit + 120);
            svg.fill(lapel, paint(palette.cloth().lighter(0.1)), 1);
            svg.stroke(lapel, palette.trim(), 5, 0.9);
            String flap = Outline.polygon(
                    x + side * half,
                    pit - 52,
                    x + side * (half + 30),
                    pit - 14,
                    x + side * 50,
                    pit + 76,
                    x + side * 4,
                    pit + 26);
            svg.fill(flap, paint(SHIRT.lighter(0.4)), 1);
            svg.stroke(flap, SHIRT.darker(0.4), 2.4, 0.8);
            svg.fill(
                    Outline.around(x + side * 6, pit + 50, x + side * 66, pit + 20, x + side * 74, pit + 82),
                    paint(palette.accent()),
                    1);
            svg.fill(
                    Outline.ribbon(
                            new double[] {16, 26, 32},
                            x + side * 6,
                            pit + 56,
                            x + side * 22,
                            pit + 110,
                            x + side * 34,
                            pit + 168),
                    palette.accent().darker(0.12));
        }
        stud(x, pit + 52, 17, palette.accent().lighter(0.1));
        double cx = x + figure.facing() * 160;
        svg.fill(
                Outline.around(
                        cx - 32, pit + 120, cx, pit + 112, cx + 32, pit + 120, cx + 28, pit + 164, cx, pit + 186,
                        cx - 28, pit + 164),
                paint(palette.accent()),
                1);
        svg.stroke(
                Outline.around(
                        cx - 32, pit + 120, cx, pit + 112, cx + 32, pit + 120, cx + 28, pit + 164, cx, pit + 186,
                        cx - 28, pit + 164),
                Rgb.of(0xd8b25a),
                5,
                1);
        stud(x, pit + 276, 10, Rgb.of(0xd8b25a));
    }

    private void cyberpunk() {
        Rgb leather = palette.cloth();
        body.torso(Rgb.of(0x3a3a46), 2, 0.5);
        body.neck(8, 24);
        for (int side = -1; side <= 1; side += 2) {
            String front = Outline.around(
                    x + side * (half + 14),
                    pit - 50,
                    x + side * reach * 0.6,
                    top - 8,
                    x + side * (reach + 10),
                    top + 60,
                    x + side * (reach + 34),
                    1060,
                    x + side * 70,
                    1060,
                    x + side * 52,
                    pit + 160);
            svg.fill(
                    front,
                    svg.linear(
                            x + side * reach,
                            top,
                            x,
                            1024,
                            Svg.stop(0, leather.lighter(0.26)),
                            Svg.stop(0.5, leather),
                            Svg.stop(1, leather.darker(0.5))));
            svg.stroke(front, leather.darker(0.7), 4, 1);
            neon(
                    palette.accent(),
                    x + side * (half + 92),
                    top + 10,
                    x + side * (half + 78),
                    pit + 170,
                    x + side * (half + 96),
                    1040);
            neon(
                    palette.trim(),
                    x + side * reach * 0.74,
                    top + 60,
                    x + side * reach * 0.90,
                    top + 120,
                    x + side * reach * 1.02,
                    top + 110);
            String collar = Outline.polygon(
                    x + side * half * 0.98,
                    pit - 96,
                    x + side * (half + 74),
                    pit - 76,
                    x + side * (half + 92),
                    pit + 22,
                    x + side * 46,
                    pit + 92,
                    x + side * half * 0.8,
                    pit + 10);
            svg.fill(collar, paint(leather.lighter(0.08)), 1);
            svg.stroke(collar, leather.darker(0.7), 4, 1);
            neon(
                    palette.accent(),
                    x + side * (half + 66),
                    pit - 66,
                    x + side * (half + 80),
                    pit + 16,
                    x + side * 52,
                    pit + 78);
            for (int i = 0; i < 3; i++) {
                stud(x + side * (reach * 0.52 + i * 30), top + 12 + i * 7, 8, STEEL);
            }
        }
        svg.stroke(Outline.through(x + side(1) * 60, pit + 130, x + side(1) * 66, 1040), STEEL, 8, 1);
        panel(x - side(1) * 190 - 46, pit + 160, 92, 52, Rgb.of(0x14202c));
        neon(
                palette.trim(),
                x - side(1) * 190 - 34,
                pit + 186,
                x - side(1) * 190,
                pit + 176,
                x - side(1) * 190 + 34,
                pit + 192);
    }

    private void beach() {
        body.torso(palette.skin(), 0, 0.14);
        body.neck(34, 70);
        Rgb cloth = palette.cloth();
        svg.openClip(figure.torso(0));
        String dress = Outline.around(
                x - reach * 0.72,
                1100,
                x - reach * 0.66,
                pit + 190,
                x - half - 52,
                pit + 96,
                x - 40,
                pit + 150,
                x,
                pit + 166,
                x + 40,
                pit + 150,
                x + half + 52,
                pit + 96,
                x + reach * 0.66,
                pit + 190,
                x + reach * 0.72,
                1100);
        svg.fill(dress, paint(cloth), 1);
        Dice dice = sitting.dice(67);
        for (int i = 0; i < 22; i++) {
            double cx = x + dice.between(-reach * 0.6, reach * 0.6);
            double cy = dice.between(pit + 190, 1020);
            for (int p = 0; p < 5; p++) {
                double angle = p * 1.2566 + i;
                svg.ellipse(
                        cx + 13 * StrictMath.cos(angle),
                        cy + 13 * StrictMath.sin(angle),
                        10,
                        10,
                        palette.accent(),
                        0.9);
            }
            svg.ellipse(cx, cy, 6, 6, palette.trim(), 1);
        }
        svg.close();
        for (int side = -1; side <= 1; side += 2) {
            svg.stroke(
                    Outline.through(
                            x + side * (half + 50),
                            pit + 100,
                            x + side * (half + 40),
                            top + 10,
                            x + side * (half + 24),
                            pit - 30),
                    cloth.darker(0.35),
                    20,
                    1);
            svg.stroke(
                    Outline.through(
                            x + side * (half + 50),
                            pit + 100,
                            x + side * (half + 40),
                            top + 10,
                            x + side * (half + 24),
                            pit - 30),
                    cloth.lighter(0.12),
                    13,
                    1);
        }
        for (int i = -4; i <= 4; i++) {
            double t = i / 4.0;
            svg.ellipse(x + t * (half + 18), pit + 22 + 48 * (1 - t * t), 10, 8, Rgb.of(0xf6ead4), 1);
            svg.stroke(
                    Outline.ellipse(x + t * (half + 18), pit + 22 + 48 * (1 - t * t), 10, 8), Rgb.of(0xb08f62), 2, 0.8);
        }
    }

    private void royal() {
        body.torso(palette.accent(), 6, 0.6);
        svg.fill(Outline.ribbon(new double[] {70, 76}, x, pit, x, 1050), paint(palette.trim()), 1);
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

    private void casual() {
        Rgb cloth = palette.cloth();
        body.torso(cloth, 10, 1.0);
        body.neck(6, 26);
        double[] neck = {
            x - half - 22,
            pit - 30,
            x - half * 0.6,
            pit + 22,
            x,
            pit + 40,
            x + half * 0.6,
            pit + 22,
            x + half + 22,
            pit - 30
        };
        svg.stroke(Outline.through(neck), cloth.darker(0.5), 36, 1);
        svg.stroke(Outline.through(neck), cloth.lighter(0.1), 28, 1);
        for (int side = -1; side <= 1; side += 2) {
            svg.fill(
                    Outline.around(
                            x + side * (half + 6),
                            pit - 58,
                            x + side * (half + 70),
                            pit - 40,
                            x + side * (half + 82),
                            pit + 40,
                            x + side * (half + 16),
                            pit + 62),
                    paint(cloth.darker(0.14)),
                    1);
            svg.stroke(
                    Outline.through(x + side * 34, pit + 44, x + side * 40, pit + 110, x + side * 34, pit + 172),
                    palette.trim(),
                    7,
                    1);
            svg.ellipse(x + side * 34, pit + 176, 6, 12, palette.trim().darker(0.3), 1);
        }
        String pocket = Outline.polygon(x - 120, 1040, x - 96, 946, x + 96, 946, x + 120, 1040);
        svg.fill(pocket, cloth.darker(0.16), 1);
        svg.stroke(pocket, cloth.darker(0.5), 4, 0.8);
    }

    private void neon(Rgb colour, double... xy) {
        String line = Outline.through(xy);
        svg.stroke(line, colour, 24, 0.22);
        svg.stroke(line, colour, 9, 0.95);
        svg.stroke(line, colour.lighter(0.75), 3.2, 1);
    }

    private void collar(double[] line, Rgb colour, double width) {
        svg.fill(Outline.ribbon(new double[] {width, width, width, width}, line), paint(colour), 1);
        svg.stroke(Outline.through(line), colour.darker(0.4), 2, 0.4);
    }

    private void panel(double left, double up, double width, double height, Rgb colour) {
        String shape = Outline.polygon(left, up, left + width, up, left + width, up + height, left, up + height);
        svg.fill(
                Outline.polygon(
                        left + 4,
                        up + 6,
                        left + width + 5,
                        up + 6,
                        left + width + 5,
                        up + height + 7,
                        left + 4,
                        up + height + 7),
                Rgb.BLACK,
                0.3);
        svg.fill(shape, paint(colour), 1);
        svg.stroke(shape, colour.darker(0.55), 4, 0.9);
    }

    private String paint(Rgb colour) {
        int light = sitting.light();
        return svg.linear(
                x + light * reach,
                top,
                x - light * reach,
                1024,
                Svg.stop(0, colour.lighter(0.16)),
                Svg.stop(0.45, colour),
                Svg.stop(1, colour.darker(0.42)));
    }

    private void stud(double cx, double cy, double radius, Rgb colour) {
        int light = sitting.light();
        svg.ellipse(cx + 1, cy + 3, radius * 1.05, radius, Rgb.BLACK, 0.35);
        svg.ellipse(
                cx,
                cy,
                radius,
                radius,
                svg.radial(
                        cx + light * radius * 0.35,
                        cy - radius * 0.4,
                        radius * 1.4,
                        Svg.stop(0, colour.lighter(0.65)),
                        Svg.stop(0.45, colour),
                        Svg.stop(1, colour.darker(0.6))),
                1);
    }
}
