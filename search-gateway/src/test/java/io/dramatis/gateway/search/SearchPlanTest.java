package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.SearchCategory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPlanTest {

    @ParameterizedTest
    @CsvSource({
        "ANIME, anilist, wikipedia",
        "MANGA, anilist mangadex, wikipedia",
        "MOVIE, tmdb, wikipedia",
        "TV, tmdb, wikipedia",
        "BOLLYWOOD, tmdb, wikipedia",
        "BOOK, openlibrary, wikipedia",
        "DND, dnd5e, ''",
        "OTHER, wikipedia wikidata, ''",
    })
    void asksTheSourcesOfTheCategoryFirst(SearchCategory category, String first, String fallback) {
        SearchPlan plan = SearchPlan.of(category);

        assertThat(plan.first()).containsExactly(first.split(" "));
        assertThat(String.join(" ", plan.fallback())).isEqualTo(fallback);
    }

    @Test
    void asksEveryoneForEverything() {
        SearchPlan plan = SearchPlan.of(SearchCategory.ALL);

        assertThat(plan.first())
                .containsExactlyInAnyOrder(
                        "anilist", "tmdb", "openlibrary", "wikipedia", "wikidata", "mangadex", "dnd5e");
        assertThat(plan.fallback()).isEqualTo(List.of());
    }
}
