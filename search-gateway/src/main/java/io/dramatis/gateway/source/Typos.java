package io.dramatis.gateway.source;

/**
 * How many typing mistakes lie between two words: letters left out, added, replaced, or two neighbours swapped (optimal
 * string alignment).
 */
public final class Typos {

    /** Longer words are not looked at; nobody types them, and the work grows with the square. */
    private static final int MAX_LENGTH = 64;

    private Typos() {}

    /** Mistakes that a word of this length may hold and still be taken for another one. */
    public static int allowed(int length) {
        if (length <= 3) {
            return 0;
        }
        return length <= 5 ? 1 : 2;
    }

    /** The number of mistakes where it is at most {@code bound}, else any greater number. */
    public static int between(String a, String b, int bound) {
        int tooMany = bound + 1;
        if (a.equals(b)) {
            return 0;
        }
        if (bound == 0
                || Math.abs(a.length() - b.length()) > bound
                || Math.max(a.length(), b.length()) > MAX_LENGTH
                || Long.bitCount(letters(a) ^ letters(b)) > 2 * bound) {
            return tooMany;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int cost = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            // A swap reaches back over one row, so that this one alone proves nothing before the last.
            if (least > bound + 1) {
                return tooMany;
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
        }
        return last[b.length()];
    }

    /** A mistake changes at most two bits of this; most pairs of words are told apart by that alone. */
    private static long letters(String word) {
        long bits = 0;
        for (int i = 0; i < word.length(); i++) {
            bits |= 1L << (word.charAt(i) & 63);
        }
        return bits;
    }
}
