package io.dramatis.catalog.profile;

/** Seed 002: body type. {@link #AVERAGE} is its default beside the five options. */
public enum Build implements Choice {
    SLENDER("Slender"),
    ATHLETIC("Athletic"),
    MUSCULAR("Muscular"),
    STOCKY("Stocky"),
    HEAVYSET("Heavyset"),
    AVERAGE("Average");

    private final String label;

    Build(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
