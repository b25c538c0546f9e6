package io.dramatis.portrait.generation;

import io.dramatis.portrait.prompt.EnhancedPrompt;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A prompt before it is drawn.
 *
 * @param rawPrompt what the profile and the client's words say
 * @param enhancedPrompt what it was made into
 * @param negativePrompt what the picture must not show, for providers that take such
 * @param style the preset in effect, or the words that were given for one
 * @param enhancedBy {@code rules}, or {@code chat:} and a model
 * @param provider who would draw it
 * @param maxPromptLength how much of it the provider takes, in characters; null where there is no limit
 * @param providerPrompt the prompt as it would be sent: shortened where the limit asks for that
 * @param shortened whether it is
 * @param suggestions what would make the picture more the client's own
 */
@Schema(
        requiredProperties = {
            "character_id",
            "raw_prompt",
            "enhanced_prompt",
            "negative_prompt",
            "style",
            "enhanced_by",
            "provider",
            "provider_prompt",
            "shortened",
            "suggestions"
        })
public record EnhancePromptResponse(
        UUID characterId,
        String rawPrompt,
        String enhancedPrompt,
        String negativePrompt,
        String style,
        String enhancedBy,
        String provider,
        String model,
        Integer maxPromptLength,
        String providerPrompt,
        boolean shortened,
        List<Suggestion> suggestions) {

    /** @param field of the visual profile */
    @Schema(requiredProperties = {"field", "message"})
    public record Suggestion(String field, String message) {}

    static EnhancePromptResponse of(
            UUID characterId,
            String rawPrompt,
            EnhancedPrompt enhanced,
            String style,
            String provider,
            String model,
            OptionalInt maxLength,
            List<Suggestion> suggestions) {
        String text = enhanced.prompt().text();
        String sent = maxLength.isPresent() ? enhanced.prompt().within(maxLength.getAsInt()) : text;
        return new EnhancePromptResponse(
                characterId,
                rawPrompt,
                text,
                enhanced.negative(),
                style,
                enhanced.by(),
                provider,
                model,
                maxLength.isPresent() ? maxLength.getAsInt() : null,
                sent,
                !sent.equals(text),
                suggestions);
    }
}
