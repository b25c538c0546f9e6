package io.dramatis.events;

import java.util.UUID;

/** A character is gone, and with it what others keep of it: its images, its place in collections. */
public record CharacterDeleted(UUID characterId, UUID ownerId, long version) implements DomainEvent {

    @Override
    public String topic() {
        return Topics.CHARACTERS;
    }

    @Override
    public UUID key() {
        return characterId;
    }

    @Override
    public String aggregateType() {
        return "character";
    }
}
