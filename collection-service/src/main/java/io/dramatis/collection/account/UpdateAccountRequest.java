package io.dramatis.collection.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dramatis.kit.validation.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an account's owner may change. A member left out stays as it is, a member that is null is cleared; no record,
 * because a record cannot tell the two apart.
 */
public class UpdateAccountRequest {

    @Size(max = 80, message = "must be at most 80 characters")
    @PlainText
    private String displayName;

    @Size(max = RegisterRequest.MAX_EMAIL, message = "must be at most 254 characters")
    @Email(message = "must be an e-mail address")
    @PlainText
    private String email;

    @Schema(hidden = true)
    private boolean displayNameGiven;

    @Schema(hidden = true)
    private boolean emailGiven;

    @JsonProperty("display_name")
    public void setDisplayName(String displayName) {
        this.displayName = displayName;
        this.displayNameGiven = true;
    }

    @JsonProperty("email")
    public void setEmail(String email) {
        this.email = email;
        this.emailGiven = true;
    }

    void applyTo(AccountEntity account) {
        if (displayNameGiven) {
            account.displayName = Texts.blankToNull(displayName);
        }
        if (emailGiven) {
            account.email = Texts.blankToNull(email);
        }
    }
}
