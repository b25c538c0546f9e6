package io.dramatis.portrait.image;

import java.util.UUID;

/** Where an image comes from: what its lineage shows later. */
public record ImageOrigin(
        UUID jobId,
        UUID characterId,
        UUID ownerId,
        String rawPrompt,
        String prompt,
        String provider,
        String model,
        String profileHash) {}
