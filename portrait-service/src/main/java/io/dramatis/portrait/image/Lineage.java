package io.dramatis.portrait.image;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * How an image came to be. Of an upload, nothing is known; of a generated one, what its provider tells.
 *
 * @param referenceId the image whose face was to be kept; it may be gone
 * @param rawPrompt before enhancement
 * @param prompt as the provider was given it
 * @param revisedPrompt what the provider made of that
 * @param profileHash of the visual profile it was drawn from: two images with the same one had the same profile
 * @param additions the client's own words
 * @param identityStrength how much of the reference was to be kept, 0 to 1
 * @param likeness how much the face resembles the reference's, 0 to 1
 * @param likenessKept whether that is enough to be called the same person
 * @param storyId the story it was made for
 * @param costMicroUsd an estimate, in millionths of a US dollar
 */
@RegisterForReflection
public record Lineage(
        UUID referenceId,
        UUID jobId,
        Long seed,
        String rawPrompt,
        String prompt,
        String revisedPrompt,
        String provider,
        String model,
        String profileHash,
        String style,
        String additions,
        Double identityStrength,
        Double likeness,
        Boolean likenessKept,
        UUID storyId,
        Long costMicroUsd) {}
