package io.dramatis.catalog.character;

import io.dramatis.catalog.profile.Choice;

/** The orders of the character list; each has an index of its own. */
enum CharacterSort implements Choice {
    UPDATED_AT("Changed last", "updated_at", true),
    CREATED_AT("Newest", "created_at", true),
    NAME("Name", "name_key", false);

    private final String label;
    private final String column;
    private final boolean descending;

    CharacterSort(String label, String column, boolean descending) {
        this.label = label;
        this.column = column;
        this.descending = descending;
    }

    @Override
    public String label() {
        return label;
    }

    String column() {
        return column;
    }

    /** Times run from the newest, names from A. */
    boolean descending() {
        return descending;
    }
}
