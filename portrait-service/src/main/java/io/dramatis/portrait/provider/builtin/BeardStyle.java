package io.dramatis.portrait.provider.builtin;

/** How the beard is worn. */
enum BeardStyle {
    NONE,
    STUBBLE,
    MOUSTACHE,
    GOATEE,
    SHORT,
    FULL,
    LONG,
    BRAIDED
}
