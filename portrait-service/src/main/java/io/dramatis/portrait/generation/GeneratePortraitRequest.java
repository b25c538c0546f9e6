package io.dramatis.portrait.generation;

import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import io.dramatis.portrait.prompt.PortraitStyle;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client may say about the portrait it wants; all of it optional. */
public record GeneratePortraitRequest(
        @Schema(description = "Draw a new one even if the present one fits the profile", defaultValue = "false")
        Boolean regenerate,

        @Schema(description = "Your own words, added to the prompt")
        @Size(max = 500, message = "must have at most 500 characters")
        @PlainText(multiline = true)
        String customPromptAdditions,

        @Schema(description = "A style preset") @OneOf(PortraitStyle.class)
        String style,

        @Schema(description = "How many images, 1–4", defaultValue = "1")
        @Min(value = 1, message = "must be from 1 to 4")
        @Max(value = 4, message = "must be from 1 to 4")
        Integer count,

        @Schema(description = "An image provider's id") @Size(max = 50) @PlainText
        String provider,

        @Schema(description = "A model of that provider") @Size(max = 100) @PlainText
        String model) {

    static GeneratePortraitRequest empty() {
        return new GeneratePortraitRequest(null, null, null, null, null, null);
    }

    /** More than the profile's portrait: such a wish is always drawn. */
    boolean hasWishes() {
        return (customPromptAdditions != null && !customPromptAdditions.isBlank())
                || style != null
                || count != null
                || provider != null
                || model != null;
    }

    Wish wish() {
        return new Wish(Operation.PORTRAIT, customPromptAdditions, style, count, provider, model, null, null, null);
    }

    boolean wantsNew() {
        return Boolean.TRUE.equals(regenerate);
    }
}
