package io.dramatis.portrait.provider.builtin;

/** Dresses the sitter: the cloth garments of the old days here, all else by painters of its kind. */
final class AttirePainter extends GarmentPainter {

    private static final Rgb LINEN = Rgb.of(0xe2d8c4);
    private static final Rgb LEATHER = Rgb.of(0x5f4029);

    AttirePainter(Sitting sitting) {
        super(sitting, new BodyPainter(sitting));
    }

    void paint() {
        ArmourPainter armour = new ArmourPainter(sitting, body);
        AdventureCostumes adventure = new AdventureCostumes(sitting, body);
        EverydayCostumes everyday = new EverydayCostumes(sitting, body);
        FestiveCostumes festive = new FestiveCostumes(sitting, body);
        switch (sitting.traits().outfit()) {
            case PLATE -> armour.plate();
            case CHAIN -> armour.chain();
            case LEATHER -> armour.leather();
            case FUR -> armour.furs();
            case ROBE -> robe();
            case VESTMENTS -> vestments();
            case NOBLE -> noble();
            case SCHOLAR -> scholar();
            case WRAP -> wrap();
            case TUNIC -> tunic();
            case SPACESUIT -> adventure.spacesuit();
            case PIRATE -> adventure.pirate();
            case CYBERPUNK -> adventure.cyberpunk();
            case WINTER_COAT -> everyday.winterCoat();
            case SCHOOL -> everyday.school();
            case BEACH -> everyday.beach();
            case CASUAL -> everyday.casual();
            case KIMONO -> festive.kimono();
            case SUIT -> festive.suit();
            case GOWN -> festive.gown();
            case WEDDING -> festive.weddingDress();
            case ROYAL -> festive.royal();
        }
    }

    private void robe() {
        body.torso(palette.cloth(), 4, 1.0);
        lapel(palette.accent(), 1, 250);
        body.neck(30, 92);
        collarStand(palette.cloth().darker(0.22), 22);
        band(palette.trim(), 24, 250);
        band(palette.accent(), 12, 250);
        runes();
        brooch(pit + 104, 15);
    }

    private void vestments() {
        body.torso(palette.cloth(), 4, 0.9);
        body.neck(16, 26);
        roundCollar(palette.cloth().lighter(0.2), 24);
        for (int side = -1; side <= 1; side += 2) {
            double upper = top - 22;
            double[] line = {
                x + side * (half + 26),
                upper,
                x + side * (half + 30),
                upper + 70,
                x + side * (half + 18),
                860,
                x + side * (half + 22),
                1050
            };
            svg.fill(Outline.ribbon(new double[] {70, 80, 76, 84}, line), palette.trim());
            svg.fill(
                    Outline.ribbon(new double[] {58, 66, 62, 70}, line),
                    svg.linear(
                            0,
                            upper,
                            0,
                            1024,
                            Svg.stop(0, palette.accent().lighter(0.08)),
                            Svg.stop(1, palette.accent().darker(0.4))));
            for (int i = 0; i < 3; i++) {
                double y = upper + 120 + i * 92;
                double cx = x + side * (half + 22);
                svg.fill(
                        Outline.polygon(
                                cx, y - 26, cx + 7, y - 7, cx + 22, y, cx + 7, y + 7, cx, y + 26, cx - 7, y + 7,
                                cx - 22, y, cx - 7, y - 7),
                        palette.trim().lighter(0.15),
                        0.9);
            }
        }
    }

