package io.dramatis.catalog.character;

import io.vertx.mutiny.sqlclient.Row;

/** A row of a list: what is answered, and the sort key that is not part of it. */
record CharacterRow(CharacterSummary summary, String nameKey) {

    static CharacterRow of(Row row) {
        return new CharacterRow(CharacterSummary.of(row), row.getString(19));
    }
}
