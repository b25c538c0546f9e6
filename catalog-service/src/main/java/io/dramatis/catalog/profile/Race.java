package io.dramatis.catalog.profile;

/** Seed 002: species or lineage. */
public enum Race implements Choice {
    HUMAN("Human"),
    ORC("Orc"),
    DARK_ELF("Dark Elf"),
    WOOD_ELF("Wood Elf"),
    HIGH_ELF("High Elf"),
    DRAGONBORN("Dragonborn"),
    TIEFLING("Tiefling"),
    ROCK_GNOME("Rock Gnome"),
    FOREST_GNOME("Forest Gnome"),
    HALFLING("Halfling"),
    DWARF("Dwarf"),
    HALF_ELF("Half-Elf"),
    HALF_ORC("Half-Orc");

    private final String label;

    Race(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
