package io.dramatis.portrait.provider.builtin;

/** The colour words understood, by what they are said of: black hair is not the black of a cloak. */
final class Colours {

    static final Keywords<Rgb> HAIR = new Keywords<Rgb>()
            .add(Rgb.of(0xd9cfc2), "platinum", "ash blond", "white blond")
            .add(Rgb.of(0xc0713a), "strawberry", "ginger", "orange", "copper")
            .add(Rgb.of(0x7a3a22), "auburn", "mahogany", "russet")
            .add(Rgb.of(0x5f3a22), "chestnut", "hazel")
            .add(Rgb.of(0xd8ae62), "blond", "golden", "gold", "honey", "flaxen", "straw", "yellow")
            .add(Rgb.of(0xdedfe4), "white", "snow")
            .add(Rgb.of(0xb9bec9), "silver", "moon")
            .add(Rgb.of(0x8f8e92), "grey", "gray", "salt")
            .add(Rgb.of(0x2a2529), "black", "raven", "jet", "ebony", "midnight")
            .add(Rgb.of(0x3f2a20), "dark brown", "dark", "umber")
            .add(Rgb.of(0x8a623c), "light brown", "sandy", "tawny")
            .add(Rgb.of(0x5a3b26), "brown", "brunette", "chocolate")
            .add(Rgb.of(0xa33b22), "red", "fiery", "crimson", "scarlet")
            .add(Rgb.of(0x35599a), "blue", "azure")
            .add(Rgb.of(0x2f8a86), "teal", "turquoise")
            .add(Rgb.of(0x4d7a3e), "green", "moss")
            .add(Rgb.of(0x6c4692), "purple", "violet", "lavender")
            .add(Rgb.of(0xc9708f), "pink", "rose");

    static final Keywords<Rgb> EYES = new Keywords<Rgb>()
            .add(Rgb.of(0x9fc4dc), "ice", "pale blue", "light blue")
            .add(Rgb.of(0x3f7fc0), "blue", "azure", "sapphire")
            .add(Rgb.of(0x4f9a5a), "green", "emerald", "jade")
            .add(Rgb.of(0x8a7a3c), "hazel")
            .add(Rgb.of(0xd99a2b), "amber", "gold", "yellow", "honey", "orange", "topaz")
            .add(Rgb.of(0x4a2f20), "dark brown")
            .add(Rgb.of(0x7a4a28), "brown", "chestnut")
            .add(Rgb.of(0x8f9aa6), "grey", "gray", "steel", "silver", "storm")
            .add(Rgb.of(0x8a5ac0), "violet", "purple", "amethyst", "lavender")
            .add(Rgb.of(0xc03a2e), "red", "crimson", "ruby", "scarlet", "blood")
            .add(Rgb.of(0x2f9a96), "teal", "turquoise", "cyan")
            .add(Rgb.of(0xd77fa0), "pink")
            .add(Rgb.of(0x2a2226), "black", "dark", "onyx")
            .add(Rgb.of(0xdfe4ea), "white", "milky", "blind");

    static final Keywords<Rgb> SKIN = new Keywords<Rgb>()
            .add(Rgb.of(0xf3d5c0), "pale", "porcelain", "ivory", "alabaster")
            .add(Rgb.of(0xeec2a2), "fair", "light", "rosy", "peach")
            .add(Rgb.of(0xc58c5e), "olive", "tan", "bronze", "sun", "weathered")
            .add(Rgb.of(0xd9a378), "golden", "honey", "gold", "warm")
            .add(Rgb.of(0x6a4230), "dark brown", "deep", "dark", "ebony")
            .add(Rgb.of(0x4a3f45), "black", "onyx", "obsidian")
            .add(Rgb.of(0x9a6440), "brown", "chestnut", "copper")
            .add(Rgb.of(0xa8483f), "red", "crimson", "scarlet", "ruby")
            .add(Rgb.of(0x7f9a58), "green", "emerald", "moss")
            .add(Rgb.of(0x5f7fa6), "blue", "azure", "sapphire")
            .add(Rgb.of(0x7d5a94), "purple", "violet", "lavender")
            .add(Rgb.of(0x8b9096), "grey", "gray", "ash", "slate", "stone")
            .add(Rgb.of(0xc2c8d0), "silver", "white")
            .add(Rgb.of(0xb5893a), "brass", "yellow");

    static final Keywords<Rgb> CLOTH = new Keywords<Rgb>()
            .add(Rgb.of(0x6d1f2c), "burgundy", "maroon", "wine")
            .add(Rgb.of(0x9c2b2b), "red", "crimson", "scarlet", "ruby", "blood")
            .add(Rgb.of(0xb8632a), "orange", "rust", "copper", "amber")
            .add(Rgb.of(0xd3a83f), "gold", "yellow", "golden", "brass")
            .add(Rgb.of(0x4f5f34), "olive", "moss")
            .add(Rgb.of(0x2f6a45), "green", "emerald", "forest", "jade")
            .add(Rgb.of(0x2a7a7c), "teal", "turquoise", "cyan")
            .add(Rgb.of(0x24365f), "navy", "midnight")
            .add(Rgb.of(0x2f5798), "blue", "azure", "sapphire", "royal", "cobalt")
            .add(Rgb.of(0x5d3a86), "purple", "violet", "amethyst", "indigo")
            .add(Rgb.of(0xb56586), "pink", "rose", "magenta")
            .add(Rgb.of(0xb7bcc6), "silver", "steel")
            .add(Rgb.of(0x8b6a48), "tan", "beige", "sand", "khaki")
            .add(Rgb.of(0x644329), "brown", "chestnut", "leather", "bronze", "earth")
            .add(Rgb.of(0xe6e0d2), "white", "ivory", "cream", "pale")
            .add(Rgb.of(0x74767c), "grey", "gray", "slate", "ash")
            .add(Rgb.of(0x26252b), "black", "dark", "ebony", "shadow");

    /** The glow of magic: brighter than any dye. */
    static final Keywords<Rgb> GLOW = new Keywords<Rgb>()
            .add(Rgb.of(0xff7a4a), "red", "crimson", "fire", "flame", "orange")
            .add(Rgb.of(0xffd36b), "gold", "golden", "yellow", "holy", "radiant", "sun")
            .add(Rgb.of(0x7dffb0), "green", "emerald", "nature", "poison")
            .add(Rgb.of(0xc58bff), "purple", "violet", "arcane", "eldritch", "shadow")
            .add(Rgb.of(0x7fd8ff), "blue", "azure", "ice", "frost", "spectral", "lightning", "moon")
            .add(Rgb.of(0xff9ad5), "pink", "rose")
            .add(Rgb.of(0xf2f6ff), "white", "silver");

    private Colours() {}
}
