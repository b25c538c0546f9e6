package io.dramatis.portrait.image;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ImageRepository implements PanacheRepositoryBase<ImageEntity, UUID> {

    private static final int ERASE_BATCH = 200;

    /** The image that stands for the character; null where there is none. */
    Uni<ImageEntity> portraitOf(UUID characterId) {
        return find("id = (select imageId from PortraitEntity where characterId = ?1)", characterId)
                .firstResult();
    }

    Uni<Void> setPortrait(UUID characterId, UUID imageId) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into portrait (character_id, image_id) values (:character_id, :image_id)
                                on conflict (character_id) do update set image_id = excluded.image_id
                                """)
                        .setParameter("character_id", characterId)
                        .setParameter("image_id", imageId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether the file is an image of that character, and who owns it; the newest row where several share the file. */
    Uni<ImageEntity> findByFile(UUID characterId, String filename) {
        return find("characterId = ?1 and filename = ?2 order by id desc", characterId, filename)
                .firstResult();
    }

    /**
     * Deletes up to a batch of images and notes their files for the sweeper.
     *
     * @param column {@code character_id} or {@code owner_id}
     * @return how many there were
     */
    Uni<Integer> erase(String column, UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                with gone as (
                                    delete from image where id in
                                        (select id from image where %s = :id limit :batch)
                                    returning path
                                ), noted as (
                                    insert into loose_file (path)
                                    select distinct path from gone
                                    on conflict (path) do update set noted_at = now()
                                )
                                select count(*) from gone
                                """.formatted(column), Long.class)
                        .setParameter("id", id)
                        .setParameter("batch", ERASE_BATCH)
                        .getSingleResult())
                .map(Math::toIntExact);
    }

    /**
     * The files belong to images now, which this transaction has inserted.
     *
     * <p>Fails where the sweeper has taken one of them: its writer was gone for longer than the grace, and an image
     * without its file must not come to be. Files that another image shares are settled already.
     */
    Uni<Void> settle(List<String> paths) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                with settled as (
                                    delete from loose_file
                                    where path = any(cast(:paths as text[])) and claimed_by is null
                                    returning path
                                )
                                select count(*) from unnest(cast(:paths as text[])) as own(path)
                                where own.path not in (select path from settled)
                                  and not exists (select 1 from image i
                                                  where i.path = own.path and i.created_at <> now())
                                """, Long.class)
                        .setParameter("paths", paths.toArray(String[]::new))
                        .getSingleResult())
                .invoke(swept -> {
                    if (swept > 0) {
                        throw new IllegalStateException(
                                "files were swept before their images were kept count=" + swept);
                    }
                })
                .replaceWithVoid();
    }
}
