package io.dramatis.collection.account;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What a feature of this service keeps for accounts. Every bean of this type is asked when an account is deleted. */
public interface AccountData {

    /** Erases all of it, inside the transaction that deletes the account. */
    Uni<Void> erase(UUID accountId);
}
