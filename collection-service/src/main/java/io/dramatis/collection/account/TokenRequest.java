package io.dramatis.collection.account;

/** The form of RFC 6749, sections 4.3.2 and 6; what a grant does not need is null. */
record TokenRequest(String grantType, String username, String password, String refreshToken) {

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "TokenRequest[" + grantType + "]";
    }
}
