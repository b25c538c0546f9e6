package io.dramatis.portrait.image;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** Whether there was none. */
    Uni<Boolean> setFirstPortrait(UUID characterId, UUID imageId) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into portrait (character_id, image_id) values (:character_id, :image_id)
                                on conflict (character_id) do nothing
                                """)
                        .setParameter("character_id", characterId)
                        .setParameter("image_id", imageId)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** An image in the account's galleries; null where there is none. */
    Uni<ImageEntity> ofOwner(UUID imageId, UUID ownerId) {
        return find("id = ?1 and ownerId = ?2 and removedAt is null", imageId, ownerId)
                .firstResult();
    }

    /** The image of that session with this file; of several that share it the newest, of the gallery if possible. */
    Uni<ImageEntity> findByFile(UUID sessionId, String filename) {
        return find(
                        "sessionId = ?1 and filename = ?2 order by case when removedAt is null then 0 else 1 end, id desc",
                        sessionId,
                        filename)
                .firstResult();
    }

    /** An image of a gallery, until the end of the transaction as it is; null where there is none. */
    Uni<ImageEntity> lockInGallery(UUID characterId, UUID ownerId, UUID imageId) {
        return find(
                        "id = ?1 and characterId = ?2 and ownerId = ?3 and removedAt is null",
                        imageId,
                        characterId,
                        ownerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** An image in a gallery or in use, until the end of the transaction as it is; null where there is none. */
    Uni<ImageEntity> lockOwn(UUID imageId, UUID ownerId) {
        return find("id = ?1 and ownerId = ?2", imageId, ownerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** What the newest generation with images made in this place; null where that is gone, or was never there. */
    Uni<ImageEntity> ofNewestJob(UUID characterId, UUID ownerId, int ordinal) {
        return find("""
                        characterId = ?1 and ownerId = ?2 and removedAt is null and ordinal = ?3
                        and jobId = (select n.jobId from ImageEntity n
                            where n.characterId = ?1 and n.ownerId = ?2 and n.jobId is not null and n.removedAt is null
                            order by n.id desc limit 1)
                        """, characterId, ownerId, ordinal)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** What is to stand for a character that has lost its portrait; null where there is nothing left. */
    Uni<ImageEntity> nextPortrait(UUID characterId, UUID ownerId) {
        return find("""
                        characterId = ?1 and ownerId = ?2 and removedAt is null
                        order by case when origin = 'portrait' then 0 else 1 end, id desc
                        """, characterId, ownerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Out of its gallery, and away altogether unless it is in use. */
    Uni<Void> removeFromGallery(UUID imageId) {
        return eraseUnused(imageId)
                .chain(this::getSession)
                .chain(session -> session.createNativeQuery("""
                                with removed as (update image set removed_at = now() where id = :id returning id)
                                delete from portrait where image_id in (select id from removed)
                                """)
                        .setParameter("id", imageId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The row and, by the sweeper, its files, unless it is in use. */
    Uni<Void> eraseUnused(UUID imageId) {
        return erase("id = :id and not exists (select 1 from image_use u where u.image_id = image.id)", imageId)
                .replaceWithVoid();
    }

    Uni<Void> noteUse(UUID imageId, ImageUser user) {
        return change("""
                insert into image_use (image_id, used_by_kind, used_by_id) values (:id, :kind, :user)
                on conflict do nothing
                """, imageId, user);
    }

    Uni<Void> forgetUse(UUID imageId, ImageUser user) {
        return change(
                "delete from image_use where image_id = :id and used_by_kind = :kind and used_by_id = :user",
                imageId,
                user);
    }

    private Uni<Void> change(String sql, UUID imageId, ImageUser user) {
        return getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("id", imageId)
                        .setParameter("kind", user.kind().wire())
                        .setParameter("user", user.id())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * A deleted character's images leave its gallery; those that nobody uses go, up to a batch of them.
     *
     * @return how many went
     */
    Uni<Integer> eraseOfCharacter(UUID characterId) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                with removed as (
                                    update image set removed_at = now() where character_id = :id and removed_at is null
                                )
                                delete from portrait where character_id = :id
                                """)
                        .setParameter("id", characterId)
                        .executeUpdate())
                .chain(() -> erase(
                        "character_id = :id and not exists (select 1 from image_use u where u.image_id = image.id)",
                        characterId));
    }

    /**
     * Up to a batch of an account's images; who used them was the account, too.
     *
     * @return how many went
     */
    Uni<Integer> eraseOfOwner(UUID ownerId) {
        return erase("owner_id = :id", ownerId);
    }

    /** Deletes up to a batch of images and notes their files for the sweeper. */
    private Uni<Integer> erase(String condition, UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                with gone as (
                                    delete from image where id in
                                        (select id from image where %s limit :batch)
                                    returning path
                                ), noted as (
                                    insert into loose_file (path)
                                    select distinct path from gone
                                    on conflict (path) do update set noted_at = now()
                                )
                                select count(*) from gone
                                """.formatted(condition), Long.class)
                        .setParameter("id", id)
                        .setParameter("batch", ERASE_BATCH)
                        .getSingleResult())
                .map(Math::toIntExact);
    }

    /** How many images the account's galleries hold. */
    Uni<Long> countInGalleries(UUID ownerId) {
        return count("ownerId = ?1 and removedAt is null", ownerId);
    }

    /**
     * The files belong to images now, which this transaction has inserted.
     *
     * <p>Fails where the sweeper has taken one of them: its writer was gone for longer than the grace, and an image
     * without its file must not come to be. Files that another image shares are settled already.
     *
     * @throws FilesSweptException as the Uni's failure
     */
    Uni<Void> settle(List<NewImage> kept) {
        List<UUID> own = kept.stream().map(NewImage::id).toList();
        return Multi.createFrom()
                .iterable(kept.stream().map(NewImage::path).collect(Collectors.toSet()))
                .onItem()
                .transformToUniAndConcatenate(path -> settle(path, own))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> settle(String path, List<UUID> own) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from loose_file where path = :path and claimed_by is null")
                        .setParameter("path", path)
                        .executeUpdate())
                .chain(settled ->
                        settled == 1 ? Uni.createFrom().item(1L) : count("path = ?1 and id not in ?2", path, own))
                .invoke(holders -> {
                    if (holders == 0) {
                        throw new FilesSweptException();
                    }
                })
                .replaceWithVoid();
    }
}
