package io.dramatis.portrait.prompt;

import io.dramatis.events.VisualProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds the prompt from a character's profile, in the order of seed 002's {@code _build_portrait_prompt}: name,
 * descriptor, gender, race, age, class, expression, facial features, attire, distinguishing feature, pose, additions.
 */
public final class PortraitPrompt {

    /** As the API allows; other producers of requests are held to it here. */
    private static final int MAX_TEXT = 500;

    private final List<PromptPart> parts = new ArrayList<>();

    private PortraitPrompt() {}

    /**
     * What the profile says, before any enhancement.
     *
     * @param additions the user's own words, or null
     * @return comma-separated; absent fields leave no trace
     */
    public static String raw(String name, VisualProfile visual, String additions) {
        return PromptShortener.join(subject(new PromptBrief(name, visual, additions, null)));
    }

    /** In the seed's order; who it is matters most, and the user's own words. */
    static List<PromptPart> subject(PromptBrief brief) {
        VisualProfile visual = brief.visual();
        PortraitPrompt prompt = new PortraitPrompt();
        prompt.add(40, "", brief.name(), "");
        prompt.add(58, "", words(visual.facialExpression()), "");
        prompt.add(92, "", words(visual.gender()), "");
        prompt.add(96, "", title(visual.race()), "");
        prompt.add(84, "", words(visual.ageCategory()), "");
        prompt.add(86, "", title(visual.characterClass()), "");
        prompt.add(70, "", words(visual.facialExpression()), " expression");
        prompt.add(78, "", visual.facialFeatures(), "");
        prompt.add(68, "wearing ", visual.attire(), "");
        prompt.add(76, "", visual.distinguishingFeature(), "");
        prompt.add(46, "", words(visual.pose()), "");
        prompt.add(94, "", brief.additions(), "");
        return prompt.parts;
    }

    /** What the seed's order leaves out but a picture shows. */
    static List<PromptPart> details(VisualProfile visual) {
        PortraitPrompt prompt = new PortraitPrompt();
        prompt.add(56, "", words(visual.build()), " build");
        prompt.add(30, "", visual.heightDescription(), "");
        prompt.add(74, "hair: ", visual.hair(), "");
        prompt.add(66, "eyes: ", visual.eyes(), "");
        prompt.add(72, "skin: ", visual.skin(), "");
        prompt.add(50, "outfit colours: ", visual.outfitColors(), "");
        prompt.add(52, "holding ", visual.primaryWeapon(), "");
        prompt.add(42, "background: ", visual.backgroundSetting(), "");
        return prompt.parts;
    }

    private void add(int importance, String prefix, String value, String suffix) {
        String text = PromptCleaner.clean(value, MAX_TEXT);
        if (text != null && !text.isEmpty()) {
            parts.add(new PromptPart(prefix + text + suffix, importance));
        }
    }

    /** {@code dark_elf} as {@code dark elf}; {@code non_binary} keeps its hyphen. */
    static String words(String wire) {
        if (wire == null) {
            return null;
        }
        String value = wire.toLowerCase(Locale.ROOT);
        return value.equals("non_binary") ? "non-binary" : value.replace('_', ' ');
    }

    /** {@code half_elf} as {@code Half Elf}. */
    private static String title(String wire) {
        if (wire == null || wire.isBlank()) {
            return null;
        }
        StringBuilder title = new StringBuilder();
        for (String word : words(wire).strip().split("\\s+")) {
            int first = word.offsetByCodePoints(0, 1);
            title.append(title.isEmpty() ? "" : " ")
                    .append(word.substring(0, first).toUpperCase(Locale.ROOT))
                    .append(word.substring(first));
        }
        return title.toString();
    }
}
