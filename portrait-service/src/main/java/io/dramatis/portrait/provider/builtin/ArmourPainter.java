package io.dramatis.portrait.provider.builtin;

/** Paints armour: plate, chain, leather, and the furs of the wild. */
final class ArmourPainter extends GarmentPainter {

    private static final Rgb STEEL = Rgb.of(0xa4acb8);
    private static final Rgb HIDE = Rgb.of(0x6a4a33);

    ArmourPainter(Sitting sitting, BodyPainter body) {
        super(sitting, body);
    }

    void plate() {
        Rgb metal = sitting.traits().outfitColours().isEmpty() ? STEEL : STEEL.mix(palette.cloth(), 0.45);
        body.torso(metal.darker(0.12), 6, 0);
        String breast = Outline.around(
                x,
                pit + 24,
                x - reach * 0.34,
                top + 12,
                x - reach * 0.62,
                top + 70,
                x - reach * 0.66,
                top + 190,
                x - reach * 0.50,
                1060,
                x,
                1100,
                x + reach * 0.50,
                1060,
                x + reach * 0.66,
                top + 190,
                x + reach * 0.62,
                top + 70,
                x + reach * 0.34,
                top + 12);
        svg.fill(breast, sheen(x - reach * 0.66, x + reach * 0.66, metal));
        svg.openClip(breast);
        svg.openBlur(10);
        svg.ellipse(x + light * reach * 0.26, top + 110, 46, 90, Rgb.WHITE, 0.55);
        svg.ellipse(x - light * reach * 0.34, top + 140, 64, 130, metal.darker(0.7), 0.5);
        svg.ellipse(x, pit + 10, half * 1.8, 60, metal.darker(0.75), 0.6);
        svg.close();
        svg.close();
        svg.stroke(breast, metal.darker(0.65), 4, 0.8);
        svg.fill(Outline.ribbon(new double[] {2, 7, 8}, x, pit + 60, x, 860, x, 1060), metal.darker(0.5), 0.7);
        svg.fill(
                Outline.ribbon(
                        new double[] {1, 4, 5}, x + light * 6, pit + 60, x + light * 7, 860, x + light * 7, 1060),
                Rgb.WHITE,
                0.55);
        emblem(metal);
        body.neck(10, 20);
        gorget(metal);
        for (int side = -1; side <= 1; side += 2) {
            pauldron(side, metal);
        }
    }

    private void emblem(Rgb metal) {
        double y = top + 150;
        Rgb gold = palette.trim();
        for (int side = -1; side <= 1; side += 2) {
            svg.stroke(
                    Outline.through(
                            x + side * 8, y + 74, x + side * 54, y + 30, x + side * 66, y - 34, x + side * 30, y - 16),
                    metal.darker(0.55),
                    7,
                    0.6);
            svg.stroke(
                    Outline.through(
                            x + side * 8, y + 72, x + side * 54, y + 28, x + side * 66, y - 36, x + side * 30, y - 18),
                    gold,
                    4.5,
                    1);
        }
        svg.fill(Outline.polygon(x, y - 44, x + 15, y, x, y + 44, x - 15, y), gold.darker(0.35));
        svg.fill(Outline.polygon(x, y - 40, x + 12, y, x, y), gold.lighter(0.5));
        svg.fill(Outline.polygon(x, y - 40, x, y, x - 12, y), gold);
    }

    private void gorget(Rgb metal) {
        for (int i = 1; i >= 0; i--) {
            double drop = i * 24;
            double wide = half + 8 + i * 22;
            String ring = Outline.around(
                    x - wide,
                    pit - 46 + drop,
                    x - wide * 0.6,
                    pit - 20 + drop,
                    x,
                    pit - 8 + drop,
                    x + wide * 0.6,
                    pit - 20 + drop,
                    x + wide,
                    pit - 46 + drop,
                    x + wide + 9,
                    pit - 8 + drop,
                    x + wide * 0.62,
                    pit + 24 + drop,
                    x,
                    pit + 38 + drop,
                    x - wide * 0.62,
                    pit + 24 + drop,
                    x - wide - 9,
                    pit - 8 + drop);
            svg.fill(ring, sheen(x - wide, x + wide, metal));
            svg.stroke(ring, metal.darker(0.65), 3, 0.8);
            svg.stroke(
                    Outline.through(
                            x - wide,
                            pit - 44 + drop,
                            x - wide * 0.6,
                            pit - 18 + drop,
                            x,
                            pit - 6 + drop,
                            x + wide * 0.6,
                            pit - 18 + drop,
                            x + wide,
                            pit - 44 + drop),
                    palette.trim(),
                    5,
                    1);
        }
    }

