package io.dramatis.catalog.profile;

/** Seed 002: gender presentation. */
public enum Gender implements Choice {
    MALE("Male"),
    FEMALE("Female"),
    NON_BINARY("Non-binary");

    private final String label;

    Gender(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
