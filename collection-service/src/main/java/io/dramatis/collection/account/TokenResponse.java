package io.dramatis.collection.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * RFC 6749, section 5.1.
 *
 * @param accessToken for {@code Authorization: Bearer}
 * @param expiresIn seconds until the access token ends
 * @param refreshToken good once, for the next pair of tokens
 */
@Schema(requiredProperties = {"access_token", "token_type", "expires_in", "refresh_token"})
public record TokenResponse(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "TokenResponse[…]";
    }
}
