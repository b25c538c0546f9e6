package io.dramatis.collection.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<AccountEntity, UUID> {

    Uni<Optional<AccountEntity>> findByUsername(String username) {
        return find("lower(username) = lower(?1)", username).firstResult().map(Optional::ofNullable);
    }

    Uni<Boolean> usernameTaken(String username) {
        return count("lower(username) = lower(?1)", username).map(count -> count > 0);
    }

    Uni<Boolean> emailTaken(String email) {
        return count("lower(email) = lower(?1)", email).map(count -> count > 0);
    }

    /** False where a replica that started at the same time was first. */
    Uni<Boolean> insertIfAbsent(UUID id, String username, String displayName, String passwordHash) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into account (id, username, display_name, password_hash, created_at, updated_at)
                                values (:id, :username, :display_name, :password_hash, now(), now())
                                on conflict do nothing
                                """)
                        .setParameter("id", id)
                        .setParameter("username", username)
                        .setParameter("display_name", displayName)
                        .setParameter("password_hash", passwordHash)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Unless the password was changed meanwhile. */
    Uni<Void> replaceHash(UUID id, String oldHash, String newHash) {
        return update("passwordHash = ?3 where id = ?1 and passwordHash = ?2", id, oldHash, newHash)
                .replaceWithVoid();
    }

    /** Whether the account exists; until the transaction ends it cannot be deleted. */
    Uni<Boolean> hold(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery("select 1 from account where id = :id for key share")
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    Uni<Void> rememberErased(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery("insert into erased_account (account_id) values (:id)")
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Boolean> wasErased(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery("select 1 from erased_account where account_id = :id")
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    /** Longer ago than any access token lives. */
    Uni<Integer> forgetErased() {
        return getSession().chain(session -> session.createNativeQuery(
                        "delete from erased_account where erased_at < now() - interval '7 days'")
                .executeUpdate());
    }
}
