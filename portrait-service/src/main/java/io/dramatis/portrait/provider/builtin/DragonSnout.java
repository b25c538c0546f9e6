package io.dramatis.portrait.provider.builtin;

/** Paints the jaws and the snout of a dragonborn; in head units. */
final class DragonSnout {

    private static final Rgb BONE = DragonHead.BONE;

    private final Svg svg;
    private final Expression mood;
    private final int light;
    private final double w;
    private final double snout;
    private final double bridge;
    private final double drop;
    private final Rgb skin;
    private final Rgb belly;

    /**
     * @param snout how far the tip of the snout lies aside
     * @param bridge the same of its root
     * @param drop how far it hangs
     */
    DragonSnout(Sitting sitting, double w, double snout, double bridge, double drop) {
        this.svg = sitting.svg();
        this.mood = sitting.traits().expression();
        this.light = sitting.light();
        this.w = w;
        this.snout = snout;
        this.bridge = bridge;
        this.drop = drop;
        this.skin = sitting.palette().skin();
        this.belly = skin.mix(Rgb.of(0xf0d8a0), 0.5);
    }

    void paint() {
        lowerJaw();
        upperSnout();
    }

    private void lowerJaw() {
        double gap = mood.open() * 20;
        double y = 122 + drop + gap;
        if (gap > 2) {
            String maw = Outline.around(
                    -78 * w + snout * 0.5,
                    78 - mood.smile(),
                    snout - 52,
                    108 + drop,
                    snout,
                    118 + drop,
                    snout + 52,
                    108 + drop,
                    78 * w + snout * 0.5,
                    78 - mood.smile(),
                    snout + 50,
                    y + 10,
                    snout,
                    y + 20,
                    snout - 50,
                    y + 10);
            svg.fill(maw, Rgb.of(0x401418));
            svg.ellipse(snout, y + 8, 32, 12, Rgb.of(0xa8484e), 0.9);
        }
        String jaw = Outline.around(
                -84 * w + snout * 0.5,
                88,
                snout - 58,
                y - 4,
                snout - 30,
                y + 8,
                snout,
                y + 11,
                snout + 30,
                y + 8,
                snout + 58,
                y - 4,
                84 * w + snout * 0.5,
                88,
                snout * 0.95 + 50,
                y + 34,
                snout,
                y + 50,
                snout * 0.95 - 50,
                y + 34);
        svg.fill(
                jaw,
                svg.linear(
                        0,
                        y - 20,
                        0,
                        y + 50,
                        Svg.stop(0, belly.darker(0.12)),
                        Svg.stop(0.5, belly.mix(skin, 0.5)),
                        Svg.stop(1, skin.times(0.4, 0.34, 0.42))));
        svg.stroke(jaw, skin.darker(0.65), 2.6, 0.7);
        for (int i = -2; i <= 2; i++) {
            svg.fill(
                    Outline.leaf(
                            snout + i * 19,
                            y + 34 - i * i * 3,
                            snout + i * 23,
                            y + 50,
                            snout + i * 27,
                            y + 72 - i * i * 6,
                            8),
                    i == 0 ? BONE : BONE.darker(0.22));
        }
        if (gap > 2) {
            for (int i = -3; i <= 3; i++) {
                double x = snout + i * 15;
                svg.fill(
                        Outline.polygon(
                                x - 5,
                                y + 9 - Math.abs(i) * 3,
                                x,
                                y - 8 - Math.abs(i) * 3,
                                x + 5,
                                y + 9 - Math.abs(i) * 3),
                        Rgb.of(0xf4ead2));
            }
        }
    }

