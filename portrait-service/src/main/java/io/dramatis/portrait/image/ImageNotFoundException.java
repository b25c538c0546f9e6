package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import java.util.UUID;

/** There is no such image, or it is not the caller's to see: the answer is the same. */
class ImageNotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    ImageNotFoundException(UUID imageId) {
        super(ErrorCode.IMAGE_NOT_FOUND, "Take its id from GET /api/characters/{id}/images.");
        with("image_id", imageId);
    }

    ImageNotFoundException(String filename) {
        super(ErrorCode.IMAGE_NOT_FOUND, "Take the URL from the character's portrait as it is.");
        with("filename", filename);
    }
}