    private void pauldron(int side, Rgb metal) {
        double cx = x + side * reach * 0.86;
        double upper = top - 14;
        for (int i = 2; i >= 0; i--) {
            double y = upper + i * 58;
            double w = reach * (0.37 - i * 0.02);
            double out = cx + side * i * 8;
            String lame = Outline.around(
                    out - side * w * 0.95,
                    y + 44,
                    out - side * w * 0.55,
                    y + 2,
                    out + side * w * 0.05,
                    y - 10,
                    out + side * w * 0.62,
                    y + 34,
                    out + side * w * 0.78,
                    y + 108,
                    out + side * w * 0.30,
                    y + 122,
                    out - side * w * 0.45,
                    y + 110);
            svg.fill(
                    lame,
                    svg.radial(
                            out + light * w * 0.35,
                            y + 22,
                            w * 1.35,
                            140,
                            Svg.stop(0, metal.lighter(0.72)),
                            Svg.stop(0.22, metal.lighter(0.18)),
                            Svg.stop(0.6, metal.darker(0.25)),
                            Svg.stop(1, metal.darker(0.68))));
            svg.stroke(lame, metal.darker(0.7), 3.2, 0.85);
            svg.stroke(
                    Outline.through(
                            out - side * w * 0.45,
                            y + 107,
                            out + side * w * 0.30,
                            y + 118,
                            out + side * w * 0.76,
                            y + 104),
                    palette.trim(),
                    5.5,
                    1);
        }
        rivet(cx - side * reach * 0.2, upper + 36);
        rivet(cx + side * reach * 0.16, upper + 34);
    }

    void chain() {
        Rgb iron = STEEL.darker(0.32);
        body.torso(iron, 4, 0.35);
        double wide = reach + 30;
        svg.openClip(figure.torso(4));
        Outline rings = new Outline();
        int row = 0;
        for (double y = figure.pit() - 30; y < 1030; y += 13) {
            double start = x - wide + (row++ % 2) * 8.5;
            for (double rx = start; rx < x + wide; rx += 17) {
                rings.move(rx, y).quad(rx + 8.5, y + 13, rx + 17, y);
            }
        }
        svg.stroke(rings.data(), iron.darker(0.65), 3, 0.75);
        svg.openAt(0, -3, 0, 1, 1);
        svg.stroke(rings.data(), iron.lighter(0.55), 1.4, 0.5);
        svg.close();
        svg.close();
        String tabard = Outline.around(
                x - half - 44,
                top - 14,
                x - half - 96,
                top + 90,
                x - half - 92,
                860,
                x - half - 104,
                1080,
                x + half + 104,
                1080,
                x + half + 92,
                860,
                x + half + 96,
                top + 90,
                x + half + 44,
                top - 14,
                x + half * 0.5,
                pit + 44,
                x,
                pit + 62,
                x - half * 0.5,
                pit + 44);
        svg.fill(
                tabard,
                svg.linear(
                        x + light * 200,
                        top,
                        x - light * 200,
                        1024,
                        Svg.stop(0, palette.cloth().lighter(0.10)),
                        Svg.stop(0.5, palette.cloth()),
                        Svg.stop(1, palette.cloth().darker(0.5))));
        folds(tabard, palette.cloth());
        svg.stroke(tabard, palette.trim(), 6, 1);
        emblem(palette.cloth());
        body.neck(16, 26);
        coif();
        for (int side = -1; side <= 1; side += 2) {
            leatherPad(side, palette.accent());
        }
    }

