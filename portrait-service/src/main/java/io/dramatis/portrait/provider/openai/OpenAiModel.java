package io.dramatis.portrait.provider.openai;

import io.dramatis.portrait.provider.PictureSize;
import io.dramatis.portrait.provider.ProviderModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How a model wants to be asked. Limits, sizes and parameters are those of OpenAI's API description 2.3.0 (images).
 *
 * @param imagesPerCall more are made in several calls
 * @param sizes empty where it takes any
 * @param references whether it works from pictures
 * @param fidelity whether it must be told to keep a face; newer ones always do and refuse the parameter
 * @param responseFormat null to leave the parameter out
 * @param quality null for the model's own choice
 */
record OpenAiModel(
        String name,
        Family family,
        int maxPromptLength,
        int imagesPerCall,
        List<PictureSize> sizes,
        boolean references,
        boolean fidelity,
        String responseFormat,
        String quality,
        OptionalLong imagePrice,
        OptionalDouble inputTokenPrice,
        OptionalDouble outputTokenPrice) {

    enum Family {
        GPT,
        DALL_E_3,
        DALL_E_2,
        OTHER
    }

    /** {@code gpt-image-1-mini} knows low fidelity only, {@code gpt-image-2} high only; both refuse to be told. */
    private static final Set<String> TOLD_FIDELITY = Set.of("gpt-image-1", "gpt-image-1.5");

    private static final String LEAVE_OUT = "none";
    private static final String BASE64 = "b64_json";

    private static final List<PictureSize> GPT_SIZES =
            List.of(PictureSize.square(1024), new PictureSize(1024, 1536), new PictureSize(1536, 1024));
    private static final List<PictureSize> DALL_E_3_SIZES =
            List.of(PictureSize.square(1024), new PictureSize(1024, 1792), new PictureSize(1792, 1024));
    private static final List<PictureSize> DALL_E_2_SIZES =
            List.of(PictureSize.square(256), PictureSize.square(512), PictureSize.square(1024));

    /** @param settings the operator's, which win; or null */
    static OpenAiModel of(String name, OpenAiConfig.Model settings) {
        OpenAiModel known = known(name);
        if (settings == null) {
            return known;
        }
        return new OpenAiModel(
                name,
                known.family,
                settings.maxPromptLength().orElse(known.maxPromptLength),
                settings.imagesPerCall().orElse(known.imagesPerCall),
                known.sizes,
                settings.references().orElse(known.references),
                known.fidelity,
                settings.responseFormat()
                        .or(() -> Optional.ofNullable(known.responseFormat))
                        .filter(format -> !format.equals(LEAVE_OUT))
                        .orElse(null),
                settings.quality().orElse(null),
                settings.imagePrice(),
                settings.inputTokenPrice(),
                settings.outputTokenPrice());
    }

    private static OpenAiModel known(String name) {
        if (name.startsWith("gpt-image") || name.startsWith("chatgpt-image")) {
            // Answers Base64 always, and refuses to be asked for it.
            return known(name, Family.GPT, 32_000, 10, GPT_SIZES, true, null);
        }
        return switch (name) {
            case "dall-e-3" -> known(name, Family.DALL_E_3, 4_000, 1, DALL_E_3_SIZES, false, BASE64);
            case "dall-e-2" -> known(name, Family.DALL_E_2, 1_000, 10, DALL_E_2_SIZES, false, BASE64);
            default -> known(name, Family.OTHER, 4_000, 4, List.of(), false, BASE64);
        };
    }

    private static OpenAiModel known(
            String name,
            Family family,
            int maxPromptLength,
            int imagesPerCall,
            List<PictureSize> sizes,
            boolean references,
            String responseFormat) {
        return new OpenAiModel(
                name,
                family,
                maxPromptLength,
                imagesPerCall,
                sizes,
                references,
                TOLD_FIDELITY.contains(name),
                responseFormat,
                null,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    ProviderModel describe() {
        return new ProviderModel(name, maxPromptLength, references, sizes);
    }

    /** Of the sizes it makes, the nearest to the wish; a square where there is none. */
    PictureSize size(PictureSize wish) {
        return (wish == null ? PictureSize.square(1024) : wish).nearest(sizes);
    }
}
