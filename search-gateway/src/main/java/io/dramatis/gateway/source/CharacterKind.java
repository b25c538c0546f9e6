package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a search result is. */
public enum CharacterKind {
    CHARACTER,
    PERSON,
    CREATURE,
    CLASS,
    RACE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
