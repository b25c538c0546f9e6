package io.dramatis.catalog.profile;

/** Seed 002: what the character does in the portrait. */
public enum Pose implements Choice {
    STANDING_CONFIDENT("Standing Confident"),
    ARMS_CROSSED("Arms Crossed"),
    WEAPON_READY("Weapon Ready"),
    CASTING_SPELL("Casting Spell"),
    SEATED_THOUGHTFUL("Seated Thoughtful"),
    LOOKING_OVER_SHOULDER("Looking Over Shoulder");

    private final String label;

    Pose(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
