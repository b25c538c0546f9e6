package io.dramatis.portrait.image;

import io.dramatis.kit.id.Ids;
import io.dramatis.kit.identity.Caller;
import io.dramatis.portrait.character.CharacterService;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.Sitters;
import io.dramatis.portrait.storage.ArtifactStore;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Images: made ready, stored, found, shown to those who may see them, and removed. */
@ApplicationScoped
public class ImageService {

    private final ImageRepository images;
    private final CharacterService characters;
    private final Portraits portraits;
    private final PortraitRepository history;
    private final LooseFiles looseFiles;
    private final ArtifactStore store;
    private final PictureEncoder encoder;
    private final Sitters sitters;
    private final PictureWorkers workers;
    private final Ids ids;

    ImageService(
            ImageRepository images,
            CharacterService characters,
            Portraits portraits,
            PortraitRepository history,
            LooseFiles looseFiles,
            ArtifactStore store,
            PictureEncoder encoder,
            Sitters sitters,
            PictureWorkers workers,
            Ids ids) {
        this.images = images;
        this.characters = characters;
        this.portraits = portraits;
        this.history = history;
        this.looseFiles = looseFiles;
        this.store = store;
        this.encoder = encoder;
        this.sitters = sitters;
        this.workers = workers;
        this.ids = ids;
    }

    /** @throws io.dramatis.portrait.character.CharacterNotFoundException as the Uni's failure */
    Uni<PortraitResponse> portraitFor(UUID characterId, Caller caller) {
        return characters
                .requireVisible(characterId, caller)
                .chain(() -> portrait(characterId))
                .map(portrait -> portrait.orElse(PortraitResponse.none(characterId)));
    }

    /** Whoever asks. */
    @WithSession
    public Uni<Optional<PortraitResponse>> portrait(UUID characterId) {
        return images.portraitOf(characterId)
                .map(image -> Optional.ofNullable(image).map(PortraitResponse::of));
    }

    /** The portrait, if it was drawn from exactly this profile; an upload never was. */
    @WithSession
    public Uni<Optional<PortraitResponse>> portraitOfProfile(UUID characterId, String profileHash) {
        return images.portraitOf(characterId).map(image -> Optional.ofNullable(image)
                .filter(present -> profileHash.equals(present.profileHash))
                .map(PortraitResponse::of));
    }

