package io.dramatis.collection.account;

/**
 * Which sign-in ends.
 *
 * @param refreshToken of that sign-in; null for all of the caller's
 */
public record LogoutRequest(String refreshToken) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "LogoutRequest[…]";
    }
}
