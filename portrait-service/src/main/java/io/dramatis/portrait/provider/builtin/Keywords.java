package io.dramatis.portrait.provider.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An ordered table from keywords to values. The first entry whose keyword begins a word of the text wins, so specific
 * words stand before general ones. A word right after "no" or "without" does not count.
 */
final class Keywords<T> {

    private static final int LONGEST_TEXT = 2_000;

    private final List<Entry<T>> entries = new ArrayList<>();

    private record Entry<T>(String keyword, T value) {}

    Keywords<T> add(T value, String... keywords) {
        for (String keyword : keywords) {
            entries.add(new Entry<>(" " + keyword, value));
        }
        return this;
    }

    /** The value of the first entry, in the order of the table, that the text mentions. */
    Optional<T> first(String normalized) {
        return entry(normalized).map(Entry::value);
    }

    /** The keyword by which {@link #first} found its value. */
    Optional<String> firstKeyword(String normalized) {
        return entry(normalized).map(entry -> entry.keyword().strip());
    }

    boolean in(String normalized) {
        return entry(normalized).isPresent();
    }

    private Optional<Entry<T>> entry(String normalized) {
        return entries.stream()
                .filter(entry -> mentions(normalized, entry.keyword()))
                .findFirst();
    }

    /** The same table with one value alone. */
    Keywords<T> only(T value) {
        Keywords<T> some = new Keywords<>();
        for (Entry<T> entry : entries) {
            if (entry.value().equals(value)) {
                some.entries.add(entry);
            }
        }
        return some;
    }

    /** The text without the words that the table knows. */
    String strip(String normalized) {
        String rest = normalized;
        for (Entry<T> entry : entries) {
            for (int at = rest.indexOf(entry.keyword()); at >= 0; at = rest.indexOf(entry.keyword(), at)) {
                int end = rest.indexOf(' ', at + entry.keyword().length() - 1);
                rest = rest.substring(0, at) + (end < 0 ? " " : rest.substring(end));
            }
        }
        return rest;
    }

    /** The values of all entries the text mentions, in the order of the table and without repetition. */
    List<T> all(String normalized) {
        List<T> found = new ArrayList<>();
        for (Entry<T> entry : entries) {
            if (!found.contains(entry.value()) && mentions(normalized, entry.keyword())) {
                found.add(entry.value());
            }
        }
        return found;
    }

    /** The value mentioned earliest in the text, and after it the others in the order of the text. */
    List<T> inTextOrder(String normalized) {
        List<T> found = new ArrayList<>();
        for (int at = 0; at >= 0 && at < normalized.length(); at = normalized.indexOf(' ', at + 1)) {
            for (Entry<T> entry : entries) {
                if (normalized.startsWith(entry.keyword(), at)) {
                    if (!found.contains(entry.value())) {
                        found.add(entry.value());
                    }
                    break;
                }
            }
        }
        return found;
    }

    private static boolean mentions(String normalized, String keyword) {
        for (int at = normalized.indexOf(keyword); at >= 0; at = normalized.indexOf(keyword, at + 1)) {
            if (!normalized.startsWith(" no", at - 3) && !normalized.startsWith(" without", at - 8)) {
                return true;
            }
        }
        return false;
    }

    /** How a profile writes a value. */
    static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Lower case letters and single spaces, clauses parted by " , ", with a space at either end. */
    static String normalize(String... texts) {
        StringBuilder out = new StringBuilder(" ");
        for (String text : texts) {
            if (text == null) {
                continue;
            }
            int length = Math.min(text.length(), LONGEST_TEXT);
            for (int i = 0; i < length; i++) {
                append(out, text.charAt(i));
            }
            append(out, ',');
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        boolean afterSpace = out.charAt(out.length() - 1) == ' ';
        if (c >= 'a' && c <= 'z') {
            out.append(c);
        } else if (c >= 'A' && c <= 'Z') {
            out.append((char) (c + ('a' - 'A')));
        } else if (c == ',' || c == ';' || c == '.') {
            out.append(afterSpace ? ", " : " , ");
        } else if (c != '\'' && !afterSpace) {
            out.append(' ');
        }
    }

    /** The clauses of a text already normalized: what stands between commas, "and" and "with". */
    static List<String> clauses(String normalized) {
        List<String> clauses = new ArrayList<>();
        for (String clause : normalized.split(" , | and | with ")) {
            clauses.add(" " + clause + " ");
        }
        return clauses;
    }
}
