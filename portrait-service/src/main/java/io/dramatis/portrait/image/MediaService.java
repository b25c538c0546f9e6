package io.dramatis.portrait.image;

import io.dramatis.kit.identity.Caller;
import io.dramatis.portrait.character.CharacterNotFoundException;
import io.dramatis.portrait.character.CharacterService;
import io.dramatis.portrait.provider.Sitter;
import io.dramatis.portrait.provider.Sitters;
import io.dramatis.portrait.provider.builtin.BuiltinProvider;
import io.dramatis.portrait.storage.ArtifactCorruptException;
import io.dramatis.portrait.storage.ArtifactStore;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Images' files, for those who may see them: owners, everybody once published, and whoever has a signed URL. */
@ApplicationScoped
public class MediaService {

    private static final Logger LOG = Logger.getLogger(MediaService.class);

    private final ImageRepository images;
    private final GalleryReader gallery;
    private final CharacterService characters;
    private final SigningKeys keys;
    private final ArtifactStore store;
    private final LooseFiles looseFiles;
    private final PictureEncoder encoder;
    private final PictureWorkers workers;
    private final BuiltinProvider artist;
    private final Sitters sitters;
    private final InstantSource clock;

    MediaService(
            ImageRepository images,
            GalleryReader gallery,
            CharacterService characters,
            SigningKeys keys,
            ArtifactStore store,
            LooseFiles looseFiles,
            PictureEncoder encoder,
            PictureWorkers workers,
            BuiltinProvider artist,
            Sitters sitters,
            InstantSource clock) {
        this.images = images;
        this.gallery = gallery;
        this.characters = characters;
        this.keys = keys;
        this.store = store;
        this.looseFiles = looseFiles;
        this.encoder = encoder;
        this.workers = workers;
        this.artist = artist;
        this.sitters = sitters;
        this.clock = clock;
    }

    /**
     * The file's description, if the caller may have it.
     *
     * @param size a thumbnail's edge length, or null for the image itself
     * @param animated the image itself, breathing; there is one of what the built-in artist drew
     * @param signature decides alone, where there is one; null for none
     * @throws ImageNotFoundException as the Uni's failure, also where it is not the caller's to see
     * @throws io.dramatis.kit.error.DomainException DEPENDENCY_UNAVAILABLE, as the Uni's failure, where nobody knows that
     */
    Uni<Media> find(
            UUID sessionId, String filename, Integer size, boolean animated, UrlSignature signature, Caller caller) {
        Uni<ImageEntity> image =
                find(sessionId, filename).onItem().ifNull().failWith(() -> new ImageNotFoundException(filename));
        if (signature == null) {
            UUID account = caller.accountIdIfPresent().orElse(null);
            return image.call(found -> found.ownerId.equals(account)
                            ? Uni.createFrom().voidItem()
                            : characters
                                    .requireVisible(found.characterId, caller)
                                    .onFailure(CharacterNotFoundException.class)
                                    .transform(hidden -> new ImageNotFoundException(filename)))
                    .map(found -> media(found, size, animated, null));
        }
        return keys.get()
                .map(all -> signature.verify(sessionId, filename, size, clock.instant(), all))
                .onItem()
                .ifNull()
                .failWith(() -> new ImageNotFoundException(filename))
                .chain(end -> image.map(found -> {
                    if (found.removedAt != null) {
                        throw new ImageNotFoundException(filename);
                    }
                    return media(found, size, animated, end);
                }));
    }

    private static Media media(ImageEntity image, Integer size, boolean animated, Instant goodUntil) {
        if (!animated) {
            return Media.of(image, size, goodUntil);
        }
        if (image.sitter == null) {
            throw new ImageNotFoundException(image.filename);
        }
        return Media.animated(image, goodUntil);
    }

    @WithSession
    Uni<ImageEntity> find(UUID sessionId, String filename) {
        return images.findByFile(sessionId, filename);
    }

    /** @throws ImageNotFoundException as the Uni's failure, where the image's file is gone */
    Uni<Buffer> read(Media media) {
        if (media.size() == null && !media.isAnimated()) {
            return readImage(media);
        }
        return store.read(media.path())
                // The image itself is the copy that it can be restored from.
                .onFailure(ArtifactCorruptException.class)
                .recoverWithNull()
                .chain(content ->
                        content == null ? make(media) : Uni.createFrom().item(content));
    }

    private Uni<Buffer> readImage(Media media) {
        return store.read(media.imagePath())
                .onItem()
                .ifNull()
                .failWith(() -> new ImageNotFoundException(media.filename()));
    }

    /** Noted as loose, in case the image is deleted at this moment. */
    private Uni<Buffer> make(Media media) {
        return (media.isAnimated() ? animation(media) : thumbnail(media))
                .call(content ->
                        looseFiles.note(media.imagePath(), null).chain(() -> store.writeDerived(media.path(), content)))
                .map(Buffer::buffer);
    }

    private Uni<byte[]> thumbnail(Media media) {
        LOG.infof("thumbnail is made again path=%s", media.path());
        return readImage(media)
                .chain(image -> workers.work(() -> encoder.thumbnail(image.getBytes(), media.size(), media.type())));
    }

    /** Drawn when somebody first wants to see it; only while the image itself is there. */
    private Uni<byte[]> animation(Media media) {
        Sitter sitter = sitters.read(media.sitter());
        if (sitter == null) {
            throw new ImageNotFoundException(media.filename());
        }
        return readImage(media)
                .chain(image -> workers.work(() -> artist.animate(sitter).content()));
    }

    /**
     * A URL that shows the image to everybody for a while; deleting the image ends that.
     *
     * @throws ImageNotFoundException as the Uni's failure
     */
    Uni<SignedUrlResponse> sign(UUID characterId, UUID imageId, SignedUrlRequest request, Caller caller) {
        Instant end = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofSeconds(request.seconds()));
        return characters
                .requireOwner(characterId, caller)
                .chain(() -> gallery.file(characterId, caller.accountId(), imageId))
                .onItem()
                .ifNull()
                .failWith(() -> new ImageNotFoundException(imageId))
                .chain(file -> keys.get()
                        .map(all -> UrlSignature.url(
                                file.sessionId(),
                                file.filename(),
                                request.size(),
                                UrlSignature.sign(file.sessionId(), file.filename(), request.size(), end, all))))
                .map(url -> new SignedUrlResponse(url, end));
    }
}
