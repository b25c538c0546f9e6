package io.dramatis.catalog.character;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it is compared, sorted and searched: what people take for the same name has the same key. */
final class NameKey {

    /**
     * NFKC may lengthen a text up to eighteen times. Cut here, a key always fits a B-tree entry and a cursor; names of
     * the length that the API takes are longer than this only when they are made of nothing but such ligatures.
     */
    static final int MAX_LENGTH = 200;

    private NameKey() {}

    /** NFKC, lower case, trimmed, inner white space as one space; empty for null. */
    static String of(String name) {
        if (name == null) {
            return "";
        }
        String key = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        if (key.length() <= MAX_LENGTH) {
            return key;
        }
        int end = Character.isHighSurrogate(key.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return key.substring(0, end).strip();
    }

    /** What the substring search looks at: the name's key and the universe's, which no query can span. */
    static String search(String name, String universe) {
        return of(name) + '\n' + of(universe);
    }
}
