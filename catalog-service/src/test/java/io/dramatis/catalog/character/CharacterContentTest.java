package io.dramatis.catalog.character;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.catalog.profile.ProfileLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterContentTest {

    @Test
    void isTrimmedAndHasNoBlankText() {
        CharacterContent content = CharacterContent.of(external("  Spike ", "  ", List.of(" So long. ", " ")));

        assertThat(content.name()).isEqualTo("Spike");
        assertThat(content.description()).isNull();
        assertThat(content.exampleResponses()).containsExactly("So long.");
        assertThat(content.genre()).isEqualTo("slice_of_life");
        assertThat(content.visual().gender()).isEqualTo("non_binary");
    }

    @Test
    void shortensASourcesDescriptionAtAWord() {
        String description = CharacterContent.of(external("Spike", "word ".repeat(2_000), null))
                .description();

        assertThat(description)
                .hasSizeLessThanOrEqualTo(ProfileLimits.LONG_TEXT)
                .endsWith("word…");
    }

    @Test
    void shortensTextWithoutWordsBetweenCodePoints() {
        String description = CharacterContent.of(external("Spike", "a" + "\ud83d\ude00".repeat(3_000), null))
                .description();

        assertThat(description)
                .hasSizeLessThanOrEqualTo(ProfileLimits.LONG_TEXT)
                .endsWith("\ud83d\ude00…");
    }

    @Test
    void isLeftAsItIsByItsOwnRequest() {
        CharacterContent content = CharacterContent.of(external("Spike", "A bounty hunter.", List.of("Whatever.")));

        assertThat(CharacterContent.of(CharacterRequest.of(content))).isEqualTo(content);
    }

    private static FromExternalRequest external(String name, String description, List<String> examples) {
        return new FromExternalRequest(
                name, null, description, null, examples, "Slice of Life", "anilist", "1", null, null);
    }
}
