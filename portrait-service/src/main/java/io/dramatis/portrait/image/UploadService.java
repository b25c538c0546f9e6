package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.dramatis.portrait.character.CharacterService;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Pictures that owners bring. */
@ApplicationScoped
public class UploadService {

    private final CharacterService characters;
    private final ImageService files;
    private final ImageRepository images;
    private final Portraits portraits;
    private final UploadReader reader;
    private final PictureWorkers workers;
    private final Idempotency idempotency;
    private final UploadConfig config;
    private final GalleryConfig gallery;

    UploadService(
            CharacterService characters,
            ImageService files,
            ImageRepository images,
            Portraits portraits,
            UploadReader reader,
            PictureWorkers workers,
            Idempotency idempotency,
            UploadConfig config,
            GalleryConfig gallery) {
        this.characters = characters;
        this.files = files;
        this.images = images;
        this.portraits = portraits;
        this.reader = reader;
        this.workers = workers;
        this.idempotency = idempotency;
        this.config = config;
        this.gallery = gallery;
    }

    /**
     * Adds a picture to the gallery; where the character has no portrait, it becomes that.
     *
     * @param parts the request's files, of which one must be called "file"
     * @param idempotencyKey the client's, or null
     * @throws DomainException as the Uni's failure: VALIDATION, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE,
     *     UPLOAD_UNREADABLE, GALLERY_FULL, OVERLOADED
     */
    Uni<GalleryImage> upload(UUID characterId, List<FileUpload> parts, String idempotencyKey, Caller caller) {
        FileUpload part = onlyFile(parts);
        UUID owner = caller.accountId();
        Path file = part.uploadedFile();
        return characters
                .requireOwner(characterId, caller)
                // Nothing is decoded for a gallery that is full; the transaction looks again.
                .chain(() -> requireRoom(owner))
                .chain(() -> workers.work(() -> reader.read(Files.readAllBytes(file))))
                .chain(picture -> files.write(null, characterId, picture)
                        .chain(stored -> keep(characterId, owner, stored, idempotencyKey)));
    }

    private FileUpload onlyFile(List<FileUpload> parts) {
        if (parts == null || parts.size() != 1 || !"file".equals(parts.get(0).name())) {
            throw DomainException.invalid(
                    List.of(new Violation("file", "must be the one file of a multipart/form-data body")));
        }
        if (parts.get(0).size() > config.maxFileSize().asLongValue()) {
            throw new DomainException(
                            ErrorCode.BODY_TOO_LARGE,
                            "The file is too large; scale the picture down and send it again.")
                    .with("max_bytes", config.maxFileSize().asLongValue());
        }
        return parts.get(0);
    }

    @WithSession
    Uni<Void> requireRoom(UUID ownerId) {
        return images.countInGalleries(ownerId).invoke(this::requireRoom).replaceWithVoid();
    }

    private void requireRoom(long present) {
        if (present >= gallery.maxImagesPerOwner()) {
            throw new DomainException(
                            ErrorCode.GALLERY_FULL,
                            "Your galleries hold " + present + " images; delete some before you add another one.")
                    .with("max_images", gallery.maxImagesPerOwner());
        }
    }

    @WithTransaction
    Uni<GalleryImage> keep(UUID characterId, UUID ownerId, NewImage stored, String idempotencyKey) {
        return idempotency.once(
                idempotencyKey,
                ownerId,
                "characters.upload " + characterId,
                new Content(stored.filename()),
                GalleryImage.class,
                () -> portraits
                        .lock(ownerId)
                        .chain(() -> portraits.lock(characterId))
                        .chain(() -> images.countInGalleries(ownerId))
                        .invoke(this::requireRoom)
                        .chain(() -> add(characterId, ownerId, stored)));
    }

    private Uni<GalleryImage> add(UUID characterId, UUID ownerId, NewImage stored) {
        ImageEntity image = ImageEntity.of(stored, characterId, ownerId, ImageKind.UPLOAD.wire());
        image.provider = ImageKind.UPLOAD.wire();
        return images.persist(image)
                .chain(images::flush)
                .chain(() -> images.settle(List.of(stored)))
                .chain(() -> portraits.imageIdOf(characterId))
                .chain(present -> present == null
                        ? portraits.change(image, ChangeReason.UPLOADED).replaceWith(true)
                        : Uni.createFrom().item(false))
                .map(selected -> GalleryImage.of(image, selected));
    }

    /** What two requests with one key are compared by: the same picture comes out the same. */
    @RegisterForReflection
    record Content(String filename) {}
}
