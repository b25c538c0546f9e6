package io.dramatis.portrait.image;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stood for a character since some time.
 *
 * @param imageId null where none did
 * @param url null where the image is gone
 * @param reason generated, selected, uploaded or deleted (the one before was)
 */
@RegisterForReflection
@Schema(requiredProperties = {"changed_at", "reason"})
public record PortraitChange(
        Instant changedAt, String reason, UUID imageId, String url, Map<String, String> thumbnails) {

    static PortraitChange of(Row row) {
        UUID session = row.getUUID("session_id");
        String filename = row.getString("filename");
        return new PortraitChange(
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getString("reason"),
                row.getUUID("image_id"),
                session == null ? null : ImagePaths.url(session, filename),
                session == null ? null : ImagePaths.thumbnailUrls(session, filename));
    }
}
