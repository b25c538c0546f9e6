package io.dramatis.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Another image stands for the character, or none does any more, for another reason than a completed generation: its
 * owner chose one, uploaded the first one or deleted the one that did.
 *
 * @param image null where the character has no portrait any more
 * @param prompt that the image was made from; null for an upload
 * @param changedAt later than any change of this character's portrait that was told before
 */
public record PortraitChanged(UUID characterId, UUID ownerId, GeneratedImage image, String prompt, Instant changedAt)
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
        return "portrait";
    }
}
