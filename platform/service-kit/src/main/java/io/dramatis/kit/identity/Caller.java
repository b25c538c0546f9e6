package io.dramatis.kit.identity;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request. */
@RequestScoped
public class Caller {

    public static final String USER = "user";
    public static final String ADMIN = "admin";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws DomainException UNAUTHENTICATED where there is none */
    public UUID accountId() {
        return accountIdIfPresent()
                .orElseThrow(() -> new DomainException(
                        ErrorCode.UNAUTHENTICATED, "This operation needs an access token of an account."));
    }

    /** Empty for a request without a token, and for a token whose {@code sub} is no account id. */
    public Optional<UUID> accountIdIfPresent() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(token.getSubject()));
        } catch (IllegalArgumentException | NullPointerException notAnAccount) {
            return Optional.empty();
        }
    }

    public boolean isAdmin() {
        return identity.hasRole(ADMIN);
    }

    /** The token, to be sent on in calls on the caller's behalf; null where there is none. Never log it. */
    public String bearerToken() {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        return credential == null ? null : credential.getToken();
    }
}
