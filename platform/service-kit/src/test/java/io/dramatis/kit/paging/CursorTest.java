package io.dramatis.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWent() {
        UUID id = UUID.randomUUID();
        Instant time = Instant.parse("2026-01-02T03:04:05.678Z");

        Cursor cursor = Cursor.parse(Cursor.of(time, "Ō'Hara, \"x\"", id).encode());

        assertThat(cursor.instant(0)).isEqualTo(time);
        assertThat(cursor.part(1)).isEqualTo("Ō'Hara, \"x\"");
        assertThat(cursor.uuid(2)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "a b", "====", "_w", "AA"})
    void refusesWhatIsNoneOfOurs(String text) {
        assertInvalid(() -> Cursor.parse(text).uuid(0));
    }

    @Test
    void refusesPartsOfAnotherList() {
        Cursor cursor = Cursor.of("name");

        assertInvalid(() -> cursor.part(1));
        assertInvalid(() -> cursor.instant(0));
        assertInvalid(() -> cursor.uuid(0));
        assertInvalid(() -> Cursor.of(Instant.MAX).instant(0));
        assertInvalid(() -> Cursor.of(Instant.MIN).instant(0));
        assertInvalid(() -> Cursor.parse("a".repeat(5_000)));
        assertInvalid(
                () -> Cursor.parse(Base64.getUrlEncoder().encodeToString("a\0b".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void endsAListWithItsLastPage() {
        Page<String> more = Page.of(List.of("a", "b", "c"), 2, Cursor::of);
        Page<String> last = Page.of(List.of("a", "b"), 2, Cursor::of);

        assertThat(more.items()).containsExactly("a", "b");
        assertThat(Cursor.parse(more.nextCursor()).part(0)).isEqualTo("b");
        assertThat(last.items()).containsExactly("a", "b");
        assertThat(last.nextCursor()).isNull();
        assertThat(more.map(String::length).items()).containsExactly(1, 1);
    }

    private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, failure -> assertThat(failure.code())
                .isEqualTo(ErrorCode.INVALID_CURSOR));
    }
}
