package io.dramatis.collection.account;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;

/** No token for this request. Names RFC 6749's error for clients that speak OAuth2. */
class GrantRefusedException extends DomainException {

    private static final long serialVersionUID = 1L;
    private static final String INVALID_REQUEST = "invalid_request";
    private static final String INVALID_GRANT = "invalid_grant";

    private GrantRefusedException(ErrorCode code, String oauthError, String detail) {
        super(code, detail);
        with("error", oauthError);
    }

    static DomainException wrongPassword() {
        return new GrantRefusedException(
                ErrorCode.INVALID_CREDENTIALS, INVALID_GRANT, "No account has this user name and password.");
    }

    static DomainException tooManyAttempts() {
        return new GrantRefusedException(
                ErrorCode.TOO_MANY_ATTEMPTS,
                INVALID_GRANT,
                "Too many wrong passwords for this account from this address; wait before the next attempt.");
    }

    static DomainException refreshToken() {
        return new GrantRefusedException(
                ErrorCode.INVALID_REFRESH_TOKEN,
                INVALID_GRANT,
                "The refresh token is unknown, expired, used or revoked; sign in again.");
    }

    static DomainException unsupportedGrant() {
        return new GrantRefusedException(
                ErrorCode.UNSUPPORTED_GRANT,
                "unsupported_grant_type",
                "grant_type must be one of: password, refresh_token.");
    }

    static DomainException unreadableForm() {
        return new GrantRefusedException(
                ErrorCode.MALFORMED_BODY, INVALID_REQUEST, "The form is not URL-encoded, or repeats a parameter.");
    }

    static DomainException invalidRequest() {
        return new GrantRefusedException(
                ErrorCode.VALIDATION, INVALID_REQUEST, "Mend the listed fields and send the request again.");
    }
}
