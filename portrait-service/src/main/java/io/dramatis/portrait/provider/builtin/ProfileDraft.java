package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;

/** A profile in the making: what a variant shows, while its wishes are worked in one after another. */
final class ProfileDraft {

    private static final int LONGEST = 500;

    private final VisualProfile base;
    String age;
    String expression;
    String features;
    String attire;
    String weapon;
    String distinguishing;
    String setting;
    String pose;
    String hair;
    String eyes;
    String skin;
    String outfitColours;
    String additions;

    ProfileDraft(VisualProfile base, String additions) {
        this.base = base;
        this.age = base.ageCategory();
        this.expression = base.facialExpression();
        this.features = base.facialFeatures();
        this.attire = base.attire();
        this.weapon = base.primaryWeapon();
        this.distinguishing = base.distinguishingFeature();
        this.setting = base.backgroundSetting();
        this.pose = base.pose();
        this.hair = base.hair();
        this.eyes = base.eyes();
        this.skin = base.skin();
        this.outfitColours = base.outfitColors();
        this.additions = additions;
    }

    VisualProfile profile() {
        return new VisualProfile(
                base.race(),
                base.gender(),
                base.characterClass(),
                age,
                base.build(),
                base.heightDescription(),
                expression,
                kept(features),
                kept(attire),
                kept(weapon),
                kept(distinguishing),
                kept(setting),
                pose,
                kept(hair),
                kept(eyes),
                kept(skin),
                kept(outfitColours),
                base.artStyle());
    }

    VisualProfile base() {
        return base;
    }

    /** Texts joined by commas; those that say nothing are left out. Null where nothing is left. */
    static String join(String first, String second) {
        if (first == null || first.isBlank()) {
            return second == null || second.isBlank() ? null : second.strip();
        }
        return second == null || second.isBlank() ? first.strip() : first.strip() + ", " + second.strip();
    }

    /** What was said last matters most, so that is what stays of a text grown too long. */
    private static String kept(String text) {
        if (text == null || text.length() <= LONGEST) {
            return text;
        }
        String end = text.substring(text.length() - LONGEST);
        return Character.isLowSurrogate(end.charAt(0)) ? end.substring(1) : end;
    }
}
