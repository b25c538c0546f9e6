package io.dramatis.portrait.provider.builtin;

import java.util.ArrayList;
import java.util.List;

/**
 * The natural colouring of a people.
 *
 * @param blood what shows through in cheeks and lips
 * @param ownShare how much of the people's own skin stays when a brief names another
 */
record RaceColours(List<Rgb> skins, List<Rgb> hairs, List<Rgb> eyes, Rgb sclera, Rgb blood, double ownShare) {

    private static final int[] HUMAN_SKINS = {0xf0c8a8, 0xe3b088, 0xd2986c, 0xb87a50, 0x8f5c3c, 0x6b4431, 0xf4d3bb};
    private static final int[] HUMAN_HAIRS = {
        0x2b2326, 0x3f2a20, 0x5a3b26, 0x7c5231, 0xb98a4e, 0xd8b070, 0x8c3f22, 0xb1602c
    };
    private static final int[] HUMAN_EYES = {0x5a3a22, 0x7a5230, 0x4f7f9f, 0x5f8a5a, 0x86803f, 0x7d8c98};
    private static final Rgb WARM_BLOOD = Rgb.of(0xc4473f);
    private static final Rgb WHITE_OF_EYE = Rgb.of(0xf3ece4);

    static RaceColours of(Race race) {
        return switch (race) {
            case HUMAN, HALFLING -> warm(HUMAN_SKINS, HUMAN_HAIRS, HUMAN_EYES);
            case HALF_ELF ->
                warm(
                        new int[] {0xf0cdb0, 0xe2b48e, 0xc99068, 0x9a6846, 0xf2d6c2},
                        new int[] {0x3a2a26, 0x6b4528, 0xc79a58, 0xe0c48c, 0x8a4526},
                        new int[] {0x4f9a6a, 0x5f8fc0, 0x8a7a3c, 0x8a6ac0});
            case DWARF ->
                warm(
                        new int[] {0xe6b08a, 0xd89a72, 0xc4835c, 0x9a6444, 0xefc2a0},
                        new int[] {0x9c4a22, 0xb8642a, 0x5a3420, 0x2f2526, 0xc9974e, 0x75452a},
                        new int[] {0x5a3a22, 0x4f7f9f, 0x6f7f8a, 0x7a5a30});
            case ROCK_GNOME ->
                warm(
                        new int[] {0xd9a27a, 0xc48a60, 0xe8ba94, 0xa87450},
                        new int[] {0xd9d3cc, 0xe0b060, 0xc4672e, 0x8a5a36, 0xb04a30},
                        new int[] {0x4a8fc0, 0x5a9a7a, 0x7a5230});
            case FOREST_GNOME ->
                warm(
                        new int[] {0xc99a70, 0xb08258, 0xdcb48c, 0x94683f},
                        new int[] {0x5a4228, 0x7a6a34, 0x8a4a24, 0x3a3024, 0xa87a3a},
                        new int[] {0x5f9a4a, 0x8a7a34, 0x4f9a8a});
            case HIGH_ELF ->
                warm(
                        new int[] {0xf6dcc4, 0xf2d2b0, 0xf7e3d3, 0xe6bf94},
                        new int[] {0xe6cf96, 0xd8b468, 0xe9e2d4, 0xc9b48a, 0xb8bccb},
                        new int[] {0x3f8fd0, 0xc9a23a, 0x4fb0a0, 0x8a7ad0});
            case WOOD_ELF ->
                warm(
                        new int[] {0xc98e60, 0xb57a4e, 0xd9a678, 0x9a6640},
                        new int[] {0x5a3620, 0x7a3f20, 0x3a2a20, 0x8f5a2c, 0x6a5a30},
                        new int[] {0x5f9a3f, 0x9a7a2c, 0x4f8a5f});
            case DARK_ELF ->
                new RaceColours(
                        list(0x5d5874, 0x4c4a66, 0x6d6688, 0x494f68),
                        list(0xf0eef2, 0xdcdde8, 0xe6ddd4),
                        list(0xc8364e, 0xb98ae0, 0xdccf9a, 0xd86a4a),
                        Rgb.of(0xe6e2ec),
                        Rgb.of(0x7a2f5a),
                        0.7);
            case ORC ->
                new RaceColours(
                        list(0x6f8a4e, 0x5f7a50, 0x7d9558, 0x6a7a66, 0x546c48),
                        list(0x211d20, 0x2e2622, 0x3d3430),
                        list(0xd09a2c, 0xc0562a, 0x8a5a22),
                        Rgb.of(0xefe6cc),
                        Rgb.of(0x7a4a34),
                        0.6);
            case HALF_ORC ->
                new RaceColours(
                        list(0x97a07a, 0x8a9272, 0xa3a283, 0x848a74, 0x9a9478),
                        list(0x241f20, 0x352824, 0x4a3626),
                        list(0x7a5a2c, 0x8a7a3c, 0x6a7a80),
                        Rgb.of(0xf0e9d8),
                        Rgb.of(0x9a4f42),
                        0.5);
            case TIEFLING ->
                new RaceColours(
                        list(0xb8504a, 0xa4404a, 0x8f4a7c, 0x7a5298, 0xc2665a, 0x6a5a9a),
                        list(0x241a24, 0x3a1a2c, 0x2a2440, 0x5a1f2c),
                        list(0xf0c040, 0xf0e6c8, 0xe86a3a),
                        Rgb.of(0xf2dcae),
                        Rgb.of(0x8a1f3a),
                        0.25);
            case DRAGONBORN ->
                new RaceColours(
                        list(
                                0xa8402f, 0xb0863a, 0x4a7a5a, 0x44668f, 0x8a949e, 0xa8683f, 0x6a4a80, 0x3f4a52,
                                0x8a9a4a, 0x3f8a8a, 0xc9c2b4, 0x7a2f3a),
                        list(0x3a2a26),
                        list(0xf0b030, 0xe07a2a, 0x8ad05a, 0x6ac0e8),
                        Rgb.of(0xf0d890),
                        Rgb.of(0x7a2a22),
                        0);
        };
    }

    private static RaceColours warm(int[] skins, int[] hairs, int[] eyes) {
        return new RaceColours(list(skins), list(hairs), list(eyes), WHITE_OF_EYE, WARM_BLOOD, 0);
    }

    private static List<Rgb> list(int... hexes) {
        List<Rgb> colours = new ArrayList<>(hexes.length);
        for (int hex : hexes) {
            colours.add(Rgb.of(hex));
        }
        return List.copyOf(colours);
    }
}
