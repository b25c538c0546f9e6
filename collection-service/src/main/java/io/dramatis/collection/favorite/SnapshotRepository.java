package io.dramatis.collection.favorite;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

@ApplicationScoped
class SnapshotRepository implements PanacheRepositoryBase<SnapshotEntity, UUID> {

    /** From its commit on, events about the character are taken. */
    Uni<Void> watch(UUID characterId) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into character_snapshot (character_id) values (:character_id)
                                on conflict (character_id) do update set watched_at = now()
                                """)
                        .setParameter("character_id", characterId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** With all favourites of it. */
    Uni<Void> erase(UUID characterId) {
        return delete("characterId", characterId).replaceWithVoid();
    }

    Uni<Integer> eraseIdle(Duration lifetime) {
        return getSession().chain(session -> session.createNativeQuery("""
                                delete from character_snapshot s
                                where watched_at < now() - make_interval(secs => :lifetime)
                                  and not exists (select 1 from favorite f where f.character_id = s.character_id)
                                """)
                .setParameter("lifetime", (double) lifetime.toSeconds())
                .executeUpdate());
    }
}
