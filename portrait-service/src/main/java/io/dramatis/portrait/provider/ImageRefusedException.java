package io.dramatis.portrait.provider;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;

/** The provider will not draw this, however often it is asked: moderation, or a request it does not take. */
public class ImageRefusedException extends DomainException {

    private static final long serialVersionUID = 1L;

    public ImageRefusedException(String reason) {
        super(ErrorCode.GENERATION_REFUSED, reason);
    }
}
