package io.dramatis.portrait.prompt;

/**
 * A prompt ready for an image provider.
 *
 * @param negative what the picture must not show, for providers that take such
 * @param by who wrote it: {@code rules}, or {@code chat:} and a model
 */
public record EnhancedPrompt(PromptText prompt, String negative, String by) {

    /** Whether the same brief gives the same prompt again, at no cost. */
    public boolean isByRules() {
        return by.equals(RuleBasedEnhancer.ID);
    }
}
