package io.dramatis.events;

import java.util.UUID;

/** A character changed; carries it whole. */
public record CharacterUpdated(CharacterSnapshot character) implements DomainEvent {

    @Override
    public String topic() {
        return Topics.CHARACTERS;
    }

    @Override
    public UUID key() {
        return character.id();
    }

    @Override
    public String aggregateType() {
        return "character";
    }
}
