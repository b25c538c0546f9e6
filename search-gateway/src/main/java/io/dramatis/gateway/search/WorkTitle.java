package io.dramatis.gateway.search;

import java.util.List;
import java.util.Set;

/**
 * The title of a work, reduced to what its film, its series and its third season have in common.
 *
 * @param spelling of the whole
 * @param full the reduced title as a key, the subtitle included
 * @param base the same without the subtitle, or null where there is none
 * @param words the reduced title for people
 */
record WorkTitle(Spelling spelling, String full, String base, String words) {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    private static final Set<String> KINDS = Set.of(
            "film films movie movies tv series season part cour manga anime ova novel novels comics franchise universe the"
                    .split(" "));
    private static final Set<String> ROMAN = Set.of("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix");
    private static final List<String> SUBTITLE_MARKS = List.of(": ", " - ", " – ", " — ");

    static WorkTitle of(String title) {
        String bare = withoutQualifier(title.strip());
        Spelling whole = Spelling.of(bare);
        int subtitle = subtitleAt(bare);
        String base = subtitle < 0 ? "" : reduced(Spelling.of(bare.substring(0, subtitle)), true);
        return new WorkTitle(whole, reduced(whole, true), base.isEmpty() ? null : base, reduced(whole, false));
    }

    boolean isEmpty() {
        return full.isEmpty();
    }

    /** {@code "Berserk (1997 TV series)"}. */
    private static String withoutQualifier(String title) {
        int open = title.lastIndexOf(" (");
        return open > 0 && title.endsWith(")") ? title.substring(0, open) : title;
    }

    private static int subtitleAt(String title) {
        int first = -1;
        for (String mark : SUBTITLE_MARKS) {
            int at = title.indexOf(mark);
            if (at > 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }

    /** Without an article in front, an "and", and numbers and kinds at the end; keys as one, or words with spaces. */
    private static String reduced(Spelling title, boolean asKey) {
        String[] words = title.words();
        int from = words.length > 1 && ARTICLES.contains(words[0]) ? 1 : 0;
        int to = words.length;
        while (to - from > 1 && isCount(words[to - 1])) {
            to--;
        }
        StringBuilder reduced = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (!words[i].equals("and")) {
                reduced.append(asKey || reduced.isEmpty() ? "" : " ").append(asKey ? title.keys()[i] : words[i]);
            }
        }
        return reduced.toString();
    }

    private static boolean isCount(String word) {
        if (KINDS.contains(word) || ROMAN.contains(word)) {
            return true;
        }
        char first = word.charAt(0);
        boolean year = word.length() == 4 && (word.startsWith("19") || word.startsWith("20"));
        // 2, 12, 2nd; but 007 and 300 are titles.
        return first > '0' && first <= '9' && (year || word.length() <= 2 || word.matches("\\d{1,2}(st|nd|rd|th)"));
    }
}
