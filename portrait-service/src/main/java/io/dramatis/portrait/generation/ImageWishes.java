package io.dramatis.portrait.generation;

import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import io.dramatis.portrait.prompt.PortraitStyle;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client may say about one more image; all of it optional. */
public record ImageWishes(
        @Schema(description = "Your own words, added to the prompt")
        @Size(max = 500, message = "must have at most 500 characters")
        @PlainText(multiline = true)
        String customPromptAdditions,

        @Schema(description = "A style preset") @OneOf(PortraitStyle.class)
        String style,

        @Schema(description = "An image provider's id") @Size(max = 50) @PlainText
        String provider,

        @Schema(description = "A model of that provider") @Size(max = 100) @PlainText
        String model) {

    static ImageWishes empty() {
        return new ImageWishes(null, null, null, null);
    }

    Wish wish() {
        return new Wish(Operation.ADDITIONAL, customPromptAdditions, style, 1, provider, model, null, null, null);
    }
}