    private void coif() {
        for (int i = 0; i < 4; i++) {
            double y = pit - 18 + i * 13;
            double wide = half + 10 + i * 7;
            Outline rings = new Outline();
            for (int k = -6; k <= 6; k++) {
                double rx = x + k / 6.0 * wide;
                rings.move(rx - 9, y - Math.abs(k) * 3.4)
                        .quad(rx, y + 16 - Math.abs(k) * 3.4, rx + 9, y - Math.abs(k) * 3.4);
            }
            svg.stroke(rings.data(), STEEL.darker(0.75), 10, 1);
            svg.stroke(rings.data(), STEEL.darker(0.1), 3, 0.9);
        }
    }

    private void folds(String clip, Rgb colour) {
        svg.openClip(clip);
        svg.openBlur(8);
        for (int i = -2; i <= 2; i++) {
            svg.fill(
                    Outline.ribbon(new double[] {2, 14, 18}, x + i * 40, top + 70, x + i * 52, 880, x + i * 66, 1050),
                    i % 2 == 0 ? colour.darker(0.6) : colour.lighter(0.25),
                    i % 2 == 0 ? 0.5 : 0.25);
        }
        svg.ellipse(figure.headX(), pit + 10, half * 1.5, 44, colour.darker(0.75), 0.6);
        svg.close();
        svg.close();
    }

    void leather() {
        Rgb hide = sitting.traits().outfitColours().isEmpty()
                ? HIDE.mix(palette.cloth(), 0.45)
                : HIDE.mix(palette.cloth(), 0.6);
        body.torso(palette.accent().darker(0.1), 0, 0.9);
        String jerkin = Outline.around(
                x - half * 0.9,
                pit - 2,
                x - half - 44,
                top + 4,
                x - reach * 0.62,
                top + 60,
                x - reach * 0.60,
                top + 190,
                x - reach * 0.52,
                1070,
                x + reach * 0.52,
                1070,
                x + reach * 0.60,
                top + 190,
                x + reach * 0.62,
                top + 60,
                x + half + 44,
                top + 4,
                x + half * 0.9,
                pit - 2,
                x,
                pit + 88);
        svg.fill(
                jerkin,
                svg.linear(
                        x + light * reach * 0.6,
                        top,
                        x - light * reach * 0.6,
                        1024,
                        Svg.stop(0, hide.lighter(0.16)),
                        Svg.stop(0.45, hide),
                        Svg.stop(1, hide.darker(0.55))));
        folds(jerkin, hide);
        svg.stroke(jerkin, hide.darker(0.6), 5, 0.9);
        for (int side = -1; side <= 1; side += 2) {
            String seam = Outline.through(
                    x + side * (half + 20),
                    top + 10,
                    x + side * reach * 0.36,
                    top + 130,
                    x + side * reach * 0.28,
                    1040);
            svg.stroke(seam, hide.darker(0.6), 4, 0.8);
            svg.stroke(
                    Outline.through(
                            x + side * (half + 25),
                            top + 10,
                            x + side * (reach * 0.36 + 5),
                            top + 130,
                            x + side * (reach * 0.28 + 5),
                            1040),
                    hide.lighter(0.3),
                    1.6,
                    0.6);
        }
        body.neck(24, 92);
        svg.stroke(
                Outline.through(
                        x - half - 24,
                        pit - 14,
                        x - half * 0.7,
                        pit + 46,
                        x,
                        pit + 96,
                        x + half * 0.7,
                        pit + 46,
                        x + half + 24,
                        pit - 14),
                hide.darker(0.45),
                18,
                1);
        svg.stroke(
                Outline.through(
                        x - half - 24,
                        pit - 18,
                        x - half * 0.7,
                        pit + 42,
                        x,
                        pit + 92,
                        x + half * 0.7,
                        pit + 42,
                        x + half + 24,
                        pit - 18),
                hide.lighter(0.22),
                5,
                0.8);
        svg.stroke(Outline.through(x, pit + 96, x, 1030), hide.darker(0.65), 6, 0.9);
        for (int i = 0; i < 4; i++) {
            double y = pit + 136 + i * 56;
            svg.fill(Outline.polygon(x - 46, y - 9, x + 46, y - 9, x + 46, y + 9, x - 46, y + 9), hide.darker(0.42));
            svg.stroke(
                    Outline.polygon(x - 13, y - 12, x + 13, y - 12, x + 13, y + 12, x - 13, y + 12),
                    palette.trim(),
                    5,
                    1);
        }
        for (int side = -1; side <= 1; side += 2) {
            leatherPad(side, hide);
        }
    }

