package io.dramatis.portrait.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.events.VisualProfile;
import org.junit.jupiter.api.Test;

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

        assertThat(PortraitPrompt.styled(raw, GARRICK, "ink"))
                .startsWith("Cinematic ink fantasy portrait")
                .contains(raw, "muscular build", "holding longsword", "background: training grounds", "eyes: hazel");
        assertThat(PortraitPrompt.styled("Ann", NOTHING, null))
                .startsWith("Cinematic painterly")
                .doesNotContain("null");
    }
}
