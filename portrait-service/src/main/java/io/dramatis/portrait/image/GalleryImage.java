package io.dramatis.portrait.image;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An image as its owner's gallery shows it.
 *
 * @param url below the platform's origin
 * @param thumbnails URL by edge length in pixels
 * @param origin portrait, additional, variant or upload
 * @param selected whether it is the character's portrait
 */
@RegisterForReflection
@Schema(
        requiredProperties = {
            "id",
            "character_id",
            "url",
            "thumbnails",
            "width",
            "height",
            "origin",
            "selected",
            "created_at",
            "lineage"
        })
public record GalleryImage(
        UUID id,
        UUID characterId,
        String url,
        Map<String, String> thumbnails,
        int width,
        int height,
        String origin,
        boolean selected,
        Instant createdAt,
        Lineage lineage) {

    /** For {@link #of(Row, double)}. */
    static final String COLUMNS = """
            i.id, i.character_id, i.session_id, i.filename, i.width, i.height, i.origin, i.created_at, i.reference_id,
            i.job_id, i.seed, i.raw_prompt, i.prompt, i.revised_prompt, i.provider, i.model, i.profile_hash, i.style,
            i.additions, i.identity_strength, i.likeness, i.story_id, i.cost_micro_usd, p.image_id is not null as selected
            """;

    static final String TABLES = "image i left join portrait p on p.image_id = i.id";

    /** Of one that was compared with nothing. */
    static GalleryImage of(ImageEntity image, boolean selected) {
        return new GalleryImage(
                image.id,
                image.characterId,
                image.url(),
                ImagePaths.thumbnailUrls(image.sessionId, image.filename),
                image.width,
                image.height,
                image.origin,
                selected,
                image.createdAt,
                new Lineage(
                        image.referenceId,
                        image.jobId,
                        image.seed,
                        image.rawPrompt,
                        image.prompt,
                        image.revisedPrompt,
                        image.provider,
                        image.model,
                        image.profileHash,
                        image.style,
                        image.additions,
                        image.identityStrength,
                        image.likeness,
                        null,
                        image.storyId,
                        image.costMicroUsd));
    }

    /** @param kept the likeness from which on a face is said to be kept */
    static GalleryImage of(Row row, double kept) {
        Double likeness = row.getDouble("likeness");
        UUID session = row.getUUID("session_id");
        String filename = row.getString("filename");
        return new GalleryImage(
                row.getUUID("id"),
                row.getUUID("character_id"),
                ImagePaths.url(session, filename),
                ImagePaths.thumbnailUrls(session, filename),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getString("origin"),
                row.getBoolean("selected"),
                row.getOffsetDateTime("created_at").toInstant(),
                new Lineage(
                        row.getUUID("reference_id"),
                        row.getUUID("job_id"),
                        row.getLong("seed"),
                        row.getString("raw_prompt"),
                        row.getString("prompt"),
                        row.getString("revised_prompt"),
                        row.getString("provider"),
                        row.getString("model"),
                        row.getString("profile_hash"),
                        row.getString("style"),
                        row.getString("additions"),
                        row.getDouble("identity_strength"),
                        likeness,
                        likeness == null ? null : likeness >= kept,
                        row.getUUID("story_id"),
                        row.getLong("cost_micro_usd")));
    }
}
