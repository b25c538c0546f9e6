package io.dramatis.collection.favorite;

import io.dramatis.kit.paging.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class FavoriteRepository implements PanacheRepositoryBase<FavoriteEntity, UUID> {

    Uni<Optional<FavoriteEntity>> find(UUID accountId, UUID characterId) {
        return find("accountId = ?1 and characterId = ?2", accountId, characterId)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Whether it is new. */
    Uni<Boolean> insertIfAbsent(UUID id, UUID accountId, UUID characterId) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into favorite (id, account_id, character_id)
                                values (:id, :account_id, :character_id)
                                on conflict (account_id, character_id) do nothing
                                """)
                        .setParameter("id", id)
                        .setParameter("account_id", accountId)
                        .setParameter("character_id", characterId)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    Uni<Void> erase(UUID accountId, UUID characterId) {
        return delete("accountId = ?1 and characterId = ?2", accountId, characterId)
                .replaceWithVoid();
    }

    Uni<Void> eraseAllOf(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }

    /** The newest first, from behind the cursor on; only what the account may see. */
    Uni<List<Row>> list(UUID accountId, FavoriteFilter filter, Optional<Cursor> cursor, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("account", accountId);
        StringBuilder query = new StringBuilder("""
                select f.id, f.createdAt, s.document from FavoriteEntity f
                join SnapshotEntity s on s.characterId = f.characterId
                where f.accountId = :account and s.document is not null
                  and (s.published = true or s.ownerId = :account)
                """);
        filter.genre().ifPresent(genre -> {
            query.append(" and s.genre = :genre");
            parameters.put("genre", genre);
        });
        filter.pattern().ifPresent(pattern -> {
            query.append(" and (s.name ilike :pattern escape '!' or s.universe ilike :pattern escape '!')");
            parameters.put("pattern", pattern);
        });
        cursor.ifPresent(after -> {
            query.append(" and (f.createdAt, f.id) < (:createdAt, :id)");
            parameters.put("createdAt", after.instant(0));
            parameters.put("id", after.uuid(1));
        });
        query.append(" order by f.createdAt desc, f.id desc");
        return getSession().chain(session -> {
            var selection = session.createSelectionQuery(query.toString(), Tuple.class);
            parameters.forEach(selection::setParameter);
            return selection.setMaxResults(limit).getResultList().map(tuples -> tuples.stream()
                    .map(tuple ->
                            new Row(tuple.get(0, UUID.class), tuple.get(1, Instant.class), tuple.get(2, String.class)))
                    .toList());
        });
    }

    /** One favourite with its character's document. */
    record Row(UUID id, Instant createdAt, String document) {

        Cursor key() {
            return Cursor.of(createdAt, id);
        }
    }
}
