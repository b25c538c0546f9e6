package io.dramatis.portrait.provider.builtin;

/**
 * What all painters of one portrait share.
 *
 * @param light the side the key light comes from: -1 left, 1 right
 * @param asleep whether the eyes are shut, as in a blink
 */
record Sitting(
        Svg svg,
        Traits traits,
        FaceGeometry face,
        HeadView head,
        Figure figure,
        Palette palette,
        int light,
        HairStyle hairStyle,
        BeardStyle beard,
        boolean asleep) {

    /** Opens a group in head units, so that what is drawn turns and tilts with the head. */
    void openHead() {
        svg.openAt(figure.headX(), figure.headY(), figure.tilt(), figure.headScale(), figure.headScale());
    }

    Dice dice(int purpose) {
        return Dice.of(face.locks(), purpose);
    }
}
