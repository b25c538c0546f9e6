package io.dramatis.catalog.character;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.paging.Cursor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One page of a list of characters, and the statement that reads it.
 *
 * @param viewer whose own characters are in it; null for nobody's
 * @param mine whether only those are
 * @param genre or null for all
 * @param source or null for all
 * @param query key of a part of the name or universe; empty for all
 * @param cursor of the page before; null for the first
 * @param limit of the page
 */
record CharacterList(
        UUID viewer,
        boolean mine,
        String genre,
        String source,
        String query,
        CharacterSort sort,
        Cursor cursor,
        int limit) {

    /** A statement with its parameters in the order of their numbers. */
    record Statement(String sql, List<Object> parameters) {}

    /**
     * One statement, with one row more than the page takes. A viewer's list is the union of two branches that each
     * follow an index in the list's order and stop at the limit; {@code published or owner_id = …} in one condition
     * would make the planner read everything and sort it.
     *
     * @throws DomainException INVALID_CURSOR where the cursor is not of a list in this order
     */
    Statement toStatement() {
        List<Object> parameters = new ArrayList<>();
        String filter = filter(parameters);
        String direction = sort.descending() ? " desc" : "";
        String order = " order by " + sort.column() + direction + ", id" + direction + " limit " + (limit + 1);
        // As the partial indexes have it, word for word: no parameter, or the planner could not use them.
        String open = CharacterSummary.SELECT + " where published and source <> 'generated'" + filter + order;
        if (viewer == null) {
            return new Statement(open, parameters);
        }
        parameters.add(viewer);
        String own = CharacterSummary.SELECT + " where owner_id = $" + parameters.size() + " and source <> 'generated'"
                + filter;
        if (mine) {
            return new Statement(own + order, parameters);
        }
        return new Statement(
                "(" + open + ") union all (" + own + " and not published" + order + ")" + order, parameters);
    }

    /** Where the page after this row starts. */
    Cursor after(CharacterRow last) {
        Object key =
                switch (sort) {
                    case UPDATED_AT -> last.summary().updatedAt();
                    case CREATED_AT -> last.summary().createdAt();
                    case NAME -> last.nameKey();
                };
        return Cursor.of(sort.wire(), key, last.summary().id());
    }

    private String filter(List<Object> parameters) {
        StringBuilder filter = new StringBuilder();
        if (genre != null) {
            parameters.add(genre);
            filter.append(" and genre = $").append(parameters.size());
        }
        if (source != null) {
            parameters.add(source);
            filter.append(" and source = $").append(parameters.size());
        }
        if (!query.isEmpty()) {
            parameters.add('%' + query.replaceAll("([\\\\%_])", "\\\\$1") + '%');
            filter.append(" and search_key like $").append(parameters.size());
        }
        if (cursor != null) {
            if (!sort.wire().equals(cursor.part(0))) {
                throw foreignCursor();
            }
            parameters.add(sort == CharacterSort.NAME ? cursor.part(1) : time(cursor));
            parameters.add(cursor.uuid(2));
            filter.append(" and (")
                    .append(sort.column())
                    .append(sort.descending() ? ", id) < ($" : ", id) > ($")
                    .append(parameters.size() - 1)
                    .append(", $")
                    .append(parameters.size())
                    .append(')');
        }
        return filter.toString();
    }

    private static OffsetDateTime time(Cursor cursor) {
        return cursor.instant(1).atOffset(ZoneOffset.UTC);
    }

    private static DomainException foreignCursor() {
        return new DomainException(
                ErrorCode.INVALID_CURSOR, "The cursor is of another list; start this one without a cursor.");
    }
}
