package io.dramatis.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The images are there.
 *
 * @param images at least one
 * @param prompt as given to the provider
 * @param rawPrompt before enhancement
 * @param profileHash of the visual profile it was drawn from
 * @param becomesPortrait whether the first image is the character's portrait now; null means that it is
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
        Instant completedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean becomesPortrait)
        implements DomainEvent {

    /** Whether the first image is the character's portrait now. */
    public boolean setsPortrait() {
        return !Boolean.FALSE.equals(becomesPortrait);
    }

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
