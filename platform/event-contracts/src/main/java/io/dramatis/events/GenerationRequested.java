package io.dramatis.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants a portrait. Self-contained: a worker needs no other service. Any producer may publish one with a job
 * id of its own; the same job id is one job.
 *
 * @param customPromptAdditions free text added to the prompt, or null
 * @param style a style preset, or null for the default
 * @param count how many images, 1–4; null means 1
 * @param provider an image provider's id, or null for the default
 * @param model a model of that provider, or null
 */
public record GenerationRequested(
        UUID jobId,
        UUID characterId,
        UUID ownerId,
        String characterName,
        VisualProfile visual,
        String customPromptAdditions,
        String style,
        Integer count,
        String provider,
        String model,
        Instant requestedAt)
        implements DomainEvent {

    @Override
    public String topic() {
        return Topics.GENERATION_REQUESTS;
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
