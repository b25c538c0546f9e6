package io.dramatis.catalog.character;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Violation;
import java.util.List;

/** What a client says about a character is not valid; carries every violation. */
class CharacterValidationException extends DomainException {

    private static final long serialVersionUID = 1L;

    CharacterValidationException(List<Violation> violations) {
        super(ErrorCode.CHARACTER_VALIDATION, "Mend the listed fields and send the request again.");
        violations(violations);
    }
}
