package io.dramatis.portrait.image;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Which image stands for a character, and which did before. */
@ApplicationScoped
class PortraitRepository implements PanacheRepositoryBase<PortraitHistoryEntity, UUID> {

    /** Until the end of the transaction, nobody else changes what stands for the character. */
    Uni<Void> lock(UUID characterId) {
        return getSession()
                .chain(session -> session.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:key, 35))")
                        .setParameter("key", characterId.toString())
                        // Nothing is read of it.
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Null where there is none. */
    Uni<UUID> imageIdOf(UUID characterId) {
        return getSession().chain(session -> session.createQuery(
                        "select imageId from PortraitEntity where characterId = :id", UUID.class)
                .setParameter("id", characterId)
                .getSingleResultOrNull());
    }

    /** The time of the newest change; null where there was never one. */
    Uni<Instant> lastChange(UUID characterId) {
        return getSession().chain(session -> session.createQuery(
                        "select max(changedAt) from PortraitHistoryEntity where characterId = :id", Instant.class)
                .setParameter("id", characterId)
                .getSingleResultOrNull());
    }

    Uni<Void> clear(UUID characterId) {
        return getSession()
                .chain(session -> session.createMutationQuery("delete from PortraitEntity where characterId = :id")
                        .setParameter("id", characterId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Forgets all but so many of the newest changes. */
    Uni<Void> keepNewest(UUID characterId, int number) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                delete from portrait_history where character_id = :id and changed_at <=
                                    (select changed_at from portrait_history where character_id = :id
                                     order by changed_at desc, id desc offset :number limit 1)
                                """)
                        .setParameter("id", characterId)
                        .setParameter("number", number)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** @param column {@code character_id} or {@code owner_id} */
    Uni<Void> forget(String column, UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from portrait_history where %s = :id".formatted(column))
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
