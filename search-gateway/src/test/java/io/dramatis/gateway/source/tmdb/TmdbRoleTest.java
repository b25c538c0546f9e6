package io.dramatis.gateway.source.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TmdbRoleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "Sherlock Holmes | Sherlock Holmes | null",
                "Naruto Uzumaki (voice) | Naruto Uzumaki | voice",
                "Darth Vader (voice) (uncredited) | Darth Vader | voice, uncredited",
                "Spock (archive footage) | Spock | archive footage",
                "Elsa (singing voice) | Elsa | singing voice",
                "Batman (Bruce Wayne) | Batman (Bruce Wayne) | null",
                "R2-D2/C-3PO | R2-D2/C-3PO | null",
                "Selfridge | Selfridge | null",
            })
    void readsOneCharacter(String character, String name, String performance) {
        assertThat(TmdbRole.parse(character)).singleElement().satisfies(role -> {
            assertThat(role.name()).isEqualTo(name);
            assertThat(role.performance()).isEqualTo(performance);
        });
    }

    @Test
    void readsSeveralCharactersWithARemarkForAll() {
        assertThat(TmdbRole.parse("Yubaba / Zeniba (voice)"))
                .extracting(TmdbRole::name, TmdbRole::isVoice)
                .containsExactly(tuple("Yubaba", true), tuple("Zeniba", true));
        assertThat(TmdbRole.parse("Narrator / Self")).extracting(TmdbRole::name).containsExactly("Narrator");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "Self",
                "Himself",
                "Self - Guest",
                "Self (archive footage)",
                "(voice)",
                "(uncredited)",
                "Additional Voices (voice)",
                "—",
                " / "
            })
    void readsNoCharacter(String character) {
        assertThat(TmdbRole.parse(character)).isEmpty();
    }

    @Test
    void knowsWhoAppearsAsThemselves() {
        assertThat(TmdbRole.isSelf("Self - Guest")).isTrue();
        assertThat(TmdbRole.isSelf("Herself")).isTrue();
        assertThat(TmdbRole.isSelf("Selfridge")).isFalse();
        assertThat(TmdbRole.isSelf(null)).isFalse();
    }

    @Test
    void takesANicknameForAnotherName() {
        assertThat(TmdbRole.parse("Robert \"Bob\" Paulson").get(0).aliases()).containsExactly("Robert Paulson", "Bob");
        assertThat(TmdbRole.parse("Parvati 'Paro' Chakraborty").get(0).aliases())
                .containsExactly("Parvati Chakraborty", "Paro");
        assertThat(TmdbRole.parse("Miles O'Brien of T'Kon").get(0).aliases()).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoNameAnyMore() {
        assertThat(TmdbRole.parse("The man who ".repeat(20))).isEmpty();
    }
}
