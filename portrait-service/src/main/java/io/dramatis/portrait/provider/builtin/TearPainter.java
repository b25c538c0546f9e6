package io.dramatis.portrait.provider.builtin;

/** Paints the tears of who is crying; expects the head's group to be open. */
final class TearPainter {

    private static final Rgb WATER = Rgb.of(0xd8efff);

    private final Sitting sitting;
    private final Svg svg;
    private final FaceGeometry face;
    private final HeadView view;

    TearPainter(Sitting sitting) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.face = sitting.face();
        this.view = sitting.head();
    }

    void paint() {
        if (sitting.traits().expression() != Expression.CRYING) {
            return;
        }
        for (int side = -1; side <= 1; side += 2) {
            double x = side * face.eyeX();
            double end = side < 0 ? 104 : 84;
            double[] run = view.map(6, x - side * 6, 16, x + side * 2, 48, x + side * 5, end - 14, x + side * 3, end);
            svg.fill(
                    Outline.ribbon(new double[] {3, 6, 7.5, 11}, run),
                    sitting.palette().skinDeep(),
                    0.30);
            svg.fill(Outline.ribbon(new double[] {2, 4.5, 5.5, 9}, run), WATER, 0.72);
            svg.fill(Outline.ribbon(new double[] {0.6, 1.6, 2, 2.6}, run), Rgb.WHITE, 0.9);
            double dropX = run[run.length - 2];
            double dropY = run[run.length - 1];
            svg.ellipse(dropX, dropY + 2, 6, 8, WATER, 0.85);
            svg.ellipse(dropX - 2, dropY - 1, 1.8, 2.6, Rgb.WHITE, 0.95);
            svg.ellipse(view.x(x, 4), 15, face.eyeHalf() * 0.7, 3, WATER, 0.7);
        }
    }
}
