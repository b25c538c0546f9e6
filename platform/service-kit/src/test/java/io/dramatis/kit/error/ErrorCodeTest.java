package io.dramatis.kit.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void hasATitleAndAnErrorStatus(ErrorCode code) {
        assertThat(code.title()).isNotBlank().doesNotEndWith(".");
        assertThat(code.status()).isBetween(400, 599);
        assertThat(code.severity()).isEqualTo(code.status() >= 500 ? "error" : "warning");
    }

    /** Seed 001 fixes these. */
    @ParameterizedTest
    @CsvSource({
        "CHARACTER_NOT_FOUND,404",
        "CHARACTER_VALIDATION,400",
        "CHARACTER_CREATION,500",
        "CHARACTER_UPDATE,500",
        "CHARACTER_DELETION,500",
        "CHARACTER_IMAGE,500",
        "CHARACTER_ERROR,500"
    })
    void keepsTheSeedsCodes(ErrorCode code, int status) {
        assertThat(code.status()).isEqualTo(status);
    }

    @Test
    void namesOperationsLikeTheSeed() {
        assertThat(SnakeCase.operation("CharacterResource", "getCharacter")).isEqualTo("characters.get_character");
        assertThat(SnakeCase.operation("SearchResource", "searchCharacters")).isEqualTo("searches.search_characters");
        assertThat(SnakeCase.operation("LibraryResource", "addItem")).isEqualTo("libraries.add_item");
        assertThat(SnakeCase.operation("MediaResource", "getImage")).isEqualTo("media.get_image");
    }
}
