package io.dramatis.portrait.image;

import io.dramatis.kit.paging.Cursor;
import io.dramatis.kit.paging.Page;
import io.dramatis.portrait.likeness.LikenessConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Galleries as they are shown: projections, one statement for each. */
@ApplicationScoped
class GalleryReader {

    private final Pool pool;
    private final LikenessConfig likeness;

    GalleryReader(Pool pool, LikenessConfig likeness) {
        this.pool = pool;
        this.likeness = likeness;
    }

    /**
     * Newest first.
     *
     * @param origin null for all
     * @param cursor null for the first page
     */
    Uni<Page<GalleryImage>> page(UUID characterId, UUID ownerId, String origin, Cursor cursor, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(characterId, ownerId));
        StringBuilder where = new StringBuilder("i.character_id = $1 and i.owner_id = $2 and i.removed_at is null");
        if (origin != null) {
            parameters.add(origin);
            where.append(" and i.origin = $").append(parameters.size());
        }
        if (cursor != null) {
            parameters.add(cursor.uuid(0));
            where.append(" and i.id < $").append(parameters.size());
        }
        // Ids are UUIDv7: their order is that of creation.
        return pool.preparedQuery("select %s from %s where %s order by i.id desc limit %d"
                        .formatted(GalleryImage.COLUMNS, GalleryImage.TABLES, where, limit + 1))
                .execute(Tuple.from(parameters))
                .map(rows -> Page.of(all(rows, this::image), limit, image -> Cursor.of(image.id())));
    }

    /** Those of the images that are in the character's gallery, by id. */
    Uni<Map<UUID, GalleryImage>> find(UUID characterId, UUID ownerId, List<UUID> imageIds) {
        return pool.preparedQuery("""
                        select %s from %s
                        where i.id = any($1) and i.character_id = $2 and i.owner_id = $3 and i.removed_at is null
                        """.formatted(GalleryImage.COLUMNS, GalleryImage.TABLES))
                .execute(Tuple.of(imageIds.toArray(UUID[]::new), characterId, ownerId))
                .map(rows -> all(rows, this::image).stream()
                        .collect(Collectors.toMap(GalleryImage::id, Function.identity())));
    }

    /** The name of a gallery image's file; null where there is no such image. */
    Uni<Media.Name> file(UUID characterId, UUID ownerId, UUID imageId) {
        return pool.preparedQuery("""
                        select session_id, filename from image
                        where id = $1 and character_id = $2 and owner_id = $3 and removed_at is null
                        """)
                .execute(Tuple.of(imageId, characterId, ownerId))
                .map(rows -> {
                    var found = rows.iterator();
                    if (!found.hasNext()) {
                        return null;
                    }
                    Row row = found.next();
                    return new Media.Name(row.getUUID("session_id"), row.getString("filename"));
                });
    }

    /** Newest first. */
    Uni<Page<PortraitChange>> history(UUID characterId, UUID ownerId, Cursor cursor, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(characterId, ownerId));
        String after = "";
        if (cursor != null) {
            parameters.add(cursor.instant(0).atOffset(ZoneOffset.UTC));
            after = "and h.changed_at < $3";
        }
        // No two changes of a character happen at the same time.
        return pool.preparedQuery("""
                        select h.changed_at, h.reason, h.image_id, i.session_id, i.filename
                        from portrait_history h left join image i on i.id = h.image_id and i.removed_at is null
                        where h.character_id = $1 and h.owner_id = $2 %s
                        order by h.changed_at desc, h.id desc limit %d
                        """.formatted(after, limit + 1))
                .execute(Tuple.from(parameters))
                .map(rows -> Page.of(all(rows, PortraitChange::of), limit, change -> Cursor.of(change.changedAt())));
    }

    private GalleryImage image(Row row) {
        return GalleryImage.of(row, likeness.threshold());
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> mapper) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(mapper.apply(row)));
        return all;
    }
}
