package io.dramatis.collection.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dramatis.kit.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account as its owner sees it.
 *
 * @param groups what its access tokens carry: {@code user}, and {@code admin} where operators granted it
 * @param version not on the wire: it is the entity tag's
 */
@Schema(requiredProperties = {"id", "username", "groups", "created_at", "updated_at"})
public record AccountResponse(
        UUID id,
        String username,
        String email,
        String displayName,
        List<String> groups,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version) {

    static AccountResponse of(AccountEntity account) {
        return new AccountResponse(
                account.id,
                account.username,
                account.email,
                account.displayName,
                account.admin ? List.of(Caller.USER, Caller.ADMIN) : List.of(Caller.USER),
                account.createdAt,
                account.updatedAt,
                account.version);
    }
}
