package io.dramatis.portrait.character;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.util.UUID;

/** There is no such character, or it is not the caller's: the answer is the same. */
public class CharacterNotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    public CharacterNotFoundException(UUID characterId) {
        super(ErrorCode.CHARACTER_NOT_FOUND, "Look for its id in GET /api/characters?mine=true.");
        with("character_id", characterId);
    }
}
