package io.dramatis.portrait.character;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class CharacterRefRepository implements PanacheRepositoryBase<CharacterRefEntity, UUID> {

    /** Keeps what is newer; an event that comes late or twice changes nothing. Answers whether it was news. */
    Uni<Boolean> keepNewer(UUID characterId, UUID ownerId, boolean published, long version, boolean deleted) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into character_ref (character_id, owner_id, published, version, deleted)
                                values (:character_id, :owner_id, :published, :version, :deleted)
                                on conflict (character_id) do update
                                set owner_id = excluded.owner_id, published = excluded.published,
                                    version = excluded.version, deleted = excluded.deleted
                                where character_ref.version < excluded.version
                                """)
                        .setParameter("character_id", characterId)
                        .setParameter("owner_id", ownerId)
                        .setParameter("published", published)
                        .setParameter("version", version)
                        .setParameter("deleted", deleted)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }
}