    private void leatherPad(int side, Rgb hide) {
        double cx = x + side * reach * 0.88;
        double upper = top - 2;
        for (int i = 1; i >= 0; i--) {
            double y = upper + i * 58;
            double w = reach * 0.29;
            String pad = Outline.around(
                    cx - side * w * 0.9,
                    y + 48,
                    cx - side * w * 0.5,
                    y + 6,
                    cx + side * w * 0.1,
                    y,
                    cx + side * w * 0.7,
                    y + 44,
                    cx + side * w * 0.82,
                    y + 104,
                    cx,
                    y + 112,
                    cx - side * w * 0.6,
                    y + 100);
            svg.fill(
                    pad,
                    svg.radial(
                            cx + light * w * 0.3,
                            y + 20,
                            w * 1.5,
                            Svg.stop(0, hide.lighter(0.34)),
                            Svg.stop(0.45, hide),
                            Svg.stop(1, hide.darker(0.6))));
            svg.stroke(pad, hide.darker(0.65), 4, 0.9);
            svg.stroke(
                    Outline.through(cx - side * w * 0.55, y + 92, cx, y + 103, cx + side * w * 0.74, y + 96),
                    hide.lighter(0.35),
                    1.8,
                    0.7);
            for (int k = -1; k <= 1; k++) {
                rivet(cx + k * w * 0.42, y + 80 + Math.abs(k) * -4);
            }
        }
    }

    void furs() {
        if (sitting.traits().gender() == Gender.MALE) {
            body.bareTorso();
        } else {
            body.torso(HIDE.mix(palette.cloth(), 0.5), 0, 0.8);
        }
        body.neck(34, 60);
        double[] line = {x - light * reach * 0.6, top + 10, x, top + 190, x + light * reach * 0.7, 1050};
        svg.stroke(Outline.through(line), HIDE.darker(0.6), 48, 1);
        svg.stroke(Outline.through(line), HIDE, 40, 1);
        svg.stroke(Outline.through(line), HIDE.lighter(0.2), 28, 0.4);
        new CloakPainter(sitting).furMantle(HIDE.mix(palette.cloth(), 0.35));
        for (int i = -4; i <= 4; i++) {
            double bx = x + i * 20;
            double y = pit + 66 - i * i * 3.2;
            svg.fill(Outline.leaf(bx, y - 6, bx + 5, y + 14, bx + i, y + 34, 8), Rgb.of(0xe8ddc6));
            svg.ellipse(bx, y - 6, 5, 5, palette.accent(), 1);
        }
    }

    private void rivet(double cx, double cy) {
        svg.ellipse(cx, cy + 1.5, 6.5, 6.5, Rgb.BLACK, 0.4);
        svg.ellipse(cx, cy, 6, 6, palette.trim().darker(0.15), 1);
        svg.ellipse(cx + light * 1.6, cy - 1.8, 2.4, 2.4, palette.trim().lighter(0.7), 1);
    }

    private String sheen(double from, double to, Rgb metal) {
        double start = light > 0 ? to : from;
        double end = light > 0 ? from : to;
        return svg.linear(
                start,
                0,
                end,
                0,
                Svg.stop(0, metal.darker(0.25)),
                Svg.stop(0.16, metal.lighter(0.45)),
                Svg.stop(0.30, metal),
                Svg.stop(0.48, metal.lighter(0.18)),
                Svg.stop(0.56, metal.darker(0.35)),
                Svg.stop(0.78, metal.darker(0.5)),
                Svg.stop(0.92, metal.darker(0.2)),
                Svg.stop(1, metal.darker(0.6)));
    }
}
