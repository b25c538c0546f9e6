package io.dramatis.portrait.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a prompt into a provider's limit. The least important part goes first; of a long one, as much is kept as there is
 * room for, up to the end of a clause or else of a word.
 */
final class PromptShortener {

    /** Shorter parts say one thing and go as a whole: half of "holding a longsword" helps nobody. */
    private static final int DIVISIBLE = 40;

    private static final int WORTH_KEEPING = 20;

    private PromptShortener() {}

    /** The parts in their order; a sentence that has its full stop gets no comma besides. */
    static String join(List<PromptPart> parts) {
        StringBuilder text = new StringBuilder();
        for (PromptPart part : parts) {
            if (!text.isEmpty()) {
                text.append(endsSentence(text) ? " " : ", ");
            }
            text.append(part.text());
        }
        return text.toString();
    }

    static String shorten(List<PromptPart> parts, int maxLength) {
        List<PromptPart> kept = new ArrayList<>(parts);
        String text = join(kept);
        while (text.length() > maxLength && kept.size() > 1) {
            int least = leastImportant(kept);
            PromptPart part = kept.get(least);
            int room = part.text().length() - (text.length() - maxLength);
            String rest = part.text().length() >= DIVISIBLE && room >= WORTH_KEEPING ? cut(part.text(), room) : "";
            if (rest.length() >= WORTH_KEEPING) {
                kept.set(least, new PromptPart(rest, part.importance()));
            } else {
                kept.remove(least);
            }
            text = join(kept);
        }
        return text.length() > maxLength ? cut(text, maxLength) : text;
    }

    /** Among equals the last. */
    private static int leastImportant(List<PromptPart> parts) {
        int least = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).importance() <= parts.get(least).importance()) {
                least = i;
            }
        }
        return least;
    }

    /** At most so long, ending with a clause if that keeps half of it, else with a word. */
    private static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int word = -1;
        int clause = -1;
        for (int i = 0; i <= maxLength; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                word = i;
            } else if (isClauseEnd(c)) {
                clause = i;
            }
        }
        int end = clause >= maxLength / 2 ? clause : word;
        if (end <= 0) {
            // One endless word, or a script without spaces.
            end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        }
        return text.substring(0, end).strip();
    }

    private static boolean isClauseEnd(char c) {
        return c == ',' || c == ';' || c == '.' || c == '，' || c == '、' || c == '。';
    }

    private static boolean endsSentence(CharSequence text) {
        char last = text.charAt(text.length() - 1);
        return last == '.' || last == '!' || last == '?' || last == '。' || last == '！' || last == '？';
    }
}
