package io.dramatis.portrait.provider.builtin;

/** Paints what is worn on the head, in head units, over the hair. */
final class HeadwearPainter extends HatPainter {

    HeadwearPainter(Sitting sitting) {
        super(sitting);
    }

    void paintBehind() {
        new CostumeHats(sitting).paintBehind();
        if (sitting.traits().headwear() == Headwear.HALO) {
            svg.glow(0, -70, 300, 300, Rgb.of(0xffe9a0), 0.6);
            svg.stroke(Outline.ellipse(0, -80, 206, 206), Rgb.of(0xffe9a8), 7, 0.85);
            svg.stroke(Outline.ellipse(0, -80, 190, 190), Rgb.of(0xfff6d8), 2.5, 0.8);
        } else if (sitting.traits().headwear() == Headwear.FEATHERED_HAT) {
            svg.ellipse(turn * 0.3, -128, w + 96, 44, palette.cloth().darker(0.55), 1);
        } else if (sitting.traits().headwear() == Headwear.WIZARD_HAT) {
            svg.ellipse(turn * 0.3, -116, w + 112, 46, palette.cloth().darker(0.6), 1);
        }
    }

    void paint() {
        switch (sitting.traits().headwear()) {
            case WIZARD_HAT -> wizardHat();
            case FEATHERED_HAT -> featheredHat();
            case CROWN -> crown();
            case CIRCLET -> circlet();
            case THORNS -> thorns();
            case LEAF_CROWN -> leaves();
            case GOGGLES -> goggles();
            case BANDANA -> bandana();
            case HELMET -> helmet();
            case VEIL, TRICORN, SPACE_HELMET, BEANIE -> new CostumeHats(sitting).paint();
            default -> {}
        }
    }

    private String cloth(Rgb colour) {
        return cloth(colour, 0.55);
    }

    private String metal(Rgb colour) {
        return svg.linear(
                light * w,
                0,
                -light * w,
                0,
                Svg.stop(0, colour.darker(0.15)),
                Svg.stop(0.2, colour.lighter(0.6)),
                Svg.stop(0.38, colour),
                Svg.stop(0.62, colour.lighter(0.15)),
                Svg.stop(1, colour.darker(0.6)));
    }

    private void browShadow(double y) {
        svg.openClip(FaceOutline.data(sitting.face(), sitting.head(), 6));
        svg.fill(
                Outline.around(-w * 1.1, y - 60, w * 1.1, y - 60, w * 1.1, y, turn, y + 26, -w * 1.1, y),
                svg.linear(
                        0,
                        y - 40,
                        0,
                        y + 22,
                        Svg.stop(0, palette.skinLine(), 0.85),
                        Svg.stop(1, palette.skinLine(), 0)));
        svg.close();
    }

    private void wizardHat() {
        browShadow(-84);
        int lean = -sitting.face().facing();
        String cone = new Outline()
                .move(-w - 2, -124)
                .curve(-w * 0.86, -210, -w * 0.5, -290, lean * 26, -352)
                .curve(lean * 62, -382, lean * 120, -378, lean * 150, -344)
                .curve(lean * 110, -346, lean * 86, -326, lean * 70 + 10, -296)
                .curve(w * 0.62, -240, w * 0.94, -190, w + 2, -124)
                .curve(w * 0.5, -92, -w * 0.5, -92, -w - 2, -124)
                .close()
                .data();
        svg.fill(cone, cloth(palette.cloth()));
        svg.openClip(cone);
        svg.fill(
                Outline.leaf(-w * 0.5, -300, 0, -250, w * 0.7, -270, 12),
                palette.cloth().darker(0.6),
                0.5);
        svg.fill(
                Outline.leaf(-w * 0.8, -212, 0, -176, w * 0.9, -222, 13),
                palette.cloth().darker(0.6),
                0.45);
        svg.fill(
                Outline.leaf(light * w * 0.5, -150, light * w * 0.48, -220, light * 20, -330, 16),
                palette.cloth().lighter(0.4),
                0.28);
        for (int i = 0; i < 5; i++) {
            double x = (i - 2) * 42 + (i % 2) * 14;
            double y = -200 - (i % 3) * 38;
            star(x, y, 9 - i % 3 * 1.5);
        }
        svg.fill(Outline.ribbon(new double[] {36, 38, 36}, -w - 4, -136, 0, -108, w + 4, -136), palette.accent());
        svg.stroke(Outline.through(-w - 2, -152, 0, -126, w + 2, -152), palette.trim(), 4, 0.9);
        svg.close();
        String brim = Outline.around(
                -w - 112, -112, -w * 0.8, -132, -w * 0.4, -106, 0, -98, w * 0.4, -106, w * 0.8, -132, w + 112, -112,
                w * 0.9, -82, 0, -66, -w * 0.9, -82);
        svg.fill(brim, cloth(palette.cloth().lighter(0.04)));
        svg.stroke(
                Outline.through(-w - 112, -112, -w * 0.9, -82, 0, -66, w * 0.9, -82, w + 112, -112),
                palette.trim(),
                4,
                0.75);
    }

