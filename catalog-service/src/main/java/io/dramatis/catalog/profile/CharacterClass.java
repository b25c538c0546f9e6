package io.dramatis.catalog.profile;

/** Seed 002: profession or archetype. */
public enum CharacterClass implements Choice {
    BARBARIAN("Barbarian"),
    ROGUE("Rogue"),
    WIZARD("Wizard"),
    CLERIC("Cleric"),
    MONK("Monk"),
    WARLOCK("Warlock"),
    RANGER("Ranger"),
    FIGHTER("Fighter"),
    BARD("Bard"),
    PALADIN("Paladin"),
    DRUID("Druid"),
    SORCERER("Sorcerer"),
    ARTIFICER("Artificer");

    private final String label;

    CharacterClass(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
