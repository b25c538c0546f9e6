package io.dramatis.events;

/**
 * How a character looks: seed 002's schema and the details later features need. Enumerated values are lower snake
 * case, the rest is free text of at most 500 characters; every one may be null.
 */
public record VisualProfile(
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
        String artStyle) {}
