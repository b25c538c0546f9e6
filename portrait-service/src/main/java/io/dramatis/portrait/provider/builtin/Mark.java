package io.dramatis.portrait.provider.builtin;

/** Single things that set a sitter apart. */
enum Mark {
    SCAR_LEFT,
    SCAR_RIGHT,
    EYEPATCH,
    GLASSES,
    FACE_TATTOO,
    GLOWING_TATTOO,
    ARM_TATTOO,
    WAR_PAINT,
    FRECKLES,
    MOLE,
    GLOWING_EYES,
    EARRINGS,
    PENDANT,
    MECHANICAL_ARM,
    FUR_COLLAR,
    CLOAK,
    HORNS
}
