package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;
import java.util.HashMap;
import java.util.Map;

/** A brief in the making, by the names of its fields; what is not said is left to the artist. */
final class Briefs {

    private final Map<String, String> said = new HashMap<>();
    private long identitySeed = 7;
    private long variation;

    static Briefs sitter() {
        return new Briefs();
    }

    static PortraitBrief empty() {
        return sitter().build();
    }

    Briefs with(String field, String value) {
        said.put(field, value);
        return this;
    }

    Briefs with(String field, Enum<?> value) {
        return with(field, Keywords.wire(value));
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
        return new PortraitBrief(profile(), said.get("additions"), null, identitySeed, variation);
    }

    VisualProfile profile() {
        return new VisualProfile(
                said.get("race"),
                said.get("gender"),
                said.get("characterClass"),
                said.get("ageCategory"),
                said.get("build"),
                said.get("heightDescription"),
                said.get("facialExpression"),
                said.get("facialFeatures"),
                said.get("attire"),
                said.get("primaryWeapon"),
                said.get("distinguishingFeature"),
                said.get("backgroundSetting"),
                said.get("pose"),
                said.get("hair"),
                said.get("eyes"),
                said.get("skin"),
                said.get("outfitColors"),
                said.get("artStyle"));
    }
}
