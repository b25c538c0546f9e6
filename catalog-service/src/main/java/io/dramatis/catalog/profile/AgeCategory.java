package io.dramatis.catalog.profile;

/** Seed 002: age as it shows. */
public enum AgeCategory implements Choice {
    YOUNG("Young (18-25)"),
    ADULT("Adult (26-40)"),
    MIDDLE_AGED("Middle-aged (41-60)"),
    ELDERLY("Elderly (60+)");

    private final String label;

    AgeCategory(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
