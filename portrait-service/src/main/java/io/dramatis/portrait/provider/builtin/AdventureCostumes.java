package io.dramatis.portrait.provider.builtin;

/** Dresses the sitter for space, the high seas and a city of neon. */
final class AdventureCostumes extends GarmentPainter {

    private static final Rgb SHIRT = Rgb.of(0xf1ede4);
    private static final Rgb STEEL = Rgb.of(0x9aa2ae);

    AdventureCostumes(Sitting sitting, BodyPainter body) {
        super(sitting, body);
    }

    void spacesuit() {
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

    void pirate() {
        body.torso(palette.cloth(), 14, 0.7);
        svg.fill(
                Outline.polygon(x - half - 30, pit - 26, x + half + 30, pit - 26, x + 92, 1040, x - 92, 1040),
                lit(SHIRT),
                1);
        body.neck(24, 128);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 5; i++) {
                svg.ellipse(x + side * (58 - i * 9), pit + 26 + i * 30, 30, 20, lit(SHIRT.lighter(0.3)), 1);
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
            svg.fill(lapel, lit(palette.cloth().darker(0.12)), 1);
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
                    lit(palette.trim()),
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
            x - figure.facing() * reach,
            top + 40,
            x - figure.facing() * 60,
            pit + 190,
            x + figure.facing() * 120,
            960,
            x + figure.facing() * 240,
            1060
        };
        svg.stroke(Outline.through(sash), Rgb.of(0x241a14), 50, 1);
        svg.stroke(Outline.through(sash), Rgb.of(0x5a3c22), 42, 1);
        panel(x - 34, pit + 186, 62, 54, palette.trim());
    }

    void cyberpunk() {
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
            svg.fill(collar, lit(leather.lighter(0.08)), 1);
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
        svg.stroke(Outline.through(x + figure.facing() * 60, pit + 130, x + figure.facing() * 66, 1040), STEEL, 8, 1);
        panel(x - figure.facing() * 190 - 46, pit + 160, 92, 52, Rgb.of(0x14202c));
        neon(
                palette.trim(),
                x - figure.facing() * 190 - 34,
                pit + 186,
                x - figure.facing() * 190,
                pit + 176,
                x - figure.facing() * 190 + 34,
                pit + 192);
    }

    private void neon(Rgb colour, double... xy) {
        String line = Outline.through(xy);
        svg.stroke(line, colour, 24, 0.22);
        svg.stroke(line, colour, 9, 0.95);
        svg.stroke(line, colour.lighter(0.75), 3.2, 1);
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
        svg.fill(shape, lit(colour), 1);
        svg.stroke(shape, colour.darker(0.55), 4, 0.9);
    }
}
