package io.dramatis.portrait.provider.builtin;

/** Paints what sets a sitter apart: scars, patches, glasses, paint and tattoos; in head units unless said. */
final class MarkPainter {

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;
    private final Palette palette;
    private final Traits traits;

    MarkPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
        this.palette = sitting.palette();
        this.traits = sitting.traits();
    }

    /** Marks on the skin, beneath brows, beard and hair. */
    void paintOnSkin() {
        if (traits.has(Mark.WAR_PAINT)) {
            warPaint();
        }
        if (!traits.has(Mark.ARM_TATTOO) && (traits.has(Mark.FACE_TATTOO) || traits.has(Mark.GLOWING_TATTOO))) {
            tattoo(traits.has(Mark.GLOWING_TATTOO));
        }
        if (traits.has(Mark.SCAR_LEFT)) {
            scar(-1);
        }
        if (traits.has(Mark.SCAR_RIGHT)) {
            scar(1);
        }
    }

    private void scar(int side) {
        double[] line = view.map(
                3,
                side * (face.eyeX() + 18),
                -58,
                side * (face.eyeX() + 8),
                -24,
                side * (face.eyeX() + 12),
                34,
                side * (face.eyeX() - 2),
                74,
                side * (face.eyeX() - 14),
                104);
        Rgb tissue = palette.skin().mix(Rgb.of(0xf0b0a0), 0.55);
        svg.fill(Outline.ribbon(new double[] {0.6, 7, 4, 8, 0.6}, line), palette.skinDeep(), 0.7);
        svg.fill(Outline.ribbon(new double[] {0.4, 4.2, 2.2, 5, 0.4}, line), tissue, 0.95);
        for (int i = 1; i < 4; i++) {
            double cx = line[2 * i];
            double cy = line[2 * i + 1] + 10;
            svg.stroke(Outline.through(cx - 8, cy + 3, cx + 8, cy - 2), palette.skinDeep(), 1.8, 0.5);
        }
    }

    private void warPaint() {
        Rgb paint = traits.outfitColours().isEmpty() ? Rgb.of(0x8f2a2a) : palette.accent();
        svg.openClip(FaceOutline.data(face, view, 0));
        svg.fill(
                Outline.around(view.map(
                        2,
                        -face.halfWidth(),
                        -8,
                        -40,
                        -18,
                        0,
                        -10,
                        40,
                        -18,
                        face.halfWidth(),
                        -8,
                        face.halfWidth(),
                        22,
                        50,
                        30,
                        0,
                        20,
                        -50,
                        30,
                        -face.halfWidth(),
                        22)),
                paint,
                0.62);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 2; i++) {
                svg.fill(
                        Outline.ribbon(
                                new double[] {9, 8, 2},
                                view.map(
                                        2,
                                        side * (52 + i * 22),
                                        34,
                                        side * (54 + i * 22),
                                        66,
                                        side * (50 + i * 20),
                                        98)),
                        paint,
                        0.6);
            }
        }
        svg.close();
    }

    private void tattoo(boolean glowing) {
        Rgb ink = glowing ? palette.glow() : palette.skin().times(0.28, 0.30, 0.42);
        double strength = glowing ? 0.95 : 0.62;
        int side = -view.farSide();
        double x = side * face.eyeX();
        double[][] lines = {
            {x + side * 30, 22, x + side * 22, 46, x + side * 30, 72, x + side * 10, 104},
            {x + side * 14, 30, x + side * 4, 54, x + side * 14, 80, x - side * 2, 98},
            {x + side * 38, -22, x + side * 48, -52, x + side * 34, -84, x + side * 6, -100},
            {x + side * 26, -58, x + side * 8, -76, x - side * 20, -70, x - side * 34, -92}
        };
        for (double[] line : lines) {
            double[] mapped = view.map(2, line);
            if (glowing) {
                svg.stroke(Outline.through(mapped), ink, 11, 0.28);
            }
            svg.fill(Outline.ribbon(new double[] {1, 6, 4.5, 0.8}, mapped), ink, strength);
            if (glowing) {
                svg.fill(Outline.ribbon(new double[] {0.5, 2.4, 1.8, 0.4}, mapped), Rgb.WHITE, 0.9);
            }
        }
        for (int i = 0; i < 3; i++) {
            svg.ellipse(view.x(x + side * (20 - i * 15), 2), -108 + i * 5, 3.4, 3.4, ink, strength);
        }
    }

    /** Marks worn before the face. */
    void paintWorn() {
        if (traits.has(Mark.EYEPATCH)) {
            eyepatch();
        }
        if (traits.has(Mark.GLASSES)) {
            glasses();
        }
    }

    private void eyepatch() {
        int side = -view.farSide();
        double x = view.x(side * face.eyeX(), 4);
        Rgb leather = Rgb.of(0x2a2023);
        svg.stroke(
                Outline.through(view.map(
                        4,
                        -face.halfWidth() * 0.99,
                        side > 0 ? -92 : -20,
                        side * face.eyeX(),
                        -30,
                        face.halfWidth() * 0.99,
                        side > 0 ? -20 : -92)),
                leather,
                7,
                1);
        String patch = Outline.around(x - 44, -30, x, -36, x + 44, -28, x + 38, 14, x + 4, 34, x - 36, 16);
        svg.fill(
                patch,
                svg.radial(
                        x + sitting.light() * 12,
                        -14,
                        66,
                        Svg.stop(0, leather.lighter(0.3)),
                        Svg.stop(1, leather.darker(0.4))));
        svg.stroke(patch, leather.lighter(0.35), 1.8, 0.6);
    }

    private void glasses() {
        Rgb frame = palette.trim().darker(0.15);
        double r = face.eyeHalf() * 1.24;
        for (int side = -1; side <= 1; side += 2) {
            double x = view.x(side * face.eyeX(), 14);
            svg.ellipse(x, 3, r, r * 0.94, Rgb.of(0xdff0ff), 0.13);
            svg.stroke(Outline.ellipse(x, 3, r, r * 0.94), frame.darker(0.5), 5.5, 0.9);
            svg.stroke(Outline.ellipse(x, 3, r, r * 0.94), frame.lighter(0.25), 2.6, 1);
            svg.fill(Outline.leaf(x - r * 0.62, 3, x - r * 0.4, -r * 0.5, x + r * 0.1, -r * 0.72, 4), Rgb.WHITE, 0.5);
            svg.stroke(
                    Outline.through(x + side * r, 0, view.x(side * face.halfWidth() * 0.98), -8),
                    frame.darker(0.3),
                    4,
                    0.9);
        }
        svg.stroke(
                Outline.through(view.x(-face.eyeX(), 14) + r, 0, view.x(0, 26), -6, view.x(face.eyeX(), 14) - r, 0),
                frame.darker(0.2),
                4.5,
                1);
    }

    /** A pendant and tattooed arms; in picture units. */
    void paintOnBody() {
        Figure figure = sitting.figure();
        double x = figure.bodyX();
        if (traits.has(Mark.PENDANT)) {
            double half = figure.neckHalf();
            double y = figure.pit() + 108;
            String chain = Outline.through(
                    x - half - 6,
                    figure.pit() - 26,
                    x - half * 0.5,
                    y - 50,
                    x,
                    y - 18,
                    x + half * 0.5,
                    y - 50,
                    x + half + 6,
                    figure.pit() - 26);
            svg.stroke(chain, palette.trim().darker(0.55), 5, 0.9);
            svg.stroke(chain, palette.trim().lighter(0.35), 2.2, 1);
            svg.ellipse(x, y, 21, 25, palette.trim().darker(0.4), 1);
            svg.ellipse(x, y - 1, 18, 22, palette.trim().lighter(0.2), 1);
            svg.ellipse(
                    x,
                    y - 1,
                    12,
                    15,
                    svg.radial(
                            x,
                            y + 5,
                            18,
                            Svg.stop(0, palette.glow().lighter(0.5)),
                            Svg.stop(1, palette.glow().saturate(1.3).darker(0.5))),
                    1);
            svg.ellipse(x - 4, y - 7, 3.4, 4, Rgb.WHITE, 0.85);
        }
        if (traits.has(Mark.GLOWING_TATTOO) || traits.has(Mark.ARM_TATTOO)) {
            for (int side = -1; side <= 1; side += 2) {
                double ax = x + side * figure.shoulderHalf() * 0.90;
                for (int i = 0; i < 3; i++) {
                    double y = figure.shoulderY() + 110 + i * 66;
                    String rune = Outline.through(ax - 34, y + 10, ax - 10, y - 20, ax + 6, y + 18, ax + 32, y - 12);
                    svg.stroke(rune, palette.glow(), 16, 0.28);
                    svg.stroke(rune, palette.glow().lighter(0.3), 6, 0.9);
                    svg.stroke(rune, Rgb.WHITE, 2, 0.9);
                }
            }
        }
    }
}
