package io.dramatis.collection.account;

import io.dramatis.kit.validation.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A new account.
 *
 * @param username 3–40 letters, digits, '_', '.' or '-'; unique whatever the case
 * @param email optional; unique whatever the case
 * @param password 8–200 characters
 */
public record RegisterRequest(
        @NotNull(message = "is required") @Pattern(regexp = USERNAME, message = USERNAME_MESSAGE)
        String username,

        @Size(max = MAX_EMAIL, message = "must be at most 254 characters")
        @Email(message = "must be an e-mail address")
        @PlainText
        String email,

        @NotNull(message = "is required") @Size(min = 8, max = 200, message = "must be 8 to 200 characters") @PlainText
        String password) {

    static final String USERNAME = "[A-Za-z0-9_.-]{3,40}";
    static final String USERNAME_MESSAGE = "must be 3 to 40 of: letters, digits, '_', '.', '-'";
    static final int MAX_EMAIL = 254;

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "RegisterRequest[username=" + username + "]";
    }
}
