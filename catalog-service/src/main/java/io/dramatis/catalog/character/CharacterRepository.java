package io.dramatis.catalog.character;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

@ApplicationScoped
class CharacterRepository implements PanacheRepositoryBase<CharacterEntity, UUID> {

    private final Pool pool;

    CharacterRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * A page's rows and one more where there are more. Straight from the pool, as no entity, session or transaction is
     * of use to a list.
     */
    Uni<List<CharacterRow>> list(CharacterList list) {
        CharacterList.Statement statement = list.toStatement();
        return pool.preparedQuery(statement.sql())
                .execute(Tuple.from(statement.parameters()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CharacterRow::of)
                        .toList());
    }

    /** The owner's character, locked until the transaction ends; null where there is none. */
    Uni<CharacterEntity> lockOwn(UUID owner, UUID id) {
        return find("id = ?1 and ownerId = ?2", id, owner)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Some of the owner's characters, locked until the transaction ends. */
    Uni<List<CharacterEntity>> lockSome(UUID owner, int number) {
        return find("ownerId = ?1 order by id", owner)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, number)
                .list();
    }

    Uni<Boolean> hasName(UUID owner, String nameKey) {
        return count("ownerId = ?1 and nameKey = ?2", owner, nameKey).map(number -> number > 0);
    }

    Uni<CharacterEntity> findKept(UUID owner, String source, String externalId) {
        return find("ownerId = ?1 and source = ?2 and externalId = ?3", owner, source, externalId)
                .firstResult();
    }

    /**
     * Inserts a character that was kept from outside, unless its owner has it already: one statement, so that of any
     * number of requests at once exactly one inserts. A request that meets another one's uncommitted row waits for it.
     */
    Uni<Boolean> insertIfAbsent(CharacterEntity kept) {
        var visual = kept.visual.toProfile();
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into characters (id, owner_id, version, created_at, updated_at, name, name_key,
                                    search_key, universe, description, chat_style, example_responses, genre, source,
                                    external_id, site_url, image_url, published, gender, build, facial_expression)
                                values (:id, :owner_id, :version, :created_at, :updated_at, :name, :name_key,
                                    :search_key, :universe, :description, :chat_style,
                                    cast(:example_responses as text[]), :genre, :source,
                                    :external_id, :site_url, :image_url, :published, :gender, :build,
                                    :facial_expression)
                                on conflict on constraint uq_characters_owner_id_source_external_id do nothing
                                """)
                        .setParameter("id", kept.id)
                        .setParameter("owner_id", kept.ownerId)
                        .setParameter("version", kept.version)
                        .setParameter("created_at", kept.createdAt)
                        .setParameter("updated_at", kept.updatedAt)
                        .setParameter("name", kept.name)
                        .setParameter("name_key", kept.nameKey)
                        .setParameter("search_key", kept.searchKey)
                        .setParameter("universe", kept.universe)
                        .setParameter("description", kept.description)
                        .setParameter("chat_style", kept.chatStyle)
                        .setParameter("example_responses", kept.exampleResponses.toArray(String[]::new))
                        .setParameter("genre", kept.genre)
                        .setParameter("source", kept.source)
                        .setParameter("external_id", kept.externalId)
                        .setParameter("site_url", kept.siteUrl)
                        .setParameter("image_url", kept.imageUrl)
                        .setParameter("published", kept.published)
                        .setParameter("gender", visual.gender())
                        .setParameter("build", visual.build())
                        .setParameter("facial_expression", visual.facialExpression())
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }
}
