package io.dramatis.events;

import java.time.Instant;
import java.util.UUID;

/**
 * No portrait will come of this job.
 *
 * @param code stable, from the error catalogue
 * @param reason for people; nothing internal
 */
public record GenerationFailed(
        UUID jobId, UUID characterId, UUID ownerId, String code, String reason, int attempts, Instant failedAt)
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
