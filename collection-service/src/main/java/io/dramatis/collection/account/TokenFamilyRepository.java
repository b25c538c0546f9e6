package io.dramatis.collection.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TokenFamilyRepository implements PanacheRepositoryBase<TokenFamilyEntity, UUID> {

    /** The token's family, locked: whoever else uses one of its tokens waits for this transaction's end. */
    Uni<Optional<TokenFamilyEntity>> lockFamilyOf(RefreshToken token) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "select familyId from RefreshTokenEntity where tokenHash = :hash", UUID.class)
                        .setParameter("hash", token.hash())
                        .getSingleResultOrNull())
                .chain(id -> id == null ? Uni.createFrom().nullItem() : findById(id, LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** With all its tokens. */
    Uni<Void> erase(UUID familyId) {
        return delete("id", familyId).replaceWithVoid();
    }

    Uni<Void> eraseAllOf(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }

    /** Families without a token left. */
    Uni<Integer> eraseEmpty() {
        return getSession().chain(session -> session.createNativeQuery("""
                                delete from token_family f
                                where not exists (select 1 from refresh_token t where t.family_id = f.id)
                                """).executeUpdate());
    }
}
