package io.dramatis.portrait.image;

import java.util.UUID;

/**
 * Where the images of a job come from: what their lineage shows later.
 *
 * @param kind portrait, additional or variant
 * @param profileHash of the profile they were drawn from
 * @param referenceId of a variant: the image whose face was to be kept, and how much of it; else both null
 * @param style a style preset, or the words that were given for one; null for neither
 * @param additions the client's own words, or null
 * @param storyId the story they were made for, or null
 */
public record ImageOrigin(
        UUID jobId,
        UUID characterId,
        UUID ownerId,
        String kind,
        String rawPrompt,
        String prompt,
        String provider,
        String model,
        String profileHash,
        UUID referenceId,
        Double identityStrength,
        String style,
        String additions,
        UUID storyId) {}
