package io.dramatis.collection.favorite;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;

/** The catalogue does not answer, or not sensibly. */
class CatalogUnavailableException extends DomainException {

    private static final long serialVersionUID = 1L;

    CatalogUnavailableException(Throwable cause) {
        super(ErrorCode.DEPENDENCY_UNAVAILABLE, "The catalogue of characters cannot be reached; try again.", cause);
    }
}
