package io.dramatis.portrait.provider.builtin;

/** A creature at the sitter's side. */
enum Companion {
    NONE,
    WOLF,
    CAT,
    RAVEN,
    OWL,
    DRAGON
}
