package io.dramatis.portrait.provider.builtin;

/** The kinds of dress a painter knows; some come in colours of their own, which are worn unless others are named. */
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
    WRAP,
    SPACESUIT(0xe4e6ea, 0xd9672b, 0x4f83c4),
    KIMONO(0x2f3f78, 0xb8433f, 0xe8d9b0),
    SUIT(0x2b303c, 0x8f2a33, 0xe9e6df),
    GOWN(0x9a2440, 0x6d1730, 0xe3c271),
    WEDDING(0xf3efe8, 0xe2dad0, 0xd8c9a8),
    WINTER_COAT(0x3f5a78, 0xa8453a, 0xd9cdb8),
    PIRATE(0x6a2228, 0x2b2528, 0xd8ae50),
    SCHOOL(0x26304e, 0x8a2f38, 0xe8e4da),
    CYBERPUNK(0x24242e, 0x26d8e0, 0xe83fa8),
    BEACH(0x2f9fb0, 0xf0b85a, 0xf2ede0),
    ROYAL(0x7a1f33, 0x44203a, 0xdcb654),
    CASUAL(0x7d8a9a, 0x545f6d, 0xd8d2c8);

    private final Rgb cloth;
    private final Rgb accent;
    private final Rgb trim;

    Outfit() {
        this.cloth = null;
        this.accent = null;
        this.trim = null;
    }

    Outfit(int cloth, int accent, int trim) {
        this.cloth = Rgb.of(cloth);
        this.accent = Rgb.of(accent);
        this.trim = Rgb.of(trim);
    }

    /** Null where the colours are the profession's. */
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
