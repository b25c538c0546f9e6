package io.dramatis.portrait.provider.builtin;

/** A profession, and what its members wear and carry when the brief does not say. */
enum CharacterClass {
    BARBARIAN(Outfit.FUR, Weapon.AXE, Headwear.NONE, 0x6b4a33, 0x8c2f2a, 0xb08d57),
    ROGUE(Outfit.LEATHER, Weapon.DAGGERS, Headwear.HOOD_DOWN, 0x2f3038, 0x5a2230, 0x8f8f98),
    WIZARD(Outfit.ROBE, Weapon.STAFF, Headwear.WIZARD_HAT, 0x2c3a75, 0x6d4fa3, 0xd9b65c),
    CLERIC(Outfit.VESTMENTS, Weapon.HOLY_SYMBOL, Headwear.NONE, 0xe6dcc4, 0x9a2f35, 0xd8b04a),
    MONK(Outfit.WRAP, Weapon.NONE, Headwear.NONE, 0xb5622c, 0x6f2f22, 0xe0b874),
    WARLOCK(Outfit.ROBE, Weapon.WAND, Headwear.HOOD_DOWN, 0x33203f, 0x77224d, 0x9d7fd1),
    RANGER(Outfit.LEATHER, Weapon.BOW, Headwear.HOOD_DOWN, 0x3d5a3a, 0x6a4a2d, 0xb79a5e),
    FIGHTER(Outfit.CHAIN, Weapon.SWORD, Headwear.NONE, 0x7c2f2b, 0x39414f, 0xb9bcc4),
    BARD(Outfit.NOBLE, Weapon.LUTE, Headwear.FEATHERED_HAT, 0x8a2450, 0x1f6a6e, 0xe2bb55),
    PALADIN(Outfit.PLATE, Weapon.HAMMER, Headwear.NONE, 0xe9e3d3, 0x2f5aa0, 0xdcb654),
    DRUID(Outfit.TUNIC, Weapon.STAFF, Headwear.LEAF_CROWN, 0x4e6336, 0x7a5430, 0xa9b871),
    SORCERER(Outfit.NOBLE, Weapon.NONE, Headwear.CIRCLET, 0x7d1f2f, 0x2a1a2c, 0xe6a54a),
    ARTIFICER(Outfit.SCHOLAR, Weapon.HAMMER, Headwear.GOGGLES, 0x7a5531, 0x2f5960, 0xcf9347);

    private final Outfit outfit;
    private final Weapon weapon;
    private final Headwear headwear;
    private final Rgb cloth;
    private final Rgb accent;
    private final Rgb trim;

    CharacterClass(Outfit outfit, Weapon weapon, Headwear headwear, int cloth, int accent, int trim) {
        this.outfit = outfit;
        this.weapon = weapon;
        this.headwear = headwear;
        this.cloth = Rgb.of(cloth);
        this.accent = Rgb.of(accent);
        this.trim = Rgb.of(trim);
    }

    Outfit outfit() {
        return outfit;
    }

    Weapon weapon() {
        return weapon;
    }

    Headwear headwear() {
        return headwear;
    }

    Rgb cloth() {
        return cloth;
    }

    Rgb accent() {
        return accent;
    }

    Rgb trim() {
        return trim;
    }
}
