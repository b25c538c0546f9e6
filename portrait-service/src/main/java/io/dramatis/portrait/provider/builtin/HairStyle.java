package io.dramatis.portrait.provider.builtin;

/** How the hair is worn. */
enum HairStyle {
    BALD,
    SHAVED,
    SHORT,
    TOUSLED,
    SLICKED,
    LONG,
    WAVY,
    CURLY,
    LONG_CURLY,
    BOB,
    BRAIDS,
    PONYTAIL,
    BUN,
    MOHAWK
}
