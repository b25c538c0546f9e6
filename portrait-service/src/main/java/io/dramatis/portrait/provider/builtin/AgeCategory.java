package io.dramatis.portrait.provider.builtin;

/** The apparent age; {@code wear} runs from the unlined (0) to the deeply lined (1). */
enum AgeCategory {
    YOUNG(0.0),
    ADULT(0.18),
    MIDDLE_AGED(0.55),
    ELDERLY(1.0),
    CHILD(0.0);

    private final double wear;

    AgeCategory(double wear) {
        this.wear = wear;
    }

    double wear() {
        return wear;
    }
}
