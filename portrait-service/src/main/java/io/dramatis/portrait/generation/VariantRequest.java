package io.dramatis.portrait.generation;

import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import io.dramatis.portrait.prompt.PortraitStyle;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture with a known face in a new situation (seed 003, "Generate with Reference"). */
public record VariantRequest(
        @Schema(description = "One of your own images, of any of your characters: whose face is kept")
        @NotNull(message = "must not be null")
        UUID referenceImageId,

        @Schema(description = "What is different this time", examples = "wearing a spacesuit")
        @NotBlank(message = "must not be blank")
        @Size(max = 500, message = "must have at most 500 characters")
        @PlainText(multiline = true)
        String prompt,

        @Schema(description = "The story it is for") UUID storyId,

        @Schema(description = "From 0 (a hint) to 1 (nearly all of the picture)", defaultValue = "0.65")
        @DecimalMin(value = "0", message = "must be from 0 to 1")
        @DecimalMax(value = "1", message = "must be from 0 to 1")
        Double identityStrength,

        @Schema(description = "A style preset") @OneOf(PortraitStyle.class)
        String style,

        @Schema(description = "How many images, 1–4", defaultValue = "1")
        @Min(value = 1, message = "must be from 1 to 4")
        @Max(value = 4, message = "must be from 1 to 4")
        Integer count,

        @Schema(description = "An image provider's id; it must be able to work from a reference")
        @Size(max = 50)
        @PlainText
        String provider,

        @Schema(description = "A model of that provider") @Size(max = 100) @PlainText
        String model) {

    Wish wish() {
        return new Wish(
                Operation.VARIANT, prompt, style, count, provider, model, referenceImageId, identityStrength, storyId);
    }
}
