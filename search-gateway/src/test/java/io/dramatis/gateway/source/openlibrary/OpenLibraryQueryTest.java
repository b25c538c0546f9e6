package io.dramatis.gateway.source.openlibrary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLibraryQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sherlock Holmes | Sherlock Holmes",
                "author:Doyle AND \"Holmes\" | author Doyle and Holmes",
                "Ed* (the [alchemist]) | Ed the alchemist",
                "-Holmes Jean-Luc | Holmes Jean-Luc",
                "Лев Толстой | Лев Толстой",
                "ナルト | ナルト",
            })
    void leavesWordsOnly(String text, String query) {
        assertThat(OpenLibraryQuery.of(text)).contains(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "Ed", "李白", "🦉🐻", "L:*", "the", "The", "\"THE\"", "***"})
    void asksNothingThatWouldBeRefused(String text) {
        assertThat(OpenLibraryQuery.of(text)).isEmpty();
    }
}