    private void tunic() {
        body.torso(palette.cloth(), 0, 0.9);
        body.neck(26, 118);
        neckline(26, 118, palette.cloth().darker(0.35), 16);
        neckline(26, 118, palette.trim(), 6);
        Rgb lace = palette.accent().darker(0.25);
        for (int i = 0; i < 3; i++) {
            double y = pit + 58 + i * 20;
            double wide = 34 - i * 10;
            svg.stroke(Outline.through(x - wide, y, x + wide * 0.8, y + 15), lace, 4, 1);
            svg.stroke(Outline.through(x + wide, y, x - wide * 0.8, y + 15), lace.lighter(0.12), 4, 1);
        }
        svg.stroke(Outline.through(x, pit + 122, x - 14, pit + 158, x - 10, pit + 186), lace, 4, 1);
        svg.stroke(Outline.through(x, pit + 122, x + 12, pit + 150, x + 16, pit + 172), lace, 4, 1);
        strap(LEATHER);
    }

    private void noble() {
        body.torso(palette.cloth(), 8, 0.7);
        svg.openClip(figure.torso(8));
        for (int i = 0; i < 7; i++) {
            for (int side = -1; side <= 1; side += 2) {
                double start = x + side * (64 + i * 52);
                svg.stroke(
                        Outline.through(start, top - 20, start - side * 10, 820, start + side * 6, 1030),
                        palette.cloth().darker(0.4),
                        2.4,
                        0.55);
                svg.stroke(
                        Outline.through(start + 3, top - 20, start - side * 10 + 3, 820, start + side * 6 + 3, 1030),
                        palette.trim(),
                        1.8,
                        0.5);
            }
        }
        svg.close();
        svg.fill(
                Outline.ribbon(new double[] {60, 54, 60}, x, pit, x, 860, x, 1050),
                palette.accent().darker(0.1));
        for (int side = -1; side <= 1; side += 2) {
            svg.stroke(
                    Outline.through(x + side * 29, pit + 12, x + side * 27, 860, x + side * 30, 1040),
                    palette.trim(),
                    5,
                    1);
        }
        for (int i = 0; i < 4; i++) {
            stud(x, pit + 74 + i * 66, 9, palette.trim());
        }
        body.neck(14, 34);
        ruffle();
        standingCollar();
        for (int side = -1; side <= 1; side += 2) {
            double sx = x + side * reach * 0.86;
            for (int i = -1; i <= 1; i++) {
                svg.fill(
                        Outline.leaf(
                                sx + i * 30,
                                top + 42 + Math.abs(i) * 6,
                                sx + i * 42,
                                top + 100,
                                sx + i * 36,
                                top + 168,
                                9),
                        palette.accent(),
                        0.9);
            }
        }
    }

    private void ruffle() {
        double y = pit - 22;
        for (int row = 0; row < 2; row++) {
            for (int i = -4; i <= 4; i++) {
                double cx = x + i * (half * 0.27);
                double cy = y + 12 + row * 13 - Math.abs(i) * 3.5;
                svg.ellipse(
                        cx,
                        cy,
                        half * 0.21,
                        15,
                        svg.linear(
                                0,
                                cy - 15,
                                0,
                                cy + 15,
                                Svg.stop(0, LINEN.darker(0.25)),
                                Svg.stop(0.5, LINEN.lighter(0.3)),
                                Svg.stop(1, LINEN.darker(0.3))),
                        1);
            }
        }
    }

    private void standingCollar() {
        for (int side = -1; side <= 1; side += 2) {
            String flap = Outline.around(
                    x + side * (half * 1.02),
                    pit - 66,
                    x + side * (half + 42),
                    pit - 46,
                    x + side * (half + 44),
                    pit + 2,
                    x + side * (half * 0.55),
                    pit + 52,
                    x + side * (half * 0.72),
                    pit + 8);
            svg.fill(
                    flap,
                    svg.linear(
                            x,
                            pit - 60,
                            x + side * (half + 40),
                            pit + 40,
                            Svg.stop(0, palette.cloth().darker(0.3)),
                            Svg.stop(1, palette.cloth().lighter(0.12))));
            svg.stroke(flap, palette.trim(), 4.5, 1);
        }
    }

