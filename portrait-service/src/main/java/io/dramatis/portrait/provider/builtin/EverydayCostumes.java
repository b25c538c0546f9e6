package io.dramatis.portrait.provider.builtin;

/** Dresses the sitter for school, winter, the beach and at home. */
final class EverydayCostumes extends GarmentPainter {

    private static final Rgb SHIRT = Rgb.of(0xf1ede4);
    private static final Rgb STEEL = Rgb.of(0x9aa2ae);

    EverydayCostumes(Sitting sitting, BodyPainter body) {
        super(sitting, body);
    }

    void winterCoat() {
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
                lit(wool),
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

    void school() {
        body.torso(palette.cloth(), 6, 0.5);
        svg.fill(
                Outline.polygon(x - half - 16, pit - 30, x + half + 16, pit - 30, x + 18, pit + 250, x - 18, pit + 250),
                lit(SHIRT),
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
            svg.fill(lapel, lit(palette.cloth().lighter(0.1)), 1);
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
            svg.fill(flap, lit(SHIRT.lighter(0.4)), 1);
            svg.stroke(flap, SHIRT.darker(0.4), 2.4, 0.8);
            svg.fill(
                    Outline.around(x + side * 6, pit + 50, x + side * 66, pit + 20, x + side * 74, pit + 82),
                    lit(palette.accent()),
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
        String crest = Outline.around(
                cx - 32, pit + 120, cx, pit + 112, cx + 32, pit + 120, cx + 28, pit + 164, cx, pit + 186, cx - 28,
                pit + 164);
        svg.fill(crest, lit(palette.accent()), 1);
        svg.stroke(crest, Rgb.of(0xd8b25a), 5, 1);
        stud(x, pit + 276, 10, Rgb.of(0xd8b25a));
    }

    void beach() {
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
        svg.fill(dress, lit(cloth), 1);
        Dice dice = sitting.dice(67);
        for (int i = 0; i < 22; i++) {
            double cx = x + dice.between(-reach * 0.6, reach * 0.6);
            double cy = dice.between(pit + 190, 1020);
            svg.petals(cx, cy, 13, 10, i, palette.accent(), 0.9);
            svg.ellipse(cx, cy, 6, 6, palette.trim(), 1);
        }
        svg.close();
        for (int side = -1; side <= 1; side += 2) {
            String strap = Outline.through(
                    x + side * (half + 50),
                    pit + 100,
                    x + side * (half + 40),
                    top + 10,
                    x + side * (half + 24),
                    pit - 30);
            svg.stroke(strap, cloth.darker(0.35), 20, 1);
            svg.stroke(strap, cloth.lighter(0.12), 13, 1);
        }
        for (int i = -4; i <= 4; i++) {
            double t = i / 4.0;
            svg.ellipse(x + t * (half + 18), pit + 22 + 48 * (1 - t * t), 10, 8, Rgb.of(0xf6ead4), 1);
            svg.stroke(
                    Outline.ellipse(x + t * (half + 18), pit + 22 + 48 * (1 - t * t), 10, 8), Rgb.of(0xb08f62), 2, 0.8);
        }
    }

    void casual() {
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
                    lit(cloth.darker(0.14)),
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
}
