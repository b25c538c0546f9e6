package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;

/**
 * Everything a portrait may be told about its sitter. Every text may be null, unknown or hostile: the enumerated
 * fields carry lower snake case wire values, the others are English free text from which only keywords are read.
 *
 * @param identitySeed decides who the sitter is: the geometry of the face and the natural colouring
 * @param variation decides incidental things only: the tilt of the head, the light, details of the background
 */
public record PortraitBrief(
        String name,
        String race,
        String gender,
        String characterClass,
        String ageCategory,
        String build,
        String heightDescription,
        String facialExpression,
        String facialFeatures,
        String attire,
        String primaryWeapon,
        String distinguishingFeature,
        String backgroundSetting,
        String pose,
        String hair,
        String eyes,
        String skin,
        String outfitColors,
        String artStyle,
        String additions,
        long identitySeed,
        long variation) {

    /** @param style a preset, or null for the profile's own art style */
    static PortraitBrief of(
            String name, VisualProfile visual, String additions, String style, long identitySeed, long variation) {
        return new PortraitBrief(
                name,
                visual.race(),
                visual.gender(),
                visual.characterClass(),
                visual.ageCategory(),
                visual.build(),
                visual.heightDescription(),
                visual.facialExpression(),
                visual.facialFeatures(),
                visual.attire(),
                visual.primaryWeapon(),
                visual.distinguishingFeature(),
                visual.backgroundSetting(),
                visual.pose(),
                visual.hair(),
                visual.eyes(),
                visual.skin(),
                visual.outfitColors(),
                style == null ? visual.artStyle() : style,
                additions,
                identitySeed,
                variation);
    }
}
