package io.dramatis.collection.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SigningKeyRepository implements PanacheRepositoryBase<SigningKeyEntity, String> {

    /** Any number: it stands for "choosing the signing key" in all replicas. */
    private static final long LOCK = 0x7369676e6b6579L;

    /** Held until the end of the transaction. */
    Uni<Void> lock() {
        return getSession()
                .chain(session -> session.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                        .setParameter("lock", LOCK)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The newest first. */
    Uni<List<SigningKeyEntity>> published() {
        return list("retiredAt is null", Sort.descending("createdAt").and("kid"));
    }
}
