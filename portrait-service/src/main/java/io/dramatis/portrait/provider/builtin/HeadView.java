package io.dramatis.portrait.provider.builtin;

/**
 * Turns a face drawn flat, in head units, into the same face seen from a little to the side: points are laid on an
 * ellipsoid and rotated. What lies in front of it, such as the tip of the nose, moves further.
 */
final class HeadView {

    private final double half;
    private final double depth;
    private final double sine;
    private final double cosine;
    private final double offset;
    private final double pitch;

    HeadView(double halfWidth, double yawDegrees, double pitch) {
        this.half = halfWidth;
        this.depth = halfWidth * 0.80;
        double yaw = StrictMath.toRadians(yawDegrees);
        this.sine = StrictMath.sin(yaw);
        this.cosine = StrictMath.cos(yaw);
        this.offset = depth * sine * 0.30;
        this.pitch = pitch;
    }

    /** Where a point of the face lands; {@code ahead} is how far it stands out from the ellipsoid. */
    double x(double x, double ahead) {
        return x * cosine + (surface(x) + ahead) * sine - offset;
    }

    double x(double x) {
        return x(x, 0);
    }

    /** The shift down of a point when the head is bowed. */
    double y(double x, double y, double ahead) {
        return y + pitch * (surface(x) + ahead) / depth;
    }

    /** Maps flat x, y pairs. */
    double[] map(double ahead, double... xy) {
        double[] mapped = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            mapped[i] = x(xy[i], ahead);
            mapped[i + 1] = y(xy[i], xy[i + 1], ahead);
        }
        return mapped;
    }

    double[] map(double[] xy) {
        return map(0, xy);
    }

    /** How far the silhouette's low parts (chin and jaw) follow the turn of the head. */
    double chinShift() {
        return depth * sine * 0.62;
    }

    double sine() {
        return sine;
    }

    /** The side of the face turned away: 1 for the right of the picture, -1 for the left. */
    int farSide() {
        return sine >= 0 ? 1 : -1;
    }

    private double surface(double x) {
        double share = x / (half * 1.04);
        return depth * Math.sqrt(Math.max(0, 1 - share * share));
    }
}
