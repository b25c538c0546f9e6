package io.dramatis.gateway.title;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;

/** Every source that was asked answered, and none knows such a title. */
class TitleNotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    TitleNotFoundException() {
        super(ErrorCode.TITLE_NOT_FOUND, "No source knows a title like this. Try another name of it.");
    }
}
