package io.dramatis.events;

import java.time.Instant;
import java.util.UUID;

/** No image will come of this job: its owner did not want it any more, or its character is gone. */
public record GenerationCancelled(UUID jobId, UUID characterId, UUID ownerId, Instant cancelledAt)
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
