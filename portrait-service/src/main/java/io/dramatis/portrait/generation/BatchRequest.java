package io.dramatis.portrait.generation;

import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import io.dramatis.portrait.prompt.PortraitStyle;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Portraits of a party in one style. */
public record BatchRequest(
        @Schema(description = "Your own characters, 1–20, each once")
        @NotEmpty(message = "must have from 1 to 20 ids")
        @Size(max = 20, message = "must have from 1 to 20 ids")
        List<@NotNull(message = "must not be null") UUID> characterIds,

        @Schema(description = "Your own words, added to the prompt")
        @Size(max = 500, message = "must have at most 500 characters")
        @PlainText(multiline = true)
        String customPromptAdditions,

        @Schema(description = "A style preset") @OneOf(PortraitStyle.class)
        String style,

        @Schema(description = "An image provider's id") @Size(max = 50) @PlainText
        String provider,

        @Schema(description = "A model of that provider") @Size(max = 100) @PlainText
        String model,

        @Schema(description = "Draw new ones even where the present ones fit the profiles", defaultValue = "false")
        Boolean regenerate) {

    boolean wantsNew() {
        return Boolean.TRUE.equals(regenerate);
    }

    /** More than the profiles' portraits: such a wish is always drawn. */
    boolean hasWishes() {
        return customPromptAdditions != null && !customPromptAdditions.isBlank()
                || style != null
                || provider != null
                || model != null;
    }

    Wish wish() {
        return new Wish(Operation.PORTRAIT, customPromptAdditions, style, null, provider, model, null, null, null);
    }
}
