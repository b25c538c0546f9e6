package io.dramatis.portrait.provider.builtin;

/**
 * The peoples a sitter may belong to, with the proportions that set them apart.
 *
 * <p>Widths and lengths are factors on those of an average human; {@code ear} is the length of the ear's point in
 * head units, none for a round ear.
 */
enum Race {
    HUMAN(1.00, 1.00, 1.00, 1.00, 0),
    ORC(1.07, 1.26, 1.35, 1.03, 42),
    DARK_ELF(0.95, 0.92, 0.88, 1.00, 96),
    WOOD_ELF(0.95, 0.93, 0.90, 1.00, 84),
    HIGH_ELF(0.93, 0.91, 0.88, 1.00, 108),
    DRAGONBORN(1.00, 1.22, 1.40, 1.02, 0),
    TIEFLING(0.98, 0.98, 0.96, 1.00, 64),
    ROCK_GNOME(1.06, 0.76, 0.84, 1.10, 48),
    FOREST_GNOME(1.04, 0.72, 0.80, 1.10, 52),
    HALFLING(1.04, 0.78, 0.88, 1.08, 34),
    DWARF(1.13, 1.16, 1.32, 1.05, 0),
    HALF_ELF(0.97, 0.96, 0.94, 1.00, 50),
    HALF_ORC(1.05, 1.17, 1.22, 1.02, 36);

    private final double faceWidth;
    private final double shoulders;
    private final double neck;
    private final double headScale;
    private final double ear;

    Race(double faceWidth, double shoulders, double neck, double headScale, double ear) {
        this.faceWidth = faceWidth;
        this.shoulders = shoulders;
        this.neck = neck;
        this.headScale = headScale;
        this.ear = ear;
    }

    double faceWidth() {
        return faceWidth;
    }

    double shoulders() {
        return shoulders;
    }

    double neck() {
        return neck;
    }

    double headScale() {
        return headScale;
    }

    double ear() {
        return ear;
    }

    boolean elven() {
        return this == DARK_ELF || this == WOOD_ELF || this == HIGH_ELF || this == HALF_ELF;
    }

    boolean orcish() {
        return this == ORC || this == HALF_ORC;
    }

    boolean gnomish() {
        return this == ROCK_GNOME || this == FOREST_GNOME;
    }

    /** Peoples no taller than a child: drawn lower and with less of a neck. */
    boolean small() {
        return gnomish() || this == HALFLING || this == DWARF;
    }
}
