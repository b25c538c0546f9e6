package io.dramatis.collection.favorite;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.util.UUID;

/** There is no such character, or it is not for the caller's eyes: the answer does not tell which. */
class CharacterNotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    CharacterNotFoundException(UUID characterId) {
        super(ErrorCode.CHARACTER_NOT_FOUND, "There is no character with this id, or it is not yours to see.");
        with("character_id", characterId);
    }
}
