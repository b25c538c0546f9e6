package io.dramatis.portrait.provider.builtin;

import io.dramatis.portrait.prompt.PortraitStyle;
import java.util.List;
import java.util.Set;

/**
 * A brief reduced to what the painters understand. What the brief left open and only the sitter's nature can decide
 * (hair style, beard, colours) is null here and settled by {@link FaceGeometry} and {@link Palette}.
 */
record Traits(
        Race race,
        Gender gender,
        CharacterClass calling,
        AgeCategory age,
        Build build,
        Expression expression,
        Pose pose,
        HairStyle hairStyle,
        Rgb hairColour,
        BeardStyle beard,
        Rgb beardColour,
        Rgb eyeColour,
        Rgb skinColour,
        Set<Mark> marks,
        Rgb markColour,
        Outfit outfit,
        Headwear headwear,
        List<Rgb> outfitColours,
        Rgb trimColour,
        Weapon weapon,
        Companion companion,
        Scene scene,
        Grade grade,
        PortraitStyle style,
        double stature,
        long identitySeed,
        long variation) {

    boolean has(Mark mark) {
        return marks.contains(mark);
    }
}
