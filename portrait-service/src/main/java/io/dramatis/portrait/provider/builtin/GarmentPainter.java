package io.dramatis.portrait.provider.builtin;

/** What all painters of dress measure by, and what they have in common. */
abstract class GarmentPainter {

    final Sitting sitting;
    final Svg svg;
    final Figure figure;
    final Palette palette;
    final BodyPainter body;

    /** The middle of the body. */
    final double x;

    /** Half the width of the neck. */
    final double half;

    /** Where the neck meets the chest. */
    final double pit;

    /** The height of the shoulders. */
    final double top;

    /** Half the width of the shoulders. */
    final double reach;

    /** The side that the light comes from: -1 or 1. */
    final int light;

    GarmentPainter(Sitting sitting, BodyPainter body) {
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.figure = sitting.figure();
        this.palette = sitting.palette();
        this.body = body;
        this.x = figure.bodyX();
        this.half = figure.neckHalf();
        this.pit = figure.pit();
        this.top = figure.shoulderY();
        this.reach = figure.shoulderHalf();
        this.light = sitting.light();
    }

    /** A colour as the light falls on it from shoulder to shoulder. */
    final String lit(Rgb colour) {
        return svg.linear(
                x + light * reach,
                top,
                x - light * reach,
                1024,
                Svg.stop(0, colour.lighter(0.16)),
                Svg.stop(0.45, colour),
                Svg.stop(1, colour.darker(0.42)));
    }

    /** A round button, gem or rivet. */
    final void stud(double cx, double cy, double radius, Rgb colour) {
        svg.ellipse(cx + 1, cy + 3, radius * 1.05, radius, Rgb.BLACK, 0.35);
        svg.ellipse(
                cx,
                cy,
                radius,
                radius,
                svg.radial(
                        cx + light * radius * 0.35,
                        cy - radius * 0.4,
                        radius * 1.4,
                        Svg.stop(0, colour.lighter(0.65)),
                        Svg.stop(0.45, colour),
                        Svg.stop(1, colour.darker(0.6))),
                1);
    }
}