    /** Within the caller's session: each job's images in order, below the platform's origin. */
    public Uni<Map<UUID, List<String>>> urlsOfJobs(List<UUID> jobIds) {
        if (jobIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return images.list("jobId in ?1 and removedAt is null order by jobId, ordinal", jobIds)
                .map(all -> all.stream()
                        .collect(Collectors.groupingBy(
                                image -> image.jobId, Collectors.mapping(ImageEntity::url, Collectors.toList()))));
    }

    /**
     * Makes a provider's images ready to be stored, one after the other, as soon as there is a place for that.
     *
     * @throws NoPictureException as the Uni's failure, where one of them is no picture
     */
    public Uni<ReadyImages> ready(List<byte[]> pictures) {
        return Multi.createFrom()
                .iterable(pictures)
                .onItem()
                .transformToUniAndConcatenate(
                        picture -> workers.whenFree(Unchecked.supplier(() -> encoder.encode(picture))))
                .collect()
                .asList()
                .map(ReadyImages::new);
    }

    /**
     * Notes the files of images and writes them. Until {@link #keep} commits, the files are loose: a crash leaves names
     * for the sweeper, nothing else.
     */
    public Uni<List<NewImage>> store(UUID jobId, UUID characterId, ReadyImages ready) {
        return Multi.createFrom()
                .iterable(ready.pictures)
                .onItem()
                .transformToUniAndConcatenate(picture -> write(jobId, characterId, picture))
                .collect()
                .asList();
    }

    /**
     * Notes a picture's files and writes them.
     *
     * @param jobId null for an upload
     */
    Uni<NewImage> write(UUID jobId, UUID characterId, PictureEncoder.Picture picture) {
        String filename = ImagePaths.filename(picture.hash(), picture.type());
        String path = store.newPath(characterId, filename);
        return looseFiles
                .note(path, jobId)
                .chain(() -> store.write(path, picture.content()))
                .chain(() -> Multi.createFrom()
                        .iterable(picture.thumbnails().entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(thumbnail -> store.writeDerived(
                                ImagePaths.thumbnailPath(path, thumbnail.getKey(), picture.thumbnailType()),
                                thumbnail.getValue()))
                        .collect()
                        .asList())
                .replaceWith(new NewImage(
                        ids.next(),
                        filename,
                        path,
                        picture.width(),
                        picture.height(),
                        picture.content().length,
                        picture.thumbnailType().ending()));
    }

    /**
     * Inside the transaction that completes the job: the rows, the portrait where they are meant for it or there is
     * none, and no loose files any more.
     *
     * @param traces one for each image
     * @return when the first one became the portrait; empty where it did not
     */
    public Uni<Optional<Instant>> keep(ImageOrigin origin, List<NewImage> stored, List<ImageTrace> traces) {
        List<ImageEntity> rows = new ArrayList<>(stored.size());
        for (NewImage image : stored) {
            rows.add(row(origin, image, traces.get(rows.size()), rows.size()));
        }
        UUID first = stored.get(0).id();
        return portraits
                .lock(origin.characterId())
                .chain(() -> images.persist(rows))
                .chain(images::flush)
                .chain(() -> origin.kind().equals(ImageKind.PORTRAIT.wire())
                        ? images.setPortrait(origin.characterId(), first).replaceWith(true)
                        : images.setFirstPortrait(origin.characterId(), first))
                .chain(changed -> changed
                        ? portraits
                                .remember(origin.characterId(), origin.ownerId(), first, ChangeReason.GENERATED)
                                .map(Optional::of)
                        : Uni.createFrom().item(Optional.<Instant>empty()))
                .call(() -> images.settle(stored));
    }

    /**
     * An image of the account's own, to be drawn from; null where there is none. On the caller's context until the store
     * is read.
     */
    public Uni<ReferenceImage> ownReference(UUID imageId, UUID ownerId) {
        return findOwn(imageId, ownerId)
                .chain(image -> image == null
                        ? Uni.createFrom().nullItem()
                        : store.read(image.path)
                                .map(content -> content == null ? null : image.asReference(content, sitters)));
    }

    /** Whether it is in one of the account's galleries. */
    public Uni<Boolean> isOwn(UUID imageId, UUID ownerId) {
        return findOwn(imageId, ownerId).map(Objects::nonNull);
    }

    @WithSession
    Uni<ImageEntity> findOwn(UUID imageId, UUID ownerId) {
        return images.ofOwner(imageId, ownerId);
    }

    private static ImageEntity row(ImageOrigin origin, NewImage image, ImageTrace trace, int ordinal) {
        ImageEntity row = ImageEntity.of(image, origin.characterId(), origin.ownerId(), origin.kind());
        row.jobId = origin.jobId();
        row.ordinal = ordinal;
        row.rawPrompt = origin.rawPrompt();
        row.prompt = origin.prompt();
        row.provider = origin.provider();
        row.model = origin.model();
        row.profileHash = origin.profileHash();
        row.seed = trace.seed();
        row.revisedPrompt = trace.revisedPrompt();
        row.costMicroUsd = trace.costMicroUsd();
        row.likeness = trace.likeness();
        row.sitter = trace.sitter();
        row.referenceId = origin.referenceId();
        row.identityStrength = origin.identityStrength();
        row.style = origin.style();
        row.additions = origin.additions();
        row.storyId = origin.storyId();
        return row;
    }

    /** Inside the caller's transaction: up to a batch of a character's images; the sweeper removes the files. */
    public Uni<Integer> eraseOfCharacter(UUID characterId) {
        return portraits
                .lock(characterId)
                .chain(() -> history.forget("character_id", characterId))
                .chain(() -> images.eraseOfCharacter(characterId));
    }

    /** Inside the caller's transaction: up to a batch of an account's images; the sweeper removes the files. */
    public Uni<Integer> eraseOfOwner(UUID ownerId) {
        return history.forget("owner_id", ownerId).chain(() -> images.eraseOfOwner(ownerId));
    }

    /** Images that only need to be written: whoever has them needs what they were made of no more. */
    public static final class ReadyImages {

        private final List<PictureEncoder.Picture> pictures;

        private ReadyImages(List<PictureEncoder.Picture> pictures) {
            this.pictures = pictures;
        }

        /** In memory. */
        public long size() {
            return pictures.stream().mapToLong(PictureEncoder.Picture::size).sum();
        }
    }
}
