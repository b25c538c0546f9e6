package io.dramatis.gateway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dramatis.gateway.source.TitleType;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleQueryTest {

    @Test
    void takesTextAndType() {
        assertThat(TitleQuery.parse("  one   piece ", "Manga")).isEqualTo(new TitleQuery("one piece", TitleType.MANGA));
        assertThat(TitleQuery.parse("x", " ")).isEqualTo(new TitleQuery("x", null));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> TitleQuery.parse("a\u0007".repeat(150), "book"));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("q", "q", "type");
        assertThat(refusal.violations().get(2).message()).isEqualTo("must be one of: anime, manga");
    }

    @Test
    void takesAnIdInsteadOfAText() {
        assertThat(TitleMaxQuery.parse("ignored", "anime", " 0020 "))
                .isEqualTo(new TitleMaxQuery(null, TitleType.ANIME, "20"));
        assertThat(TitleMaxQuery.parse("naruto", null, " ")).isEqualTo(new TitleMaxQuery("naruto", null, null));
        assertThat(TitleMaxQuery.parse(null, null, "2147483647").anilistId()).isEqualTo("2147483647");
    }

    @Test
    void needsOneOfTheTwo() {
        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> TitleMaxQuery.parse(" ", "book", null));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("q", "type");
        assertThat(refusal.violations().get(0).message()).contains("anilist_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1", "1.0", "2147483648", "99999999999999999999", "twenty", "1e3", "１"})
    void refusesAnIdThatIsNone(String id) {
        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> TitleMaxQuery.parse(null, "opera", id));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactlyInAnyOrder("type", "anilist_id");
    }
}
