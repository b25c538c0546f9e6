package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "Naruto Uzumaki, Uzumaki Naruto",
        "Naruto Uzumaki, ナルト うずまき",
        "Kakashi-sensei, Kakashi",
        "Kakashi Sensei, kakashi",
        "Naruto-kun, Naruto",
        "Mr. Darcy, Darcy",
        "Dr. Watson, Doctor Watson",
        "Sir Lancelot, Lancelot",
        "Monkey D. Luffy, Luffy Monkey",
        "John H. Watson, Watson John",
        "Лев Толстой, Lev Tolstoy",
    })
    void knowsAPersonUnderTheirFormsOfName(String one, String other) {
        assertThat(Spelling.of(one).nameKey()).isEqualTo(Spelling.of(other).nameKey());
    }

    @ParameterizedTest
    @CsvSource({
        "Jackie Chan, Jackie",
        "San, ''",
        "Sensei, ''",
        "Mr., ''",
        "L, ''",
        "Mr. T, Mr. B",
        "J. R., R.",
    })
    void dropsNothingThatIsTheName(String one, String other) {
        assertThat(Spelling.of(one).nameKey())
                .isNotEmpty()
                .isNotEqualTo(Spelling.of(other).nameKey());
    }

    @Test
    void findsWordsThatAreWrittenTogether() {
        Spelling khan = Spelling.of("Shah Rukh Khan");

        assertThat(khan.wordsSpelling(Spelling.of("shahrukh").joined())).isEqualTo(2);
        assertThat(khan.wordsSpelling(Spelling.of("Shahrukh Khan").joined())).isEqualTo(3);
        assertThat(khan.wordsSpelling("sha")).isEqualTo(-1);
        assertThat(khan.wordsSpelling("shahruhhanx")).isEqualTo(-1);
    }

    @Test
    void looksAtABoundedPartOfLongText() {
        Spelling endless = Spelling.of("na ".repeat(100_000));

        assertThat(endless.keys()).hasSizeLessThanOrEqualTo(12);
        assertThat(endless.folded()).hasSizeLessThanOrEqualTo(120);
        assertThat(Spelling.of("?!").isEmpty()).isTrue();
        assertThat(Spelling.of("ь ь").keys()).containsExactly("ь", "ь");
    }
}
