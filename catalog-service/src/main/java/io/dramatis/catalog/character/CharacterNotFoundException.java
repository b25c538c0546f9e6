package io.dramatis.catalog.character;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.util.UUID;

/** There is none of this id, or none that the caller may know of: the answer is the same. */
class CharacterNotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    CharacterNotFoundException(UUID characterId) {
        super(ErrorCode.CHARACTER_NOT_FOUND, "No character of this id is yours or published.");
        with("character_id", characterId);
    }
}
