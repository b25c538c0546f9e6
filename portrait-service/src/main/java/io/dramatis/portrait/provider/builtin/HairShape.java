package io.dramatis.portrait.provider.builtin;

/**
 * The two curves hair lies between, in head units: the outer one over the crown and the hairline over the brow. Both
 * run from the left ear (-1) over the middle (0) to the right ear (1); everything combed follows a blend of them.
 */
final class HairShape {

    private static final double SPAN = StrictMath.toRadians(113);
    private static final double CENTRE_Y = -58;

    private final double rx;
    private final double ry;
    private final double shift;
    private final double[] hairline;

    HairShape(FaceGeometry face, HeadView view, double volume) {
        double w = face.halfWidth();
        this.rx = w + volume * 0.72;
        this.ry = -face.skullTop() + CENTRE_Y + volume;
        this.shift = view.chinShift() * -0.18;
        double top = face.hairlineY() - 26 * face.recession();
        double corner = 16 * face.recession();
        this.hairline = view.map(new double[] {
            -w * 1.00,
            4,
            -w * 0.93,
            -44,
            -w * 0.84,
            top + 34 - corner,
            -w * 0.52,
            top - 2 - corner * 2,
            0,
            top + 5,
            w * 0.52,
            top - 2 - corner * 2,
            w * 0.84,
            top + 34 - corner,
            w * 0.93,
            -44,
            w * 1.00,
            4
        });
    }

    double outerX(double t) {
        return StrictMath.sin(t * SPAN) * rx + shift;
    }

    double outerY(double t) {
        return CENTRE_Y - StrictMath.cos(t * SPAN) * ry;
    }

    double lineX(double t) {
        return along(t, 0);
    }

    double lineY(double t) {
        return along(t, 1);
    }

    /** The x of the blend: 0 lies on the outer curve, 1 on the hairline. */
    double x(double t, double blend) {
        return outerX(t) + (lineX(t) - outerX(t)) * blend;
    }

    double y(double t, double blend) {
        return outerY(t) + (lineY(t) - outerY(t)) * blend;
    }

    /** The area between the two curves. */
    String cap() {
        int steps = 12;
        double[] xy = new double[(steps + 1) * 2 + hairline.length];
        int at = 0;
        for (int i = 0; i <= steps; i++) {
            double t = -1 + 2.0 * i / steps;
            xy[at++] = outerX(t);
            xy[at++] = outerY(t);
        }
        for (int i = hairline.length - 2; i >= 0; i -= 2) {
            xy[at++] = hairline[i];
            xy[at++] = hairline[i + 1];
        }
        return Outline.around(xy);
    }

    /** A combed lock following the blend from one place to another. */
    double[] strand(double from, double to, double blendFrom, double blendTo, int points) {
        double[] xy = new double[points * 2];
        for (int i = 0; i < points; i++) {
            double u = i / (double) (points - 1);
            double t = from + (to - from) * u;
            double blend = blendFrom + (blendTo - blendFrom) * u;
            xy[2 * i] = x(t, blend);
            xy[2 * i + 1] = y(t, blend);
        }
        return xy;
    }

    private double along(double t, int axis) {
        int last = hairline.length / 2 - 1;
        double place = Math.max(0, Math.min(last, (t + 1) / 2 * last));
        int index = Math.min(last - 1, (int) place);
        double u = place - index;
        double a = hairline[2 * index + axis];
        double b = hairline[2 * index + 2 + axis];
        return a + (b - a) * u;
    }
}