    private void star(double x, double y, double r) {
        double k = r * 0.28;
        svg.fill(
                Outline.polygon(
                        x, y - r, x + k, y - k, x + r, y, x + k, y + k, x, y + r, x - k, y + k, x - r, y, x - k, y - k),
                palette.trim().lighter(0.2),
                0.9);
    }

    private void featheredHat() {
        browShadow(-92);
        int side = -sitting.face().facing();
        String crown = Outline.around(
                -w * 0.98, -126, -w * 0.86, -206, -w * 0.3, -246, w * 0.34, -242, w * 0.88, -204, w * 0.98, -126, 0,
                -104);
        svg.fill(crown, cloth(palette.cloth()));
        svg.fill(
                Outline.ribbon(new double[] {30, 32, 30}, -w * 0.98, -142, 0, -120, w * 0.98, -142),
                palette.accent().darker(0.2));
        String brim = Outline.around(
                -w - 92, -138, -w * 0.7, -136, 0, -112, w * 0.7, -136, w + 92, -138, w + 40, -104, 0, -80, -w - 40,
                -104);
        svg.fill(brim, cloth(palette.cloth().lighter(0.05)));
        svg.stroke(
                Outline.through(-w - 92, -138, -w - 40, -104, 0, -80, w + 40, -104, w + 92, -138),
                palette.trim(),
                4,
                0.8);
        double x = side * w * 0.72;
        Rgb plume = palette.trim().mix(Rgb.WHITE, 0.45);
        for (int i = 0; i < 22; i++) {
            double u = i / 21.0;
            double cx = x + side * (u * 130 - u * u * 20);
            double cy = -150 - u * 130 + u * u * 76;
            double reach = 20 + 36 * StrictMath.sin(u * 2.9);
            svg.fill(
                    Outline.leaf(
                            cx,
                            cy,
                            cx + side * reach * 0.6,
                            cy - reach * 0.6,
                            cx + side * reach * 1.1,
                            cy - reach * 0.1,
                            6),
                    plume.darker(u * 0.2));
            svg.fill(
                    Outline.leaf(
                            cx,
                            cy,
                            cx + side * reach * 0.1,
                            cy + reach * 0.5,
                            cx + side * reach * 0.8,
                            cy + reach * 0.8,
                            6),
                    plume.darker(0.12 + u * 0.25));
        }
        svg.stroke(Outline.through(x, -150, x + side * 62, -200, x + side * 112, -204), plume.darker(0.4), 3, 0.8);
        svg.ellipse(x, -142, 13, 13, metal(palette.trim()), 1);
    }

    private void crown() {
        double y = top + 62;
        Outline points = new Outline().move(-w, y + 10).line(-w - 8, y - 50);
        int spikes = 5;
        for (int i = 0; i < spikes; i++) {
            double from = -w - 8 + (2 * w + 16) * i / spikes;
            double step = (2 * w + 16) / spikes;
            points.line(from + step * 0.28, y - 14 + 14 * StrictMath.sin((i + 0.3) * 0.63))
                    .line(from + step * 0.5, y - 76 + Math.abs(i - 2) * 8)
                    .line(from + step * 0.72, y - 14 + 14 * StrictMath.sin((i + 0.7) * 0.63));
        }
        points.line(w + 8, y - 50)
                .line(w, y + 10)
                .curve(w * 0.5, y + 40, -w * 0.5, y + 40, -w, y + 10)
                .close();
        svg.fill(points.data(), metal(Rgb.of(0xdcb04a)));
        svg.stroke(points.data(), Rgb.of(0x7a5518), 3, 0.9);
        svg.stroke(Outline.through(-w, y + 2, 0, y + 24, w, y + 2), Rgb.of(0xfff0b8), 3, 0.8);
        for (int i = -1; i <= 1; i++) {
            gem(turn * 0.4 + i * w * 0.5, y + 8 - i * i * 6, 10, i == 0 ? Rgb.of(0xc0304a) : Rgb.of(0x3a7ac8));
        }
    }

