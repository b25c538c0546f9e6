package io.dramatis.portrait.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.events.VisualProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortraitPromptTest {

    private static final VisualProfile NOTHING = new VisualProfile(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final VisualProfile GARRICK = new VisualProfile(
            "half_elf",
            "non_binary",
            "fighter",
            "middle_aged",
            "muscular",
            "tall",
            "determined",
            "broken nose",
            "steel breastplate",
            "longsword",
            "battle scars on arms",
            "training grounds",
            "weapon_ready",
            "short chestnut hair",
            "hazel",
            "tanned",
            "red and steel",
            "painterly");

    @Test
    void followsTheSeedsOrder() {
        assertThat(PortraitPrompt.raw("Garrick", GARRICK, "at dusk"))
                .isEqualTo("Garrick, determined, non-binary, Half Elf, middle aged, Fighter, determined expression, "
                        + "broken nose, wearing steel breastplate, battle scars on arms, weapon ready, at dusk");
    }

    @Test
    void leavesAbsentFieldsWithoutATrace() {
        assertThat(PortraitPrompt.raw("Ann", NOTHING, null)).isEqualTo("Ann");
        assertThat(PortraitPrompt.raw("Ann", NOTHING, "  ")).isEqualTo("Ann");
    }

    @Test
    void stylesWithWhatAPictureShowsBesides() {
        String raw = PortraitPrompt.raw("Garrick", GARRICK, null);

        assertThat(enhanced("Garrick", GARRICK, "ink"))
                .startsWith("Ink drawing portrait, face close-up, " + raw)
                .contains("muscular build", "holding longsword", "background: training grounds", "eyes: hazel")
                .contains("hair: short chestnut hair", "outfit colours: red and steel", "black ink on textured paper");
        assertThat(enhanced("Ann", NOTHING, null))
                .startsWith("Cinematic painterly")
                .doesNotContain("null");
    }

    @Test
    void takesTheProfilesArtStyleWhereNoneIsAskedFor() {
        assertThat(enhanced("Ann", inStyle("Pixel"), null)).startsWith("Pixel art");
        assertThat(enhanced("Ann", inStyle("Pixel"), "anime")).startsWith("Anime");
        assertThat(enhanced("Ann", inStyle("late Gothic\u0000 woodcut"), null))
                .startsWith("Cinematic painterly")
                .contains("in the style of late gothic woodcut");
        assertThat(enhanced("Ann", NOTHING, "cubist")).contains("in the style of cubist");
    }

    @Test
    void cleansWhatStrangersWrote() {
        assertThat(PortraitPrompt.raw("A\u0000nn\n\n\u202EEvil", NOTHING, "x".repeat(900)))
                .isEqualTo("A nn Evil, " + "x".repeat(500));
        assertThat(PortraitPrompt.raw("Ann", raceOf("  \u0007 _ "), null)).isEqualTo("Ann");
    }

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void hasATemplateForEachStyle(PortraitStyle style) {
        EnhancedPrompt prompt = RuleBasedEnhancer.enhance(new PromptBrief("Ann", GARRICK, null, style.wire()));

        assertThat(prompt.prompt().text())
                .startsWith(style.opening())
                .endsWith(style.closing().get(style.closing().size() - 1));
        assertThat(prompt.negative()).contains("watermark");
        assertThat(prompt.isByRules()).isTrue();
    }

    @Test
    void losesTheLeastImportantFirst() {
        PromptText prompt = RuleBasedEnhancer.enhance(new PromptBrief("Garrick", GARRICK, "by moonlight", "painterly"))
                .prompt();

        assertThat(prompt.within(330))
                .hasSizeLessThanOrEqualTo(330)
                .contains("Half Elf", "Fighter", "non-binary", "by moonlight", "broken nose", "steel breastplate")
                .doesNotContain("visible brushwork", "tall");
        assertThat(prompt.within(90))
                .hasSizeLessThanOrEqualTo(90)
                .contains("Cinematic painterly", "Half Elf", "by moonlight");
    }

    private static String enhanced(String name, VisualProfile visual, String style) {
        return RuleBasedEnhancer.enhance(new PromptBrief(name, visual, null, style))
                .prompt()
                .text();
    }

    private static VisualProfile inStyle(String style) {
        return new VisualProfile(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                style);
    }

    private static VisualProfile raceOf(String race) {
        return new VisualProfile(
                race, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }
}
