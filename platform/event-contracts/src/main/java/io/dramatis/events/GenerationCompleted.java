package io.dramatis.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The portrait is there.
 *
 * @param images at least one; the first is the portrait
 * @param prompt as given to the provider
 * @param rawPrompt before enhancement
 * @param profileHash of the visual profile it was drawn from
 */
public record GenerationCompleted(
        UUID jobId,
        UUID characterId,
        UUID ownerId,
        List<GeneratedImage> images,
        String prompt,
        String rawPrompt,
        String provider,
        String model,
        String profileHash,
        Instant completedAt)
        implements DomainEvent {

    @Override
    public String topic() {
        return Topics.GENERATION_RESULTS;
    }

    @Override
    public UUID key() {
        return characterId;
    }

    @Override
    public String aggregateType() {
        return "generation_job";
    }
}
