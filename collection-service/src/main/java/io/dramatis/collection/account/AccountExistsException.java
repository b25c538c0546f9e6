package io.dramatis.collection.account;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;

/** Somebody else has this user name or e-mail address. */
class AccountExistsException extends DomainException {

    private static final long serialVersionUID = 1L;

    AccountExistsException(String field) {
        super(ErrorCode.ACCOUNT_EXISTS, "Another account has this " + field + "; choose another or sign in.");
        with("field", field);
    }
}
