package io.dramatis.portrait.provider;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.prompt.PortraitStyle;
import io.dramatis.portrait.prompt.PromptText;
import java.util.List;
import java.util.Optional;

/**
 * What to draw.
 *
 * @param visual for providers that read profiles
 * @param prompt for those that read text; each fits it into its own limit
 * @param negativePrompt what the picture must not show, or null
 * @param additions the user's own words, which the prompt has already; or null
 * @param style a style preset, or null
 * @param count 1–4
 * @param model a model of the provider's, or null
 * @param size the wish; null for the provider's own. Providers with few sizes take the nearest one.
 * @param references pictures whose face is to be kept, the most important one first; may be empty
 * @param identityStrength how much of the reference is kept, from 0 (a hint) to 1 (nearly all of the picture)
 * @param identitySeed the same for all images of one character: the face
 * @param variation another for each job: everything else
 */
public record ImageRequest(
        String characterName,
        VisualProfile visual,
        PromptText prompt,
        String negativePrompt,
        String additions,
        String style,
        int count,
        String model,
        PictureSize size,
        List<ReferenceImage> references,
        double identityStrength,
        long identitySeed,
        long variation) {

    /** Keeps the face, and leaves room for new clothes. */
    public static final double DEFAULT_IDENTITY_STRENGTH = 0.65;

    private static final long SEEDS = 1L << 32;

    /** Less changes nothing, more keeps nothing. */
    private static final double LEAST_DENOISING = 0.1;

    private static final double MOST_DENOISING = 0.95;

    public ImageRequest {
        references = List.copyOf(references);
    }

    /** For diffusion models: the same for a job's repeated attempts; 32 bits without a sign, room for the count left. */
    public long seed() {
        return Math.floorMod(variation, SEEDS - 16);
    }

    /** For diffusion models: how much of the reference is painted over; the less, the more the face stays. */
    public double denoising() {
        return Math.max(LEAST_DENOISING, Math.min(MOST_DENOISING, 1 - identityStrength));
    }

    /** For diffusion models: how closely the prompt is followed. */
    public double guidance() {
        return preset().orElse(PortraitStyle.DEFAULT).guidance();
    }

    public Optional<PortraitStyle> preset() {
        return PortraitStyle.named(style).or(() -> PortraitStyle.named(visual.artStyle()));
    }

    /** The same for another provider, which does not know this one's models. */
    ImageRequest elsewhere() {
        return new ImageRequest(
                characterName,
                visual,
                prompt,
                negativePrompt,
                additions,
                style,
                count,
                null,
                size,
                references,
                identityStrength,
                identitySeed,
                variation);
    }
}