    private void scholar() {
        body.torso(LINEN.mix(palette.accent(), 0.12), 2, 0.9);
        body.neck(22, 60);
        for (int side = -1; side <= 1; side += 2) {
            svg.fill(
                    Outline.polygon(
                            x + side * half * 0.85,
                            pit - 40,
                            x + side * (half + 40),
                            pit + 6,
                            x + side * 46,
                            pit + 66,
                            x + side * 6,
                            pit + 26),
                    svg.linear(
                            0,
                            pit - 40,
                            0,
                            pit + 66,
                            Svg.stop(0, LINEN.darker(0.18)),
                            Svg.stop(1, LINEN.lighter(0.4))));
            String panel = Outline.polygon(
                    x + side * (half + 22),
                    top - 10,
                    x + side * (half + 96),
                    top - 2,
                    x + side * (half + 150),
                    860,
                    x + side * (half + 156),
                    1040,
                    x + side * 2,
                    1040,
                    x + side * 4,
                    pit + 190,
                    x + side * 34,
                    pit + 84);
            svg.fill(
                    panel,
                    svg.linear(
                            x + side * 180,
                            pit,
                            x,
                            1024,
                            Svg.stop(0, palette.cloth().lighter(0.08)),
                            Svg.stop(1, palette.cloth().darker(0.38))));
            svg.stroke(panel, palette.cloth().darker(0.5), 3, 0.8);
            svg.stroke(
                    Outline.through(
                            x + side * (half + 30),
                            top + 4,
                            x + side * 46,
                            pit + 92,
                            x + side * 14,
                            pit + 190,
                            x + side * 12,
                            1040),
                    palette.trim(),
                    3,
                    0.8);
        }
        svg.fill(
                Outline.around(
                        x - 16, pit + 20, x + 16, pit + 20, x + 13, pit + 44, x + 34, pit + 130, x, pit + 156, x - 30,
                        pit + 130, x - 13, pit + 44),
                svg.linear(
                        0,
                        pit + 20,
                        0,
                        pit + 156,
                        Svg.stop(0, palette.accent().darker(0.1)),
                        Svg.stop(0.3, palette.accent().lighter(0.15)),
                        Svg.stop(1, palette.accent().darker(0.35))));
        svg.stroke(
                Outline.through(x - 12, pit + 46, x + 12, pit + 46),
                palette.accent().darker(0.5),
                3,
                0.7);
        svg.stroke(Outline.through(x - 12, pit + 250, x - 60, pit + 284, x - 118, pit + 250), palette.trim(), 4, 1);
        for (int i = 0; i < 2; i++) {
            stud(x + 14, pit + 226 + i * 56, 7, palette.trim());
        }
        strap(LEATHER);
    }

    private void wrap() {
        body.torso(palette.cloth(), 0, 1.0);
        lapel(palette.cloth().darker(0.12), 1, 330);
        body.neck(30, 128);
        double left = x - half - 28;
        double right = x + half + 28;
        double[] under = {right, pit - 26, x + 50, pit + 76, x - 60, pit + 210, x - 150, 1050};
        double[] over = {left, pit - 26, x - 50, pit + 76, x + 70, pit + 220, x + 170, 1050};
        svg.fill(
                Outline.ribbon(new double[] {40, 46, 50, 54}, under),
                palette.accent().darker(0.25));
        svg.fill(
                Outline.ribbon(new double[] {40, 48, 54, 58}, over),
                svg.linear(
                        left,
                        pit,
                        x + 150,
                        1024,
                        Svg.stop(0, palette.accent().lighter(0.10)),
                        Svg.stop(1, palette.accent().darker(0.3))));
        svg.stroke(Outline.through(over), palette.trim(), 3, 0.7);
        for (int i = 0; i < 17; i++) {
            double t = (i - 8) / 8.0;
            double y = pit + 132 * (1 - t * t) - 2;
            stud(x + t * (half + 24), y, 11.5, LEATHER.lighter(0.10));
        }
    }

