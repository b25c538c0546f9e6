package io.dramatis.catalog.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.paging.Cursor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterListTest {

    private static final UUID VIEWER = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID LAST = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00.123456Z");

    @ParameterizedTest
    @EnumSource(CharacterSort.class)
    void neverListsWhatWasGenerated(CharacterSort sort) {
        assertThat(list(null, false, "", sort, null).toStatement().sql()).contains("source <> 'generated'");
        assertThat(list(VIEWER, true, "", sort, null).toStatement().sql()).contains("source <> 'generated'");
        assertThat(list(VIEWER, false, "", sort, null).toStatement().sql().split("source <> 'generated'", -1))
                .hasSize(3);
    }

    @Test
    void readsNothingOfAnybodysButWhatIsPublishedWithoutAViewer() {
        CharacterList.Statement statement =
                list(null, false, "", CharacterSort.UPDATED_AT, null).toStatement();

        assertThat(statement.sql())
                .endsWith(" where published and source <> 'generated' order by updated_at desc, id desc limit 21");
        assertThat(statement.parameters()).isEmpty();
    }

    @Test
    void goesOnBehindTheCursorInItsOrder() {
        CharacterList.Statement byTime = list(null, false, "", CharacterSort.CREATED_AT, cursor("created_at", TIME))
                .toStatement();
        CharacterList.Statement byName = list(null, false, "", CharacterSort.NAME, cursor("name", "spike"))
                .toStatement();

        assertThat(byTime.sql()).contains("(created_at, id) < ($1, $2)", "order by created_at desc, id desc");
        assertThat(byTime.parameters()).containsExactly(TIME.atOffset(ZoneOffset.UTC), LAST);
        assertThat(byName.sql()).contains("(name_key, id) > ($1, $2)", "order by name_key, id");
        assertThat(byName.parameters()).containsExactly("spike", LAST);
    }

    @Test
    void takesWildcardsAsLetters() {
        assertThat(list(null, false, "100%_\\", CharacterSort.NAME, null)
                        .toStatement()
                        .parameters())
                .containsExactly("%100\\%\\_\\\\%");
    }

    @Test
    void neverPutsAValueIntoTheStatement() {
        String sql = list(VIEWER, false, "'; drop table characters; --", CharacterSort.NAME, cursor("name", "'x"))
                .toStatement()
                .sql();

        assertThat(sql).doesNotContain("drop", "'x", VIEWER.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "1900-01-01T00:00:00Z", "x"})
    void refusesTimesThatNoRowHas(String time) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> list(null, false, "", CharacterSort.UPDATED_AT, cursor("updated_at", time))
                        .toStatement())
                .matches(refused -> refused.code() == ErrorCode.INVALID_CURSOR);
    }

    @Test
    void refusesTheCursorOfAnotherOrder() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> list(null, false, "", CharacterSort.UPDATED_AT, cursor("created_at", TIME))
                        .toStatement())
                .matches(refused -> refused.code() == ErrorCode.INVALID_CURSOR);
    }

    private static Cursor cursor(String sort, Object key) {
        return Cursor.of(sort, key, LAST);
    }

    private static CharacterList list(UUID viewer, boolean mine, String query, CharacterSort sort, Cursor cursor) {
        return new CharacterList(viewer, mine, null, null, query, sort, cursor, 20);
    }
}
