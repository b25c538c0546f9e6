package io.dramatis.gateway.source.wikimedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLanguageTest {

    private static final List<String> OFFERED = List.of("en", "ru", "hi", "ja", "ar");

    @ParameterizedTest
    @CsvSource({
        "Sherlock Holmes, en",
        "Edmond Dantès, en",
        "Лев Толстой, ru",
        "शाहरुख़ ख़ान, hi",
        "うずまきナルト, ja",
        "夜神月, ja",
        "NARUTO -ナルト- 疾風伝, ja",
        "شيرلوك هولمز, ar",
        "이순신, en",
        "007, en",
        "🦉🐻, en",
    })
    void guessesByTheScriptOfMostLetters(String name, String language) {
        assertThat(QueryLanguage.of(name, OFFERED)).isEqualTo(language);
    }

    @Test
    void fallsBackOnTheFirstLanguageOffered() {
        assertThat(QueryLanguage.of("Лев Толстой", List.of("de", "en"))).isEqualTo("de");
    }
}
