package io.dramatis.portrait.provider.builtin;

/** What is worn on the head. */
enum Headwear {
    NONE,
    HOOD,
    HOOD_DOWN,
    WIZARD_HAT,
    FEATHERED_HAT,
    CROWN,
    CIRCLET,
    THORNS,
    LEAF_CROWN,
    GOGGLES,
    BANDANA,
    HELMET,
    HALO,
    VEIL,
    TRICORN,
    SPACE_HELMET,
    BEANIE
}
