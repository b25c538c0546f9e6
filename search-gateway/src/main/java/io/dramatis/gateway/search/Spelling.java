package io.dramatis.gateway.search;

import io.dramatis.gateway.source.FoldedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A name or a query in the forms in which it is compared; made once for each text of a search. */
final class Spelling {

    /** What is looked at of a longer text. */
    private static final int MAX_LENGTH = 120;

    private static final int MAX_WORDS = 12;

    private static final Set<String> TITLES_BEFORE =
            Set.of("mr mrs ms miss dr doctor prof professor sir dame lord lady madame monsieur master".split(" "));
    private static final Set<String> HONORIFICS_AFTER = Set.of("sensei", "senpai", "sempai", "sama", "dono");
    /** These are names, too, as in Jackie Chan, so that only a hyphen tells. */
    private static final Set<String> HYPHENATED_AFTER = Set.of("san", "kun", "chan", "tan");

    private final String text;
    private final String folded;
    private final String[] words;
    private final String[] keys;
    private final int first;
    private final int end;
    private String[] significant;
    private String joined;
    private String nameKey;

    private Spelling(String text, String folded, String[] words) {
        this.text = text;
        this.folded = folded;
        this.words = words;
        this.keys = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            String key = Romanised.of(words[i]);
            // A lone soft sign is silent.
            keys[i] = key.isEmpty() ? words[i] : key;
        }
        int start = words.length > 1 && TITLES_BEFORE.contains(words[0]) ? 1 : 0;
        this.first = start;
        this.end = words.length - start > 1 && endsWithHonorific() ? words.length - 1 : words.length;
    }

    static Spelling of(String text) {
        String bounded = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
        String folded = FoldedText.of(bounded);
        return new Spelling(bounded, folded, split(folded));
    }

    private static String[] split(String folded) {
        if (folded.isEmpty()) {
            return new String[0];
        }
        if (folded.indexOf(' ') < 0) {
            return new String[] {folded};
        }
        List<String> words = new ArrayList<>(4);
        int from = 0;
        while (from < folded.length() && words.size() < MAX_WORDS) {
            int space = folded.indexOf(' ', from);
            int to = space < 0 ? folded.length() : space;
            words.add(folded.substring(from, to));
            from = to + 1;
        }
        return words.toArray(String[]::new);
    }

    private boolean endsWithHonorific() {
        String last = words[words.length - 1];
        if (HYPHENATED_AFTER.contains(last)) {
            int hyphen = text.length() - last.length() - 1;
            return hyphen > 0 && text.charAt(hyphen) == '-';
        }
        return HONORIFICS_AFTER.contains(last);
    }

    /** As it was written. */
    String text() {
        return text;
    }

    /** Without case and accents. */
    String folded() {
        return folded;
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    String[] words() {
        return words;
    }

    /** The words in Latin letters as far as possible; see {@link Romanised}. */
    String[] keys() {
        return keys;
    }

    /** The keys that tell whose name it is: without honorifics, and without initials where two words stand without. */
    String[] significant() {
        if (significant == null) {
            List<String> whole = new ArrayList<>(end - first);
            for (int i = first; i < end; i++) {
                if (!isInitial(keys[i])) {
                    whole.add(keys[i]);
                }
            }
            significant = whole.size() > 1 ? whole.toArray(String[]::new) : Arrays.copyOfRange(keys, first, end);
        }
        return significant;
    }

    /** All keys without the spaces between them: one's "Shahrukh" is another one's "Shah Rukh". */
    String joined() {
        if (joined == null) {
            joined = keys.length == 1 ? keys[0] : String.join("", keys);
        }
        return joined;
    }

    /** Equal for names of the same words, in any order and script, with or without honorifics and initials. */
    String nameKey() {
        if (nameKey == null) {
            String[] sorted = significant().clone();
            Arrays.sort(sorted);
            nameKey = String.join(" ", sorted);
        }
        return nameKey;
    }

    /**
     * The same for telling people apart: a title stays where it is all that does, as with Mr. and Mrs. Weasley.
     */
    String identityKey() {
        return first > 0 && end - first == 1 ? titleBefore() + " " + keys[first] : nameKey();
    }

    /** What somebody with a title is called for short, as a key: Dr. John Watson is Dr. Watson. Null for others. */
    String shortKey() {
        return first > 0 && end - first > 1 ? titleBefore() + " " + keys[end - 1] : null;
    }

    private String titleBefore() {
        return switch (words[0]) {
            case "doctor" -> "dr";
            case "professor" -> "prof";
            default -> words[0];
        };
    }

    boolean hasKey(String key) {
        for (String own : keys) {
            if (own.equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** How many of the first words make up this text when written together; -1 where none do. */
    int wordsSpelling(String together) {
        int done = 0;
        for (int i = 0; i < keys.length; i++) {
            if (!together.startsWith(keys[i], done)) {
                return -1;
            }
            done += keys[i].length();
            if (done == together.length()) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether it is in Latin letters itself. */
    boolean isLatin() {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) >= 0x370) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is in a script that sets no spaces between words. */
    boolean isUnspaced() {
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 0x3040 && c < 0xA000 || c >= 0xE00 && c < 0xF00 || c >= 0xF900 && c < 0xFB00) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInitial(String key) {
        return key.length() == 1 && key.charAt(0) >= 'a' && key.charAt(0) <= 'z';
    }

    @Override
    public String toString() {
        return folded;
    }
}
