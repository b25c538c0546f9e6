package io.dramatis.gateway.source.wikimedia;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The language that a name is probably written in, as far as its script tells. */
public final class QueryLanguage {

    /** The largest wiki, and for names from fiction the likeliest, of the languages of each script. */
    private static final Map<UnicodeScript, String> LIKELIEST = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HAN, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta")));

    private QueryLanguage() {}

    /**
     * The language of most of the letters that are not Latin, which any language may have among its own.
     *
     * @param offered the languages to choose from; the first one where none fits
     */
    public static String of(String text, List<String> offered) {
        Map<String, Integer> letters = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .map(LIKELIEST::get)
                .filter(Objects::nonNull)
                .forEach(language -> letters.merge(language, 1, Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(offered::contains)
                .orElse(offered.get(0));
    }
}
