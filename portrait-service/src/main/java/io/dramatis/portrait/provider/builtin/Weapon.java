package io.dramatis.portrait.provider.builtin;

/** The thing a sitter carries. */
enum Weapon {
    NONE,
    SWORD,
    GREATSWORD,
    DAGGERS,
    STAFF,
    WAND,
    BOW,
    AXE,
    HAMMER,
    MACE,
    SPEAR,
    SHIELD,
    BOOK,
    LUTE,
    HOLY_SYMBOL
}
