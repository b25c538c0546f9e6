package io.dramatis.portrait.provider.builtin;

/** Where the portrait is set: the colours of its air from top to bottom, and of the light it throws on the sitter. */
enum Scene {
    ABSTRACT(0x39424f, 0x6c7472, 0x2c2f38, 0xa9c4d8),
    FOREST(0x2f4a3c, 0x9db98a, 0x26392c, 0xbfe09a),
    LIBRARY(0x2b1c16, 0x7d5433, 0x22150f, 0xffc27a),
    MOUNTAIN(0x5f86b0, 0xd8d6cf, 0x6f7f92, 0xcfe4f5),
    TAVERN(0x24150f, 0x8a5428, 0x1d100b, 0xffae5c),
    CASTLE(0x333a4c, 0x8a8fa0, 0x262a36, 0xc9d2ec),
    CITY(0x3d4468, 0xd99a72, 0x2d2c44, 0xffc296),
    SEA(0x4a8ab5, 0xd9e6e2, 0x24607f, 0xc4f0f5),
    DESERT(0x7fa0b5, 0xf0cf94, 0xb07a44, 0xffdf9c),
    SNOW(0x7f95b0, 0xdfe7ef, 0xa9bace, 0xe6f4ff),
    CAVE(0x15161f, 0x3a4656, 0x0f1016, 0x7fd0d8),
    TEMPLE(0x4d4250, 0xe0c79a, 0x3a2f38, 0xffe6aa),
    BATTLEFIELD(0x2e2426, 0xb8572e, 0x1f1617, 0xff8a4a),
    NIGHT_SKY(0x0f1430, 0x3f4a86, 0x141834, 0xa4b8ff),
    TRAINING_GROUND(0x7f98a8, 0xdcc79c, 0x7a6146, 0xffe9b8),
    MOON(0x05060f, 0x1b2030, 0x8d9096, 0xd6e2f2),
    SPACE(0x070818, 0x2a1f52, 0x0a1030, 0xb8a8ff),
    CITY_NIGHT(0x0c1030, 0x4a2a6a, 0x10122c, 0xff7fd0),
    BEACH(0x5fb4e0, 0xd8eff0, 0xe6cd9a, 0xfff0c4),
    SHIP(0x6f9fc4, 0xe3e2d2, 0x5f4028, 0xe8f2f0),
    MEADOW(0x8fc4ea, 0xe9f0d0, 0x5f8f42, 0xfff2c0);

    private final Rgb high;
    private final Rgb middle;
    private final Rgb low;
    private final Rgb rim;

    Scene(int high, int middle, int low, int rim) {
        this.high = Rgb.of(high);
        this.middle = Rgb.of(middle);
        this.low = Rgb.of(low);
        this.rim = Rgb.of(rim);
    }

    Rgb high() {
        return high;
    }

    Rgb middle() {
        return middle;
    }

    Rgb low() {
        return low;
    }

    Rgb rim() {
        return rim;
    }
}
