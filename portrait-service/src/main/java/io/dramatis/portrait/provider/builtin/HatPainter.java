package io.dramatis.portrait.provider.builtin;

/** What all painters of headwear measure by; in head units. */
abstract class HatPainter {

    final Sitting sitting;
    final Svg svg;
    final Palette palette;

    /** Half the width of head and hair. */
    final double w;

    /** The top of the skull. */
    final double top;

    /** How far the middle of the face is to the side of the head's. */
    final double turn;

    /** The side that the light comes from: -1 or 1. */
    final int light;

    HatPainter(Sitting sitting) {
        boolean bare = sitting.hairStyle() == HairStyle.BALD || sitting.hairStyle() == HairStyle.SHAVED;
        this.sitting = sitting;
        this.svg = sitting.svg();
        this.palette = sitting.palette();
        this.w = sitting.face().halfWidth() + (bare ? 3 : 16);
        this.top = sitting.face().skullTop();
        this.turn = sitting.head().chinShift() * 0.6;
        this.light = sitting.light();
    }

    /** @param shade how dark the side away from the light is */
    final String cloth(Rgb colour, double shade) {
        return svg.linear(
                light * w,
                0,
                -light * w,
                0,
                Svg.stop(0, colour.lighter(0.16)),
                Svg.stop(0.45, colour),
                Svg.stop(1, colour.darker(shade)));
    }
}
