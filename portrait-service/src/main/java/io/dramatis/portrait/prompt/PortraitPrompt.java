package io.dramatis.portrait.prompt;

import io.dramatis.events.VisualProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds the prompt from a character's profile, in the order of seed 002's {@code _build_portrait_prompt}: name,
 * descriptor, gender, race, age, class, expression, facial features, attire, distinguishing feature, pose, additions.
 * The raw prompt is what the profile says; {@link #styled} is what an image provider is given.
 */
public final class PortraitPrompt {

    private static final String DEFAULT_STYLE = "painterly";

    private PortraitPrompt() {}

    /**
     * @param additions the user's own words, or null
     * @return comma-separated; absent fields leave no trace
     */
    public static String raw(String name, VisualProfile visual, String additions) {
        List<String> parts = new ArrayList<>();
        add(parts, "", name);
        add(parts, "", words(visual.facialExpression()));
        add(parts, "", words(visual.gender()));
        add(parts, "", title(visual.race()));
        add(parts, "", words(visual.ageCategory()));
        add(parts, "", title(visual.characterClass()));
        if (present(visual.facialExpression())) {
            parts.add(words(visual.facialExpression()) + " expression");
        }
        add(parts, "", visual.facialFeatures());
        add(parts, "wearing ", visual.attire());
        add(parts, "", visual.distinguishingFeature());
        add(parts, "", words(visual.pose()));
        add(parts, "", additions);
        return String.join(", ", parts);
    }

    /**
     * Puts the raw prompt into the portrait template and adds what the seed's order leaves out but a picture shows.
     *
     * @param style a style preset; null for the default
     */
    public static String styled(String raw, VisualProfile visual, String style) {
        List<String> parts = new ArrayList<>();
        parts.add("Cinematic " + words(style == null ? DEFAULT_STYLE : style) + " fantasy portrait, face close-up");
        parts.add(raw);
        add(parts, "", suffixed(words(visual.build()), " build"));
        add(parts, "", visual.heightDescription());
        add(parts, "hair: ", visual.hair());
        add(parts, "eyes: ", visual.eyes());
        add(parts, "skin: ", visual.skin());
        add(parts, "outfit colours: ", visual.outfitColors());
        add(parts, "holding ", visual.primaryWeapon());
        add(parts, "background: ", visual.backgroundSetting());
        parts.add("soft key light, detailed eyes, shallow depth of field");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String prefix, String value) {
        if (present(value)) {
            parts.add(prefix + value.strip());
        }
    }

    private static boolean present(String value) {
        return value != null && !value.isBlank();
    }

    private static String suffixed(String value, String suffix) {
        return present(value) ? value + suffix : null;
    }

    /** {@code dark_elf} as {@code dark elf}; {@code non_binary} keeps its hyphen. */
    private static String words(String wire) {
        if (wire == null) {
            return null;
        }
        String value = wire.toLowerCase(Locale.ROOT);
        return value.equals("non_binary") ? "non-binary" : value.replace('_', ' ');
    }

    /** {@code half_elf} as {@code Half Elf}. */
    private static String title(String wire) {
        if (!present(wire)) {
            return null;
        }
        StringBuilder title = new StringBuilder();
        for (String word : words(wire).split(" ")) {
            title.append(title.isEmpty() ? "" : " ")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return title.toString();
    }
}
