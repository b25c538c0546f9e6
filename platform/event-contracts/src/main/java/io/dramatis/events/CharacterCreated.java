package io.dramatis.events;

import java.util.UUID;

/** A character was created. */
public record CharacterCreated(CharacterSnapshot character) implements DomainEvent {

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