    private void gem(double x, double y, double r, Rgb colour) {
        svg.ellipse(x, y, r * 1.3, r * 1.3, palette.trim().darker(0.5), 1);
        svg.ellipse(
                x,
                y,
                r,
                r,
                svg.radial(
                        x,
                        y + r * 0.4,
                        r * 1.3,
                        Svg.stop(0, colour.lighter(0.55)),
                        Svg.stop(0.5, colour),
                        Svg.stop(1, colour.darker(0.6))),
                1);
        svg.ellipse(x - r * 0.3, y - r * 0.4, r * 0.3, r * 0.22, Rgb.WHITE, 0.9);
    }

    private void circlet() {
        double y = sitting.face().hairlineY() + 18;
        double[] line = sitting.head()
                .map(
                        2, -w * 0.95, y + 18, -w * 0.55, y - 1, -w * 0.2, y + 5, 0, y + 14, w * 0.2, y + 5, w * 0.55,
                        y - 1, w * 0.95, y + 18);
        svg.stroke(Outline.through(line), palette.skinDeep(), 9, 0.35);
        svg.stroke(Outline.through(line), metal(palette.trim()), 6, 1);
        svg.stroke(Outline.through(line), palette.trim().lighter(0.6), 1.8, 0.8);
        gem(line[6], line[7] + 5, 9, palette.glow().saturate(1.2).darker(0.15));
    }

    private void thorns() {
        Dice dice = sitting.dice(91);
        Rgb bark = Rgb.of(0x5a4430);
        double y = sitting.face().hairlineY() + 4;
        for (int strand = 0; strand < 3; strand++) {
            double[] line = new double[22];
            for (int i = 0; i <= 10; i++) {
                double t = (i - 5) / 5.0;
                line[2 * i] = t * (w + 2);
                line[2 * i + 1] = y - 4 + 26 * t * t * -0.4 + 11 * StrictMath.sin(i * 1.7 + strand * 2.1);
            }
            svg.stroke(Outline.through(line), bark.darker(0.6), 11, 1);
            svg.stroke(Outline.through(line), strand == 1 ? bark.lighter(0.15) : bark, 8, 1);
            for (int i = 0; i < 11; i++) {
                double x = line[2 * i];
                double ty = line[2 * i + 1];
                double lean = dice.between(-16, 16);
                int up = dice.sign();
                svg.fill(
                        Outline.leaf(x, ty, x + lean * 0.4, ty - up * 13, x + lean, ty - up * 27, 4.5),
                        bark.lighter(0.25));
            }
        }
    }

    private void leaves() {
        Dice dice = sitting.dice(92);
        double y = sitting.face().hairlineY() - 6;
        for (int i = 0; i < 38; i++) {
            double t = i % 2 == 0 ? 1 - i / 38.0 : -1 + i / 38.0;
            double x = t * (w + 3);
            double ly = y - 8 - 10 * (1 - t * t) + dice.between(-9, 9);
            double lean = t * 34 + dice.between(-14, 14);
            double rise = dice.between(-30, 14);
            Rgb green =
                    Rgb.of(0x5f8a3a).mix(Rgb.of(0xa8a03a), dice.unit() * 0.7).darker(dice.between(0, 0.35));
            svg.fill(Outline.leaf(x, ly, x + lean * 0.5, ly + rise * 0.6, x + lean, ly + rise, 11), green);
            svg.stroke(Outline.through(x, ly, x + lean * 0.8, ly + rise * 0.8), green.lighter(0.4), 1.2, 0.5);
        }
        for (int i = -2; i <= 2; i++) {
            double x = i * w * 0.38 + turn * 0.3;
            svg.ellipse(x, y - 10 + i * i * 1.5, 6, 6, Rgb.of(0xb8383a), 1);
            svg.ellipse(x - 2, y - 12 + i * i * 1.5, 2, 2, Rgb.WHITE, 0.7);
        }
    }

