package io.dramatis.catalog.profile;

import io.dramatis.events.VisualProfile;
import io.dramatis.kit.validation.WireValues;

/** Visual profiles in the one form in which they are stored. */
public final class VisualProfiles {

    /** Seed 002's defaults for what nobody specified. */
    public static final Gender DEFAULT_GENDER = Gender.NON_BINARY;

    public static final Build DEFAULT_BUILD = Build.AVERAGE;
    public static final FacialExpression DEFAULT_EXPRESSION = FacialExpression.DETERMINED;

    private static final VisualProfile EMPTY = stored(new VisualProfile(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null));

    private VisualProfiles() {}

    /** Of a character of whose looks nothing is known. */
    public static VisualProfile empty() {
        return EMPTY;
    }

    /**
     * Enumerated values as on the wire, text trimmed, blank text absent, seed 002's defaults in place.
     *
     * @param valid as validated: an enumerated value is one of its enum, however it is spelt
     */
    public static VisualProfile stored(VisualProfile valid) {
        return new VisualProfile(
                choice(Race.class, valid.race(), null),
                choice(Gender.class, valid.gender(), DEFAULT_GENDER),
                choice(CharacterClass.class, valid.characterClass(), null),
                choice(AgeCategory.class, valid.ageCategory(), null),
                choice(Build.class, valid.build(), DEFAULT_BUILD),
                text(valid.heightDescription()),
                choice(FacialExpression.class, valid.facialExpression(), DEFAULT_EXPRESSION),
                text(valid.facialFeatures()),
                text(valid.attire()),
                text(valid.primaryWeapon()),
                text(valid.distinguishingFeature()),
                text(valid.backgroundSetting()),
                choice(Pose.class, valid.pose(), null),
                text(valid.hair()),
                text(valid.eyes()),
                text(valid.skin()),
                text(valid.outfitColors()),
                choice(ArtStyle.class, valid.artStyle(), null));
    }

    private static <E extends Enum<E> & Choice> String choice(Class<E> type, String text, E absent) {
        if (text == null) {
            return absent == null ? null : absent.wire();
        }
        return WireValues.parse(type, text)
                .map(Choice::wire)
                .orElseThrow(() -> new IllegalArgumentException("not validated: " + type.getSimpleName()));
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
