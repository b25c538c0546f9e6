package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;

/** The store was so slow that the sweeper took files for orphans before their images were kept; they are to be written anew. */
public class FilesSweptException extends DomainException {

    private static final long serialVersionUID = 1L;

    FilesSweptException() {
        super(
                ErrorCode.DEPENDENCY_UNAVAILABLE,
                "The store did not keep up, and files were swept before their images were kept; try again.");
    }
}
