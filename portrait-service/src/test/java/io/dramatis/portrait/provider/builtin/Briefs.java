package io.dramatis.portrait.provider.builtin;

import java.util.Map;
import java.util.TreeMap;

/** Builds briefs for tests, naming only the fields a test is about. */
final class Briefs {

    private final Map<String, String> fields = new TreeMap<>();
    private long identitySeed = 7;
    private long variation;

    static Briefs sitter() {
        return new Briefs();
    }

    static PortraitBrief empty() {
        return sitter().build();
    }

    Briefs with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Briefs identity(long seed) {
        identitySeed = seed;
        return this;
    }

    Briefs variation(long seed) {
        variation = seed;
        return this;
    }

    PortraitBrief build() {
        return new PortraitBrief(
                fields.get("name"),
                fields.get("race"),
                fields.get("gender"),
                fields.get("characterClass"),
                fields.get("ageCategory"),
                fields.get("build"),
                fields.get("heightDescription"),
                fields.get("facialExpression"),
                fields.get("facialFeatures"),
                fields.get("attire"),
                fields.get("primaryWeapon"),
                fields.get("distinguishingFeature"),
                fields.get("backgroundSetting"),
                fields.get("pose"),
                fields.get("hair"),
                fields.get("eyes"),
                fields.get("skin"),
                fields.get("outfitColors"),
                fields.get("artStyle"),
                fields.get("additions"),
                identitySeed,
                variation);
    }
}