    private void upperSnout() {
        double low = 116 + drop;
        double corner = 84 - mood.smile() * 1.1;
        String upper = Outline.around(
                bridge * 0.5,
                -64,
                bridge + 36,
                -40,
                bridge + 48,
                12,
                snout + 64,
                56 + drop * 0.5,
                snout + 74,
                88 + drop,
                snout + 54,
                low + 4,
                snout,
                low + 12,
                snout - 54,
                low + 4,
                snout - 74,
                88 + drop,
                snout - 64,
                56 + drop * 0.5,
                bridge - 48,
                12,
                bridge - 36,
                -40);
        svg.openBlur(8);
        svg.fill(
                Outline.around(
                        snout - 70,
                        low - 10,
                        snout,
                        low + 26,
                        snout + 70,
                        low - 10,
                        snout + 60,
                        low + 22,
                        snout,
                        low + 40,
                        snout - 60,
                        low + 22),
                Rgb.of(0x140a0c),
                0.5);
        svg.close();
        svg.fill(
                upper,
                svg.linear(
                        snout + light * 74,
                        20,
                        snout - light * 74,
                        80,
                        Svg.stop(0, skin.lighter(0.26)),
                        Svg.stop(0.45, skin.lighter(0.06)),
                        Svg.stop(0.62, skin.darker(0.14)),
                        Svg.stop(1, skin.times(0.46, 0.40, 0.48))));
        svg.openClip(upper);
        for (int row = 0; row < 9; row++) {
            double y = -10 + row * 15;
            for (int i = -5; i <= 5; i++) {
                if (Math.abs(i) > 1 || row > 6) {
                    double x = bridge + (snout - bridge) * row / 8 + i * 14 + (row % 2) * 7;
                    svg.stroke(Outline.through(x - 7, y, x, y + 8, x + 7, y), skin.darker(0.5), 1.7, 0.36);
                }
            }
        }
        svg.openBlur(6);
        svg.fill(
                Outline.ribbon(
                        new double[] {6, 16, 22},
                        snout - light * 62,
                        30,
                        snout - light * 56,
                        80,
                        snout - light * 30,
                        low + 4),
                skin.times(0.3, 0.25, 0.32),
                0.5);
        svg.ellipse(snout + light * 30, 62 + drop * 0.7, 17, 13, skin.lighter(0.7), 0.6);
        svg.fill(
                Outline.around(
                        snout - 60,
                        low - 6,
                        snout,
                        low + 4,
                        snout + 60,
                        low - 6,
                        snout + 50,
                        low + 14,
                        snout - 50,
                        low + 14),
                belly.darker(0.15),
                0.55);
        svg.close();
        svg.close();
        svg.stroke(
                Outline.through(
                        bridge - 42,
                        -10,
                        snout - 64,
                        56 + drop * 0.5,
                        snout - 74,
                        88 + drop,
                        snout - 54,
                        low + 4,
                        snout,
                        low + 12,
                        snout + 54,
                        low + 4,
                        snout + 74,
                        88 + drop,
                        snout + 64,
                        56 + drop * 0.5,
                        bridge + 42,
                        -10),
                skin.darker(0.65),
                2.4,
                0.55);
        for (int side = -1; side <= 1; side += 2) {
            double nx = snout + side * 36;
            double ny = 84 + drop;
            svg.ellipse(nx, ny - 3, 21, 14, skin.lighter(0.16), 0.7);
            svg.fill(
                    Outline.ribbon(new double[] {2, 12, 3}, nx - side * 14, ny + 5, nx, ny - 1, nx + side * 13, ny - 7),
                    Rgb.of(0x1a0c0e),
                    0.95);
            svg.stroke(
                    Outline.through(nx - side * 15, ny - 2, nx - side * 2, ny - 11, nx + side * 15, ny - 13),
                    skin.lighter(0.5),
                    2.4,
                    0.6);
            svg.fill(
                    Outline.ribbon(
                            new double[] {1, 5, 4, 1},
                            snout + side * 30,
                            low + 11,
                            snout + side * 62,
                            low - 2,
                            snout * 0.6 + side * 84 * w,
                            corner + 6,
                            snout * 0.4 + side * 98 * w,
                            corner - 8),
                    Rgb.of(0x1a0c0e),
                    0.9);
            svg.fill(
                    Outline.leaf(snout + side * 47, low, snout + side * 48, low + 14, snout + side * 43, low + 30, 7),
                    Rgb.of(0xf6edd8));
            svg.fill(
                    Outline.leaf(
                            snout + side * 66, low - 12, snout + side * 67, low - 2, snout + side * 63, low + 8, 4.5),
                    Rgb.of(0xeadfc4));
        }
    }
}
