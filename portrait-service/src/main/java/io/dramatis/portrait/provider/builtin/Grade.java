package io.dramatis.portrait.provider.builtin;

/** The overall tonality asked for. */
enum Grade {
    NATURAL,
    WARM,
    COOL,
    DARK,
    SEPIA,
    VIVID,
    PALE
}