    /** A darker crossing of the garment's front. */
    private void lapel(Rgb colour, double opacity, double length) {
        svg.fill(
                Outline.polygon(
                        x - half - 34, pit - 20, x + half + 34, pit - 20, x + 18, pit + length, x - 18, pit + length),
                colour.darker(0.3),
                opacity * 0.85);
    }

    /** The trimmed edge of a garment open in a V. */
    private void band(Rgb colour, double width, double length) {
        for (int side = -1; side <= 1; side += 2) {
            double[] line = {
                x + side * (half + 30),
                pit - 26,
                x + side * half * 0.80,
                pit + 40,
                x + side * 20,
                pit + 120,
                x + side * 12,
                pit + length,
                x + side * 16,
                1050
            };
            svg.fill(
                    Outline.ribbon(new double[] {width, width * 1.1, width * 1.15, width * 1.2, width * 1.2}, line),
                    svg.linear(0, pit, 0, 1024, Svg.stop(0, colour.lighter(0.15)), Svg.stop(1, colour.darker(0.35))));
        }
    }

    private void runes() {
        for (int i = 0; i < 5; i++) {
            double y = pit + 168 + i * 50;
            for (int side = -1; side <= 1; side += 2) {
                double cx = x + side * 44;
                svg.stroke(Outline.ellipse(cx, y, 6.5, 10), palette.trim(), 2.4, 0.75);
                svg.ellipse(cx, y, 2.4, 4, palette.trim().lighter(0.3), 0.9);
            }
        }
    }

    private void neckline(double wide, double depth, Rgb colour, double width) {
        svg.stroke(
                Outline.through(
                        x - half - wide,
                        pit - 14,
                        x - half * 0.55 - wide * 0.35,
                        pit + depth * 0.55,
                        x,
                        pit + depth,
                        x + half * 0.55 + wide * 0.35,
                        pit + depth * 0.55,
                        x + half + wide,
                        pit - 14),
                colour,
                width,
                1);
    }

    private void roundCollar(Rgb colour, double width) {
        double[] line = {
            x - half - 14,
            pit - 26,
            x - half * 0.6,
            pit + 8,
            x,
            pit + 22,
            x + half * 0.6,
            pit + 8,
            x + half + 14,
            pit - 26
        };
        svg.stroke(Outline.through(line), colour.darker(0.45), width + 6, 0.6);
        svg.stroke(Outline.through(line), colour, width, 1);
        svg.stroke(Outline.through(line), palette.trim(), 4, 0.9);
    }

    private void collarStand(Rgb colour, double width) {
        for (int side = -1; side <= 1; side += 2) {
            svg.fill(
                    Outline.ribbon(
                            new double[] {width * 0.7, width * 1.6, width},
                            x + side * (half + 4),
                            pit - 58,
                            x + side * (half + 22),
                            pit - 30,
                            x + side * (half * 0.72),
                            pit + 34),
                    svg.linear(
                            x,
                            pit - 60,
                            x + side * (half + 40),
                            pit,
                            Svg.stop(0, colour.darker(0.4)),
                            Svg.stop(1, colour.lighter(0.14))));
        }
    }

    private void strap(Rgb colour) {
        double sx = x - figure.facing() * reach * 0.52;
        double ex = x + figure.facing() * reach * 0.62;
        double[] line = {sx, top + 4, x - figure.facing() * 20, top + 190, ex, 1050};
        svg.stroke(Outline.through(line), colour.darker(0.6), 38, 0.5);
        svg.stroke(Outline.through(line), colour, 31, 1);
        svg.stroke(Outline.through(line), colour.lighter(0.18), 23, 0.35);
        double bx = x - figure.facing() * 20;
        stud(bx, top + 190, 12, palette.trim());
    }

    private void brooch(double y, double radius) {
        stud(x, y, radius * 1.35, palette.trim());
        stud(x, y, radius * 0.85, palette.glow().saturate(1.2).darker(0.2));
    }
}
