package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRequestTest {

    @Test
    void trimsAndTakesDefaults() {
        SearchRequest request = SearchRequest.parse("  Naruto   Uzumaki ", null, null);

        assertThat(request.query().text()).isEqualTo("Naruto Uzumaki");
        assertThat(request.query().category()).isEqualTo(SearchCategory.ALL);
        assertThat(request.limit()).isEqualTo(20);
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(SearchRequest.parse("\uD83D\uDE00".repeat(200), "Anime", "100")
                        .limit())
                .isEqualTo(100);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        DomainException refusal = catchThrowableOfType(
                DomainException.class, () -> SearchRequest.parse("a\u0000".repeat(150), "sculpture", "101"));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("q", "q", "category", "limit");
        assertThat(refusal.violations().get(2).message()).contains("anime").contains("bollywood");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "ten", "1e2", "99999999999999999999", "+5"})
    void refusesALimitThatIsNone(String limit) {
        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> SearchRequest.parse("x", null, limit));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "a\u0000b", "a\nb", "\u001b[31m", "\ud800"})
    void refusesTextThatIsNone(String q) {
        DomainException refusal = catchThrowableOfType(DomainException.class, () -> SearchRequest.parse(q, null, null));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?!", "...", "\"", "-", "*:*", "\u0301", "\u200D"})
    void refusesTextInWhichThereIsNothingToFind(String q) {
        DomainException refusal = catchThrowableOfType(DomainException.class, () -> SearchRequest.parse(q, null, null));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"L", "9", "愛", "🦉", "👩\u200D👩\u200D👧", "שלום", "محمد", "क्\u200Dष", "Ⅳ", "C++", "नमस्ते"})
    void takesEverythingThatMayBeAName(String q) {
        assertThat(SearchRequest.parse(q, null, null).query().text()).isEqualTo(q);
    }
}
