package io.dramatis.portrait.provider.builtin;

/** The presentation of the sitter; {@code softness} runs from the broad-boned (0) to the fine-boned (1). */
enum Gender {
    MALE(0.0),
    FEMALE(1.0),
    NON_BINARY(0.55);

    private final double softness;

    Gender(double softness) {
        this.softness = softness;
    }

    double softness() {
        return softness;
    }
}
