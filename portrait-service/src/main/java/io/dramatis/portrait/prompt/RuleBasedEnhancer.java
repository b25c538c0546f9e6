package io.dramatis.portrait.prompt;

import java.util.ArrayList;
import java.util.List;

/** Makes a prompt of a brief by rules alone: the same brief gives the same prompt, without asking anybody. */
final class RuleBasedEnhancer {

    static final String ID = "rules";

    private static final int OPENING = 98;
    private static final int FREE_STYLE = 90;
    private static final int CLOSING = 20;
    private static final int MAX_STYLE = 100;

    private RuleBasedEnhancer() {}

    static EnhancedPrompt enhance(PromptBrief brief) {
        PortraitStyle style = style(brief);
        List<PromptPart> body = new ArrayList<>(PortraitPrompt.subject(brief));
        body.addAll(PortraitPrompt.details(brief.visual()));
        return new EnhancedPrompt(styled(brief, style, body), style.negative(), ID);
    }

    /** The style's template around what it is to show. */
    static PromptText styled(PromptBrief brief, PortraitStyle style, List<PromptPart> body) {
        List<PromptPart> parts = new ArrayList<>();
        parts.add(new PromptPart(style.opening(), OPENING));
        parts.addAll(body);
        String free = freeStyle(brief);
        if (free != null) {
            parts.add(new PromptPart("in the style of " + free, FREE_STYLE));
        }
        style.closing().forEach(text -> parts.add(new PromptPart(text, CLOSING)));
        return new PromptText(parts);
    }

    /** The one asked for, else the profile's art style, else the default. */
    static PortraitStyle style(PromptBrief brief) {
        return PortraitStyle.named(brief.style())
                .or(() -> PortraitStyle.named(brief.visual().artStyle()))
                .orElse(PortraitStyle.DEFAULT);
    }

    /** The profile's art style, or another producer's style, where it is no preset but somebody's own words. */
    private static String freeStyle(PromptBrief brief) {
        String words = brief.style() != null ? brief.style() : brief.visual().artStyle();
        if (words == null || PortraitStyle.named(words).isPresent()) {
            return null;
        }
        String clean = PromptCleaner.clean(PortraitPrompt.words(words), MAX_STYLE);
        return clean.isEmpty() ? null : clean;
    }
}
