package io.dramatis.portrait.storage;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;

/**
 * A file is not what was stored: half of it, or with flipped bits. Not answered as missing, since a copy of it may be put
 * back; whoever can make the file again should.
 */
public class ArtifactCorruptException extends DomainException {

    private static final long serialVersionUID = 1L;

    ArtifactCorruptException() {
        super(
                ErrorCode.DEPENDENCY_UNAVAILABLE,
                "The image's file is damaged. It has to be restored from a copy, or the image made anew.");
    }
}
