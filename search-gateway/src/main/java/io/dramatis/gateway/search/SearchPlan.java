package io.dramatis.gateway.search;

import io.dramatis.gateway.source.SearchCategory;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which sources a category asks. All of {@code first} at the same time; {@code fallback} only where those gave nothing.
 * Names sources by id, whether or not this installation has them.
 */
record SearchPlan(List<String> first, List<String> fallback) {

    private static final String ANILIST = "anilist";
    private static final String MANGADEX = "mangadex";
    private static final String TMDB = "tmdb";
    private static final String OPENLIBRARY = "openlibrary";
    private static final String DND5E = "dnd5e";
    private static final String WIKIPEDIA = "wikipedia";
    private static final String WIKIDATA = "wikidata";

    static SearchPlan of(SearchCategory category) {
        return switch (category) {
            case ANIME -> new SearchPlan(List.of(ANILIST), List.of(WIKIPEDIA));
            case MANGA -> new SearchPlan(List.of(ANILIST, MANGADEX), List.of(WIKIPEDIA));
            case MOVIE, TV, BOLLYWOOD -> new SearchPlan(List.of(TMDB), List.of(WIKIPEDIA));
            case BOOK -> new SearchPlan(List.of(OPENLIBRARY), List.of(WIKIPEDIA));
            case DND -> new SearchPlan(List.of(DND5E), List.of());
            case OTHER -> new SearchPlan(List.of(WIKIPEDIA, WIKIDATA), List.of());
            case ALL ->
                new SearchPlan(List.of(ANILIST, TMDB, OPENLIBRARY, MANGADEX, DND5E, WIKIPEDIA, WIKIDATA), List.of());
        };
    }

    /** All of them, in the order in which they speak where several know the same character. */
    List<String> order() {
        return Stream.concat(first.stream(), fallback.stream()).toList();
    }
}
