package io.dramatis.catalog.character;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A character in a list: all that cards and tables show. The long texts, the persona and the details of the looks come
 * with the character itself.
 */
@Schema(
        requiredProperties = {
            "id",
            "owner_id",
            "name",
            "source",
            "published",
            "gender",
            "has_portrait",
            "version",
            "created_at",
            "updated_at"
        })
record CharacterSummary(
        UUID id,
        UUID ownerId,
        String name,
        String universe,
        String description,
        String genre,
        String source,
        String externalId,
        String siteUrl,
        String imageUrl,
        boolean published,
        String race,
        String gender,
        String characterClass,
        String ageCategory,
        String portraitUrl,
        boolean hasPortrait,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Its columns, the name's key last: what a list ordered by name goes on from. */
    static final String SELECT = "select id, owner_id, name, universe, description, genre, source, external_id,"
            + " site_url, image_url, published, race, gender, character_class, age_category, portrait_url, version,"
            + " created_at, updated_at, name_key from characters";

    /** @param row of {@link #SELECT}; read by position, which spares a search for each name */
    static CharacterSummary of(Row row) {
        String portraitUrl = row.getString(15);
        return new CharacterSummary(
                row.getUUID(0),
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                portraitUrl,
                portraitUrl != null,
                row.getLong(16),
                row.getOffsetDateTime(17).toInstant(),
                row.getOffsetDateTime(18).toInstant());
    }
}
