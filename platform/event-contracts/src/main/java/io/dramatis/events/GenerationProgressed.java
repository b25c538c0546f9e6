package io.dramatis.events;

import java.util.UUID;

/**
 * A step on the way to a portrait; published directly, so it may be lost or come twice.
 *
 * @param state accepted, queued or running
 * @param percent 0–100
 * @param queuePosition 1 is next; null when not waiting
 * @param etaS seconds until done as far as known, or null
 * @param sequence grows with every step of one job
 */
public record GenerationProgressed(
        UUID jobId,
        UUID characterId,
        UUID ownerId,
        String state,
        int percent,
        String message,
        Integer queuePosition,
        Integer etaS,
        long sequence)
        implements DomainEvent {

    @Override
    public String topic() {
        return Topics.GENERATION_PROGRESS;
    }

    @Override
    public UUID key() {
        return jobId;
    }

    @Override
    public String aggregateType() {
        return "generation_job";
    }
}
