package io.dramatis.portrait.image;

import io.dramatis.events.GeneratedImage;
import io.dramatis.kit.persistence.DatabaseTime;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.Sitters;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "image")
class ImageEntity {

    @Id
    UUID id;

    @Column(name = "character_id")
    UUID characterId;

    @Column(name = "owner_id")
    UUID ownerId;

    @Column(name = "job_id")
    UUID jobId;

    int ordinal;

    String filename;

    String path;

    int width;

    int height;

    @Column(name = "byte_size")
    long byteSize;

    @Column(name = "raw_prompt")
    String rawPrompt;

    String prompt;

    String provider;

    String model;

    @Column(name = "profile_hash")
    String profileHash;

    Long seed;

    @Column(name = "revised_prompt")
    String revisedPrompt;

    @Column(name = "cost_micro_usd")
    Long costMicroUsd;

    String origin;

    @Column(name = "reference_id")
    UUID referenceId;

    @Column(name = "identity_strength")
    Double identityStrength;

    Double likeness;

    String style;

    String additions;

    @Column(name = "story_id")
    UUID storyId;

    @Column(name = "session_id")
    UUID sessionId;

    String sitter;

    @Column(name = "created_at", updatable = false)
    Instant createdAt = DatabaseTime.now();

    @Column(name = "removed_at")
    Instant removedAt;

    @Column(name = "thumbnail_type")
    String thumbnailType = "png";

    /** An image that is about to be kept, with all that is known of any: whose it is and where it lies. */
    static ImageEntity of(NewImage image, UUID characterId, UUID ownerId, String origin) {
        ImageEntity row = new ImageEntity();
        row.id = image.id();
        row.characterId = characterId;
        row.sessionId = characterId;
        row.ownerId = ownerId;
        row.origin = origin;
        row.filename = image.filename();
        row.path = image.path();
        row.width = image.width();
        row.height = image.height();
        row.byteSize = image.byteSize();
        row.thumbnailType = image.thumbnailType();
        return row;
    }

    String url() {
        return ImagePaths.url(sessionId, filename);
    }

    /** @param content its file's */
    ReferenceImage asReference(Buffer content, Sitters sitters) {
        return new ReferenceImage(
                content.getBytes(), PictureType.ofFile(filename).mediaType(), sitters.read(sitter));
    }

    GeneratedImage toEvent() {
        return new GeneratedImage(id, url(), path, width, height);
    }
}
