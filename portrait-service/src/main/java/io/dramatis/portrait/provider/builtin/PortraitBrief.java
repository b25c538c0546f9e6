package io.dramatis.portrait.provider.builtin;

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
        long variation) {}
