package io.dramatis.portrait.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptCleanerTest {

    @Test
    void makesOneLineOfIt() {
        assertThat(PromptCleaner.clean("  a\u0000\r\n\tb\u0085c\u2028d\u00A0 e ", 100))
                .isEqualTo("a b c d e");
    }

    @Test
    void takesOutWhatShowsNothing() {
        assertThat(PromptCleaner.clean("a\u202Eb\u200Bc\uFEFFd\uD800e\uE000f\uDB40\uDC41g\u2066h", 100))
                .isEqualTo("abcdefgh");
    }

    @Test
    void leavesWhatScriptsAreWrittenWith() {
        assertThat(PromptCleaner.clean("क्‍ष 👩‍🚀 می‌خواهم", 100)).isEqualTo("क्‍ष 👩‍🚀 می‌خواهم");
    }

    @Test
    void endsAtTheLimitWithAWholeCharacter() {
        assertThat(PromptCleaner.clean("abc def", 5)).isEqualTo("abc d");
        assertThat(PromptCleaner.clean("abc def", 4)).isEqualTo("abc");
        assertThat(PromptCleaner.clean("ab😀", 3)).isEqualTo("ab");
    }

    @Test
    void leavesNothingAsItIs() {
        assertThat(PromptCleaner.clean(null, 10)).isNull();
        assertThat(PromptCleaner.clean(" \n ", 10)).isEmpty();
    }
}
