package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Violation;
import java.util.List;

/** Seed 001's CharacterValidationError: the request names no image, two of them, or a place where there is none. */
class ImageSelectionException extends DomainException {

    private static final long serialVersionUID = 1L;

    ImageSelectionException(List<Violation> violations) {
        super(ErrorCode.CHARACTER_VALIDATION, "Name one image, by image_id or by index.");
        violations(violations);
    }
}
