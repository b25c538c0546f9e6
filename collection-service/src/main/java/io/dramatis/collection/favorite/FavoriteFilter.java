package io.dramatis.collection.favorite;

import java.util.Locale;
import java.util.Optional;

/**
 * Which favourites a list is of.
 *
 * @param genre as the catalogue has it
 * @param pattern for {@code ilike … escape '!'}
 */
record FavoriteFilter(Optional<String> genre, Optional<String> pattern) {

    /** Both may be null or blank, which means all. */
    static FavoriteFilter of(String genre, String q) {
        return new FavoriteFilter(
                text(genre).map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_")),
                text(q).map(text -> "%" + text.replaceAll("[!%_]", "!$0") + "%"));
    }

    private static Optional<String> text(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
