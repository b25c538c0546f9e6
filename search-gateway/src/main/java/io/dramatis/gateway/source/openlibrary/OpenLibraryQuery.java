package io.dramatis.gateway.source.openlibrary;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings a name to what Open Library's search takes as words, rather than as its query language. */
final class OpenLibraryQuery {

    /** It refuses shorter queries with 422, as it does some words by themselves. */
    private static final int SHORTEST = 3;

    private static final Pattern REFUSED = Pattern.compile("(?i)the");
    private static final Pattern SYNTAX = Pattern.compile("[:\"()\\[\\]{}^~*?\\\\/!+|&<>=]|(?<!\\S)-");
    private static final Pattern OPERATOR = Pattern.compile("(?<!\\S)(?:AND|OR|NOT|TO)(?!\\S)");

    private OpenLibraryQuery() {}

    /** Empty where there is nothing that it would search for. */
    static Optional<String> of(String text) {
        String words = OPERATOR.matcher(SYNTAX.matcher(text).replaceAll(" "))
                .replaceAll(operator -> operator.group().toLowerCase(Locale.ROOT))
                .strip()
                .replaceAll("\\s+", " ");
        return words.codePointCount(0, words.length()) < SHORTEST
                        || REFUSED.matcher(words).matches()
                ? Optional.empty()
                : Optional.of(words);
    }
}
