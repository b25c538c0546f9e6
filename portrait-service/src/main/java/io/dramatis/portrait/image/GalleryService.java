package io.dramatis.portrait.image;

import io.dramatis.kit.error.Violation;
import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.Page;
import io.dramatis.portrait.character.CharacterService;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A character's images, as its owner sees, chooses and removes them. */
@ApplicationScoped
public class GalleryService {

    private final GalleryReader reader;
    private final ImageRepository images;
    private final Portraits portraits;
    private final CharacterService characters;
    private final ImageLikeness likeness;

    GalleryService(
            GalleryReader reader,
            ImageRepository images,
            Portraits portraits,
            CharacterService characters,
            ImageLikeness likeness) {
        this.reader = reader;
        this.images = images;
        this.portraits = portraits;
        this.characters = characters;
        this.likeness = likeness;
    }

    /** @throws io.dramatis.portrait.character.CharacterNotFoundException as the Uni's failure */
    Uni<Page<GalleryImage>> list(UUID characterId, GalleryParams params, Caller caller) {
        return characters
                .requireOwner(characterId, caller)
                .chain(() -> reader.page(
                        characterId,
                        caller.accountId(),
                        params.origin(),
                        params.cursor().orElse(null),
                        params.limit()));
    }

    /** @throws ImageNotFoundException as the Uni's failure */
    Uni<GalleryImage> get(UUID characterId, UUID imageId, Caller caller) {
        return find(characterId, List.of(imageId), caller).map(found -> found.get(0));
    }

    /** @throws ImageNotFoundException as the Uni's failure */
    Uni<ImageComparison> compare(UUID characterId, UUID imageId, UUID otherId, Caller caller) {
        return find(characterId, List.of(imageId, otherId), caller).chain(found -> entities(imageId, otherId)
                .chain(both -> both.containsKey(imageId) && both.containsKey(otherId)
                        ? likeness.between(both.get(imageId), both.get(otherId))
                        : Uni.createFrom().nullItem())
                .map(likeness -> ImageComparison.of(found.get(0), found.get(1), likeness)));
    }

    /** One of them may be gone in the meantime. */
    @WithSession
    Uni<Map<UUID, ImageEntity>> entities(UUID imageId, UUID otherId) {
        return images.list("id in ?1", List.of(imageId, otherId))
                .map(all -> all.stream().collect(Collectors.toMap(image -> image.id, Function.identity())));
    }

    private Uni<List<GalleryImage>> find(UUID characterId, List<UUID> imageIds, Caller caller) {
        return characters
                .requireOwner(characterId, caller)
                .chain(() -> reader.find(characterId, caller.accountId(), imageIds))
                .map(found -> imageIds.stream()
                        .map(id -> Optional.ofNullable(found.get(id)).orElseThrow(() -> new ImageNotFoundException(id)))
                        .toList());
    }

    /** @throws io.dramatis.portrait.character.CharacterNotFoundException as the Uni's failure */
    Uni<Page<PortraitChange>> history(UUID characterId, HistoryParams params, Caller caller) {
        return characters
                .requireOwner(characterId, caller)
                .chain(() -> reader.history(
                        characterId, caller.accountId(), params.cursor().orElse(null), params.limit()));
    }

    /**
     * Makes an image the portrait; nothing happens where it is already.
     *
     * @throws ImageSelectionException where the request names no image, or two
     * @throws ImageNotFoundException as the Uni's failure
     */
    Uni<PortraitResponse> select(UUID characterId, SelectImageRequest request, Caller caller) {
        if (request == null || (request.imageId() == null) == (request.index() == null)) {
            String message = request == null || request.imageId() == null
                    ? "one of the two is needed"
                    : "must not be given together";
            throw new ImageSelectionException(
                    List.of(new Violation("image_id", message), new Violation("index", message)));
        }
        return characters
                .requireOwner(characterId, caller)
                .chain(() -> select(characterId, caller.accountId(), request))
                .map(PortraitResponse::of);
    }

    @WithTransaction
    Uni<ImageEntity> select(UUID characterId, UUID ownerId, SelectImageRequest request) {
        return portraits
                .lock(characterId)
                .chain(() -> request.imageId() != null
                        ? byId(characterId, ownerId, request.imageId())
                        : byIndex(characterId, ownerId, request.index()))
                .call(image -> portraits
                        .imageIdOf(characterId)
                        .chain(present -> image.id.equals(present)
                                ? Uni.createFrom().voidItem()
                                : portraits.change(image, ChangeReason.SELECTED)));
    }

    private Uni<ImageEntity> byId(UUID characterId, UUID ownerId, UUID imageId) {
        return images.lockInGallery(characterId, ownerId, imageId)
                .onItem()
                .ifNull()
                .failWith(() -> new ImageNotFoundException(imageId));
    }

    private Uni<ImageEntity> byIndex(UUID characterId, UUID ownerId, int index) {
        return images.ofNewestJob(characterId, ownerId, index)
                .onItem()
                .ifNull()
                .failWith(() -> new ImageSelectionException(List.of(new Violation(
                        "index", "must be the place, from 0, of an image that the newest generation made"))));
    }

    /**
     * Takes an image out of the gallery, and its files away unless somebody uses it. Where it was the portrait, the
     * newest one of the others that was made to be one takes its place, or else the newest of all.
     *
     * @throws ImageNotFoundException as the Uni's failure
     */
    Uni<Void> remove(UUID characterId, UUID imageId, Caller caller) {
        return characters
                .requireOwner(characterId, caller)
                .chain(() -> remove(characterId, imageId, caller.accountId()));
    }

    @WithTransaction
    Uni<Void> remove(UUID characterId, UUID imageId, UUID ownerId) {
        return portraits
                .lock(characterId)
                .chain(() -> byId(characterId, ownerId, imageId))
                .chain(image -> portraits.imageIdOf(characterId).chain(selected -> images.removeFromGallery(image.id)
                        .chain(() -> image.id.equals(selected)
                                ? replacePortrait(characterId, ownerId)
                                : Uni.createFrom().voidItem())));
    }

    private Uni<Void> replacePortrait(UUID characterId, UUID ownerId) {
        return images.nextPortrait(characterId, ownerId)
                .chain(next -> next == null
                        ? portraits.takeAway(characterId, ownerId, ChangeReason.DELETED)
                        : portraits.change(next, ChangeReason.DELETED));
    }

    /**
     * Notes that somebody holds on to the image: it stays, wherever it is shown, until {@link #release}. In the caller's
     * transaction, or one of its own. As often as one likes.
     *
     * @return whether the account has that image
     */
    @WithTransaction
    public Uni<Boolean> use(UUID imageId, UUID ownerId, ImageUser user) {
        return images.lockOwn(imageId, ownerId)
                .chain(image -> image == null
                        ? Uni.createFrom().item(false)
                        : images.noteUse(imageId, user).replaceWith(true));
    }

    /**
     * Ends a use; where it was the last one of an image that left its gallery meanwhile, the image goes. In the caller's
     * transaction, or one of its own. As often as one likes.
     */
    @WithTransaction
    public Uni<Void> release(UUID imageId, UUID ownerId, ImageUser user) {
        return images.lockOwn(imageId, ownerId)
                .chain(image -> image == null
                        ? Uni.createFrom().voidItem()
                        : images.forgetUse(imageId, user)
                                .chain(() -> image.removedAt == null
                                        ? Uni.createFrom().voidItem()
                                        : images.eraseUnused(imageId)));
    }
}
