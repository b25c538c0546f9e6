package io.dramatis.portrait.provider.builtin;

/** Paints the headwear that goes with costumes; in head units. */
final class CostumeHats extends HatPainter {

    private final double brow;

    CostumeHats(Sitting sitting) {
        super(sitting);
        this.brow = sitting.face().hairlineY();
    }

    void paintBehind() {
        switch (sitting.traits().headwear()) {
            case VEIL ->
                svg.fill(
                        Outline.around(
                                0, top - 26, w * 0.9, top + 20, w + 66, 20, w + 110, 260, w + 150, 520, -w - 150, 520,
                                -w - 110, 260, -w - 66, 20, -w * 0.9, top + 20),
                        svg.linear(
                                0,
                                top,
                                0,
                                420,
                                Svg.stop(0, Rgb.of(0xffffff), 0.85),
                                Svg.stop(1, Rgb.of(0xeef0f6), 0.35)),
                        1);
            case SPACE_HELMET -> {
                svg.ellipse(turn * 0.4, -8, w + 100, 262, Rgb.of(0x7f8894), 1);
                svg.ellipse(turn * 0.4, -8, w + 88, 250, Rgb.of(0x232a38), 1);
            }
            case TRICORN ->
                svg.ellipse(turn * 0.3, brow - 4, w + 88, 40, palette.accent().darker(0.6), 1);
            default -> {}
        }
    }

    void paint() {
        switch (sitting.traits().headwear()) {
            case VEIL -> veil();
            case SPACE_HELMET -> bubble();
            case TRICORN -> tricorn();
            case BEANIE -> beanie();
            default -> {}
        }
    }

    /** A wreath of small flowers that holds the veil. */
    private void veil() {
        for (int i = 0; i < 13; i++) {
            double t = (i - 6) / 6.0;
            double x = t * (w - 2);
            double y = brow - 26 + 22 * t * t;
            svg.petals(x, y, 7, 6, i, Rgb.of(0xfdf8f2), 0.96);
            svg.ellipse(x, y, 4, 4, Rgb.of(0xe8c860), 1);
        }
    }

    /** The glass of a helmet: only its gleam is seen. */
    private void bubble() {
        double cx = turn * 0.4;
        svg.stroke(Outline.ellipse(cx, -8, w + 92, 254), Rgb.of(0xe9ecf1), 20, 1);
        svg.stroke(Outline.ellipse(cx, -8, w + 84, 246), Rgb.of(0x6f7a88), 4, 0.9);
        svg.ellipse(cx, -8, w + 82, 244, Rgb.of(0xbfe4ff), 0.07);
        double side = light * (w + 52);
        svg.fill(
                Outline.ribbon(
                        new double[] {2, 20, 24, 3},
                        cx + side * 0.74,
                        -170,
                        cx + side,
                        -96,
                        cx + side * 1.06,
                        -10,
                        cx + side * 0.96,
                        74),
                Rgb.WHITE,
                0.5);
        svg.ellipse(cx + side * 0.92, 112, 8, 15, Rgb.WHITE, 0.42);
    }

    private void tricorn() {
        Rgb felt = palette.accent();
        double y = brow + 6;
        String hat = Outline.around(
                -w - 84,
                y + 8,
                -w - 30,
                top - 48,
                -w * 0.3,
                top - 76,
                0,
                top - 90,
                w * 0.3,
                top - 76,
                w + 30,
                top - 48,
                w + 84,
                y + 8,
                w * 0.5,
                y - 24,
                turn * 0.4,
                y - 34,
                -w * 0.5,
                y - 24);
        svg.fill(hat, cloth(felt, 0.5));
        double[] edge = {-w - 84, y + 8, -w * 0.5, y - 24, turn * 0.4, y - 34, w * 0.5, y - 24, w + 84, y + 8};
        svg.stroke(Outline.through(edge), felt.darker(0.6), 15, 1);
        svg.stroke(Outline.through(edge), palette.trim(), 8, 1);
        svg.stroke(hat, felt.darker(0.6), 3, 0.8);
        double x = turn * 0.4;
        double sy = (top + y) / 2 - 40;
        Rgb bone = Rgb.of(0xefe8d8);
        svg.stroke(Outline.through(x - 34, sy + 36, x + 34, sy + 8), bone, 9, 1);
        svg.stroke(Outline.through(x + 34, sy + 36, x - 34, sy + 8), bone, 9, 1);
        svg.ellipse(x, sy, 21, 19, bone, 1);
        svg.fill(Outline.around(x - 11, sy + 12, x + 11, sy + 12, x + 9, sy + 27, x - 9, sy + 27), bone);
        svg.ellipse(x - 8, sy + 1, 5, 6, felt.darker(0.6), 1);
        svg.ellipse(x + 8, sy + 1, 5, 6, felt.darker(0.6), 1);
    }

    private void beanie() {
        Rgb wool = palette.accent();
        double y = brow + 6;
        String cap = Outline.around(
                -w - 6,
                y + 16,
                -w - 2,
                -120,
                -w * 0.62,
                top - 6,
                0,
                top - 34,
                w * 0.62,
                top - 6,
                w + 2,
                -120,
                w + 6,
                y + 16,
                w * 0.5,
                y - 6,
                turn * 0.4,
                y - 8,
                -w * 0.5,
                y - 6);
        svg.fill(cap, cloth(wool, 0.5));
        for (int i = -4; i <= 4; i++) {
            double t = i / 4.5;
            svg.stroke(
                    Outline.through(t * (w + 2), y + 4 * t * t, t * w * 0.86, (y + top) / 2, t * w * 0.2, top - 28),
                    wool.darker(0.45),
                    3,
                    0.55);
        }
        double[] band = {-w - 5, y + 8, -w * 0.5, y - 14, turn * 0.4, y - 17, w * 0.5, y - 14, w + 5, y + 8};
        svg.stroke(Outline.through(band), wool.darker(0.4), 40, 1);
        svg.stroke(Outline.through(band), wool.lighter(0.18), 34, 1);
        svg.ellipse(turn * 0.2, top - 48, 33, 31, wool.darker(0.3), 1);
        svg.ellipse(turn * 0.2 + light * 5, top - 53, 26, 24, wool.lighter(0.3), 1);
    }
}
