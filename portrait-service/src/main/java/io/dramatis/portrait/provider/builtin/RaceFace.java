package io.dramatis.portrait.provider.builtin;

/**
 * How a people's faces differ from the human mean.
 *
 * @param jaw added to the jaw's share of the face's width
 * @param chin added to the chin's half width
 * @param chinDrop added to the length of the face
 * @param cheekbones added to their prominence
 * @param eyeSize a factor
 * @param eyeTilt added to the rise of the outer corner
 * @param brow added to the brow's height: positive lowers it
 * @param browThick added to its thickness
 * @param nose a factor on its width
 * @param mouth a factor on its width
 * @param freckling a factor on the chance of freckles
 */
record RaceFace(
        double jaw,
        double chin,
        double chinDrop,
        double cheekbones,
        double eyeSize,
        double eyeTilt,
        double brow,
        double browThick,
        double nose,
        double mouth,
        double freckling) {

    static RaceFace of(Race race) {
        return switch (race) {
            case HUMAN -> new RaceFace(0, 0, 0, 0.1, 1, 0, 0, 0, 1, 1, 1);
            case ORC -> new RaceFace(0.14, 15, 6, 0.5, 0.86, 0, 9, 5, 1.42, 1.32, 0);
            case HALF_ORC -> new RaceFace(0.09, 9, 3, 0.4, 0.92, 0, 5, 3, 1.24, 1.16, 0.3);
            case DARK_ELF -> new RaceFace(-0.05, -7, 2, 0.5, 1.06, 7, 1, -1.5, 0.84, 0.93, 0);
            case HIGH_ELF -> new RaceFace(-0.05, -7, 5, 0.45, 1.05, 6, -2, -2, 0.82, 0.93, 0);
            case WOOD_ELF -> new RaceFace(-0.04, -5, 0, 0.4, 1.10, 6, 0, -1, 0.88, 0.95, 2);
            case HALF_ELF -> new RaceFace(-0.02, -3, 1, 0.3, 1.03, 3, 0, -0.5, 0.93, 0.97, 1.2);
            case TIEFLING -> new RaceFace(-0.02, -3, 2, 0.5, 1.03, 5, 0, 0, 0.94, 1, 0);
            case ROCK_GNOME -> new RaceFace(0.02, 5, -16, 0.0, 1.16, 1, -3, 3, 1.72, 1.06, 1.5);
            case FOREST_GNOME -> new RaceFace(0.00, 1, -18, 0.0, 1.26, 4, -4, 1, 1.52, 1.02, 2.5);
            case HALFLING -> new RaceFace(0.02, 3, -14, 0.0, 1.12, 1, -3, 0, 1.12, 1.02, 3);
            case DWARF -> new RaceFace(0.08, 7, -8, 0.2, 0.95, -1, 5, 4.5, 1.42, 1.04, 1);
            case DRAGONBORN -> new RaceFace(0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0);
        };
    }
}
