package io.dramatis.gateway.source.dnd5e;

import io.dramatis.gateway.source.Typos;
import java.util.List;

/** How well a query names something, with a few letters wrong, in the plural, or written as one word or as two. */
final class Dnd5eNames {

    private static final double SAME = 1;
    private static final double BEGINNING = 0.8;
    private static final double MISSPELT = 0.7;
    /** Of a name that is a part of the query, as both of "tiefling warlock". */
    private static final double CONTAINED = 0.4;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int ONE_EDIT_FROM = 5;
    private static final int TWO_EDITS_FROM = 9;

    private Dnd5eNames() {}

    /**
     * 0 for not at all, 1 for exactly. Every word of the query has to be in the name.
     *
     * @param either whether it is enough that every word of the name is in the query
     */
    static double score(List<String> query, List<String> name, boolean either) {
        String together = String.join("", query);
        String nameTogether = String.join("", name);
        double whole = together.equals(nameTogether) || singular(together).equals(nameTogether)
                ? SAME
                : misspelt(together, nameTogether) || misspelt(singular(together), nameTogether) ? MISSPELT : 0;
        double words = found(query, name, true);
        if (words > 0) {
            // The more of the name is asked for, the better: "red dragon" is no "half red dragon veteran".
            words *= 0.5 + 0.5 * Math.min(1.0, (double) query.size() / name.size());
        } else if (either) {
            words = CONTAINED * found(name, query, false);
        }
        return Math.max(whole, words);
    }

    /** The mean of how well each of {@code wanted} is found; 0 where one is not. */
    private static double found(List<String> wanted, List<String> present, boolean beginnings) {
        double sum = 0;
        for (String word : wanted) {
            double best = 0;
            for (String other : present) {
                best = Math.max(best, alike(word, other, beginnings));
            }
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return sum / wanted.size();
    }

    private static double alike(String word, String other, boolean beginnings) {
        if (word.equals(other) || singular(word).equals(other) || word.equals(singular(other))) {
            return SAME;
        }
        if (beginnings && word.length() >= SHORTEST_BEGINNING && other.startsWith(word)) {
            return BEGINNING;
        }
        return misspelt(word, other) || misspelt(singular(word), other) ? MISSPELT : 0;
    }

    /** Good enough for English names; "dwarves", "harpies", "liches", "goblins". */
    static String singular(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        String stem = word.substring(0, word.length() - 1);
        if (stem.endsWith("ve")) {
            return stem.substring(0, stem.length() - 2) + "f";
        }
        if (stem.endsWith("ie")) {
            return stem.substring(0, stem.length() - 2) + "y";
        }
        if (stem.endsWith("che") || stem.endsWith("she") || stem.endsWith("sse") || stem.endsWith("xe")) {
            return stem.substring(0, stem.length() - 1);
        }
        return stem;
    }

    private static boolean misspelt(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        if (shorter < ONE_EDIT_FROM) {
            return false;
        }
        int bound = shorter < TWO_EDITS_FROM ? 1 : 2;
        return Typos.between(word, other, bound) <= bound;
    }
}
