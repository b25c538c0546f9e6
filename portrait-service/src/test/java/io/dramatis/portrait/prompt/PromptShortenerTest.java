package io.dramatis.portrait.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PromptShortenerTest {

    private static final String LONG =
            "a scar across the left cheek, one of many from the war in the north, which nobody speaks of";

    @Test
    void leavesAloneWhatFits() {
        List<PromptPart> parts = List.of(part("an elf", 90), part("a ranger", 80));

        assertThat(PromptShortener.shorten(parts, 16)).isEqualTo("an elf, a ranger");
    }

    @Test
    void dropsTheLeastImportantFirstAndOfEqualsTheLast() {
        List<PromptPart> parts = List.of(part("tall", 10), part("an elf", 90), part("old", 20), part("wise", 20));

        assertThat(PromptShortener.shorten(parts, 20)).isEqualTo("an elf, old, wise");
        assertThat(PromptShortener.shorten(parts, 16)).isEqualTo("an elf, old");
        assertThat(PromptShortener.shorten(parts, 6)).isEqualTo("an elf");
    }

    @Test
    void keepsOfALongPartWhatThereIsRoomFor() {
        List<PromptPart> parts = List.of(part("an elf", 90), part(LONG, 50));

        assertThat(PromptShortener.shorten(parts, 80))
                .isEqualTo("an elf, a scar across the left cheek, one of many from the war in the north");
        assertThat(PromptShortener.shorten(parts, 60)).isEqualTo("an elf, a scar across the left cheek");
        assertThat(PromptShortener.shorten(parts, 30)).isEqualTo("an elf, a scar across the left");
        assertThat(PromptShortener.shorten(parts, 25)).isEqualTo("an elf");
    }

    @Test
    void cutsWhatIsLeftAtAWordAndNeverInsideOfACharacter() {
        assertThat(PromptShortener.shorten(List.of(part("supercalifragilistic expialidocious", 1)), 25))
                .isEqualTo("supercalifragilistic");
        assertThat(PromptShortener.shorten(List.of(part("😀😀😀", 1)), 3)).isEqualTo("😀");
    }

    @Test
    void joinsSentencesAsProse() {
        assertThat(PromptText.ofProse(" She is old. She smiles!  Does she? yes ")
                        .text())
                .isEqualTo("She is old. She smiles! Does she? yes");
        assertThat(PromptText.ofProse("An 8.5 mm lens, f/2.8. Soft.").text()).isEqualTo("An 8.5 mm lens, f/2.8. Soft.");
        assertThat(PromptText.ofProse("彼女は老いた。微笑む。").within(8)).isEqualTo("彼女は老いた。");
        assertThat(PromptText.ofProse("She is old. She smiles. She rests.").within(24))
                .isEqualTo("She is old. She smiles.");
    }

    /** Whatever it is given, the result fits, is not empty, and says nothing that was not said. */
    @Test
    void alwaysFits() {
        Random random = new Random(20260301);
        for (int round = 0; round < 2_000; round++) {
            List<PromptPart> parts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(12); i++) {
                parts.add(part(words(random), random.nextInt(100)));
            }
            int limit = 1 + random.nextInt(200);

            String text = PromptShortener.shorten(parts, limit);

            assertThat(text).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
            for (String word : text.split("[ ,.]+")) {
                assertThat(PromptShortener.join(parts)).contains(word);
            }
        }
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder("w");
        for (int i = 0; i < random.nextInt(60); i++) {
            text.append("abc ,.😀é".charAt(random.nextInt(6)));
        }
        return text.append('w').toString();
    }

    private static PromptPart part(String text, int importance) {
        return new PromptPart(text, importance);
    }
}
