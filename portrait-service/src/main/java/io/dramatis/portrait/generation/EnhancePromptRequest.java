package io.dramatis.portrait.generation;

import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import io.dramatis.portrait.prompt.PortraitStyle;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the prompt shall take in besides the profile; all of it optional. */
public record EnhancePromptRequest(
        @Schema(description = "Your own words, added to the prompt")
        @Size(max = 500, message = "must have at most 500 characters")
        @PlainText(multiline = true)
        String customPromptAdditions,

        @Schema(description = "A style preset") @OneOf(PortraitStyle.class)
        String style,

        @Schema(description = "An image provider's id; its limit decides how much of the prompt it would get")
        @Size(max = 50)
        @PlainText
        String provider,

        @Schema(description = "A model of that provider") @Size(max = 100) @PlainText
        String model) {

    static EnhancePromptRequest empty() {
        return new EnhancePromptRequest(null, null, null, null);
    }
}
