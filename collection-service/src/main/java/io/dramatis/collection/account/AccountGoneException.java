package io.dramatis.collection.account;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;

/** The token is still good, its account is no more. */
class AccountGoneException extends DomainException {

    private static final long serialVersionUID = 1L;

    AccountGoneException() {
        super(ErrorCode.UNAUTHENTICATED, "The account of this token does not exist any more.");
    }
}
