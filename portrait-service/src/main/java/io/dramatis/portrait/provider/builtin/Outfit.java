package io.dramatis.portrait.provider.builtin;

/** The kinds of dress a painter knows. */
enum Outfit {
    PLATE,
    CHAIN,
    LEATHER,
    FUR,
    ROBE,
    VESTMENTS,
    TUNIC,
    NOBLE,
    SCHOLAR,
    WRAP
}
