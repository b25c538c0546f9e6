package io.dramatis.events;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param operation what becomes of the images: {@link #PORTRAIT} (also where it is null), {@link #ADDITIONAL} or
 *     {@link #VARIANT}
 * @param referenceImageId of a variant: one of the owner's own images, whose face is to be kept
 * @param identityStrength of a variant: from 0 (a hint) to 1 (nearly all of the picture); null for the usual
 * @param storyId of a variant: the story it is made for, or null
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
        Instant requestedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String operation,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID referenceImageId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double identityStrength,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID storyId)
        implements DomainEvent {

    /** The first image becomes the character's portrait. */
    public static final String PORTRAIT = "portrait";

    /** The images join the gallery, and become the portrait only where there is none. */
    public static final String ADDITIONAL = "additional";

    /** The same with a face that is kept from a reference. */
    public static final String VARIANT = "variant";

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
