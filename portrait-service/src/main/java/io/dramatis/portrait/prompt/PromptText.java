package io.dramatis.portrait.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A prompt that knows what in it matters, so that it can be made shorter without losing its meaning. */
public record PromptText(List<PromptPart> parts) {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])\\s*(?=\\S)");
    private static final int FIRST_SENTENCE = 90;
    private static final int LATER_SENTENCE = 5;
    private static final int LEAST = 10;

    public PromptText {
        parts = List.copyOf(parts);
    }

    /** Prose, as people and language models write it: the earlier a sentence, the more it matters. */
    public static PromptText ofProse(String text) {
        List<PromptPart> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text.strip())) {
            int importance = Math.max(LEAST, FIRST_SENTENCE - LATER_SENTENCE * sentences.size());
            sentences.add(new PromptPart(sentence, importance));
        }
        return new PromptText(sentences);
    }

    /** All of it. */
    public String text() {
        return PromptShortener.join(parts);
    }

    /** @param maxLength in characters */
    public String within(int maxLength) {
        return PromptShortener.shorten(parts, maxLength);
    }
}
