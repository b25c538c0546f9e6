package io.dramatis.catalog.profile;

/** Seed 002: emotional state or demeanour. */
public enum FacialExpression implements Choice {
    CONFIDENT("Confident"),
    SERENE("Serene"),
    DETERMINED("Determined"),
    FRIENDLY("Friendly"),
    STERN("Stern"),
    MYSTERIOUS("Mysterious"),
    JOYFUL("Joyful"),
    BROODING("Brooding"),
    WISE("Wise"),
    FIERCE("Fierce");

    private final String label;

    FacialExpression(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