    private void goggles() {
        double y = sitting.face().hairlineY() - 12;
        double[] strap = {-w, y + 26, -w * 0.6, y + 2, turn * 0.5, y - 6, w * 0.6, y + 2, w, y + 26};
        svg.stroke(Outline.through(strap), Rgb.of(0x2f2015), 25, 1);
        svg.stroke(Outline.through(strap), Rgb.of(0x6a4a2c), 19, 1);
        for (int side = -1; side <= 1; side += 2) {
            double x = turn + side * 45;
            svg.ellipse(x, y + 2, 42, 38, Rgb.of(0x3a2712), 1);
            svg.ellipse(x, y, 40, 36, metal(Rgb.of(0xc08a3e)), 1);
            svg.ellipse(
                    x,
                    y,
                    29,
                    26,
                    svg.radial(
                            x + light * 8,
                            y - 8,
                            36,
                            Svg.stop(0, Rgb.of(0xbff0ee)),
                            Svg.stop(0.4, Rgb.of(0x4a98a0)),
                            Svg.stop(1, Rgb.of(0x173840))),
                    1);
            svg.fill(Outline.leaf(x - 18, y + 6, x - 12, y - 14, x + 8, y - 18, 4), Rgb.WHITE, 0.6);
        }
    }

    private void bandana() {
        double y = sitting.face().hairlineY() + 8;
        String band = Outline.around(
                -w,
                y + 30,
                -w * 0.96,
                y - 10,
                -w * 0.7,
                top + 26,
                0,
                top - 10,
                w * 0.7,
                top + 26,
                w * 0.96,
                y - 10,
                w,
                y + 30,
                w * 0.5,
                y + 4,
                turn * 0.4,
                y + 2,
                -w * 0.5,
                y + 4);
        browShadow(y + 18);
        svg.fill(band, cloth(palette.accent()));
        svg.openClip(band);
        for (int i = 0; i < 4; i++) {
            svg.fill(
                    Outline.leaf(-w, y + 18 - i * 4, 0, y - 14 - i * 24, w, y + 14 - i * 8, 5),
                    palette.accent().darker(0.55),
                    0.45);
        }
        svg.close();
        int side = -sitting.head().farSide();
        svg.fill(
                Outline.leaf(side * w, y + 20, side * (w + 30), y + 50, side * (w + 24), y + 120, 13),
                palette.accent().darker(0.2));
        svg.fill(
                Outline.leaf(side * w, y + 20, side * (w + 50), y + 40, side * (w + 62), y + 96, 12), palette.accent());
    }

    private void helmet() {
        Rgb steel = Rgb.of(0xa4acb8);
        double y = sitting.face().hairlineY() + 20;
        browShadow(y + 22);
        String dome = Outline.around(
                -w - 4,
                y + 40,
                -w - 2,
                -110,
                -w * 0.66,
                top - 6,
                0,
                top - 34,
                w * 0.66,
                top - 6,
                w + 2,
                -110,
                w + 4,
                y + 40,
                w * 0.6,
                y + 6,
                turn * 0.5,
                y + 2,
                -w * 0.6,
                y + 6);
        svg.fill(dome, metal(steel));
        svg.stroke(dome, steel.darker(0.65), 4, 0.9);
        for (int side = -1; side <= 1; side += 2) {
            String cheek = Outline.around(
                    side * (w + 4),
                    y + 20,
                    side * (w + 2),
                    60,
                    side * w * 0.80,
                    118,
                    side * w * 0.70,
                    60,
                    side * w * 0.86,
                    -10);
            svg.fill(
                    cheek,
                    svg.linear(
                            side * w * 0.7,
                            0,
                            side * w,
                            0,
                            Svg.stop(0, steel.lighter(0.2)),
                            Svg.stop(1, steel.darker(0.5))));
            svg.stroke(cheek, palette.trim(), 4, 0.9);
        }
        svg.stroke(
                Outline.through(-w - 2, y + 34, -w * 0.6, y + 4, turn * 0.5, y, w * 0.6, y + 4, w + 2, y + 34),
                palette.trim(),
                9,
                1);
        svg.fill(
                Outline.ribbon(new double[] {8, 20, 16}, turn * 0.2, top - 32, turn * 0.4, top + 30, turn * 0.6, y),
                palette.trim());
        svg.fill(
                Outline.ribbon(
                        new double[] {18, 16, 9},
                        sitting.head()
                                .map(24, 0, y - 4, 0, y + 50, 0, sitting.face().noseTipY() - 34)),
                metal(steel));
    }
}
