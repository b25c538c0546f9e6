package io.dramatis.portrait.provider.builtin;

import java.util.List;

/** The colours of one portrait, each with the tints and shades the painters layer. */
record Palette(
        Rgb skin,
        Rgb hair,
        Rgb beard,
        Rgb iris,
        Rgb sclera,
        Rgb lip,
        Rgb blush,
        Rgb cloth,
        Rgb accent,
        Rgb trim,
        Rgb glow,
        Rgb rim) {

    private static final double DARK_SKIN = 0.5;
    private static final Rgb OLD_HAIR = Rgb.of(0xd6d4d2);
    private static final Rgb GOLD = Rgb.of(0xd8b25a);

    static Palette of(Traits traits, Rgb rim) {
        RaceColours colours = RaceColours.of(traits.race());
        Dice dice = Dice.of(traits.identitySeed(), 11);
        Rgb skin = traits.skinColour() != null ? raceSkin(traits, colours) : pick(colours.skins(), dice);
        boolean dark = skin.luminance() < DARK_SKIN;
        Rgb hairNatural = pick(suiting(dark, colours.hairs(), 0.34), dice);
        Rgb irisNatural = pick(suiting(dark, colours.eyes(), 0.44), dice);
        double greying = greying(traits.age(), dice.unit());
        Rgb hair = traits.hairColour() != null
                ? traits.hairColour().mix(OLD_HAIR, greying * 0.35)
                : hairNatural.mix(OLD_HAIR, greying);
        Rgb beard = traits.beardColour() != null
                ? traits.beardColour().mix(OLD_HAIR, greying * 0.35)
                : hair.mix(OLD_HAIR, greying * 0.3);
        Rgb iris = traits.eyeColour() != null ? traits.eyeColour() : irisNatural;
        Rgb lip = skin.mix(colours.blood(), traits.gender() == Gender.FEMALE ? 0.42 : 0.24);
        CharacterClass calling = traits.calling();
        Rgb cloth = calling == null ? Rgb.of(0x5b6650) : calling.cloth();
        Rgb accent = calling == null ? Rgb.of(0x7a4b33) : calling.accent();
        Rgb trim = calling == null ? Rgb.of(0xb79a5e) : calling.trim();
        if (traits.outfit().cloth() != null) {
            cloth = traits.outfit().cloth();
            accent = traits.outfit().accent();
            trim = traits.outfit().trim();
        }
        int stated = traits.outfitColours().size();
        if (stated > 0) {
            cloth = traits.outfitColours().get(0);
            accent = stated > 1 ? traits.outfitColours().get(1) : cloth.times(0.62, 0.6, 0.66);
            trim = stated > 2 ? traits.outfitColours().get(2) : GOLD;
        }
        if (traits.trimColour() != null) {
            trim = traits.trimColour();
        }
        Rgb glow = traits.markColour() != null ? traits.markColour() : glowOf(calling);
        return new Palette(
                skin, hair, beard, iris, colours.sclera(), lip, colours.blood(), cloth, accent, trim, glow, rim);
    }

    Rgb skinShade() {
        return skin.times(0.74, 0.62, 0.66);
    }

    Rgb skinDeep() {
        return skin.times(0.50, 0.38, 0.44);
    }

    Rgb skinLine() {
        return skin.times(0.36, 0.24, 0.28);
    }

    Rgb skinLight() {
        return skin.mix(Rgb.of(0xfff1dc), 0.42);
    }

    /** Skin named in the brief is kept, but a people with skin of its own colour keeps a share of that. */
    private static Rgb raceSkin(Traits traits, RaceColours colours) {
        return traits.skinColour().mix(colours.skins().get(0), colours.ownShare());
    }

    private static double greying(AgeCategory age, double chance) {
        return switch (age) {
            case CHILD, YOUNG, ADULT -> 0;
            case MIDDLE_AGED -> 0.08 + 0.3 * chance;
            case ELDERLY -> 0.66 + 0.22 * chance;
        };
    }

    private static Rgb glowOf(CharacterClass calling) {
        if (calling == null) {
            return Rgb.of(0x7fd8ff);
        }
        return switch (calling) {
            case CLERIC, PALADIN, BARD -> Rgb.of(0xffd97a);
            case DRUID, RANGER -> Rgb.of(0x9dff9a);
            case WARLOCK, ROGUE -> Rgb.of(0xc58bff);
            case SORCERER, BARBARIAN -> Rgb.of(0xff9a55);
            default -> Rgb.of(0x7fd8ff);
        };
    }

    /** With dark skin go dark hair and eyes, where the people has any. */
    private static List<Rgb> suiting(boolean dark, List<Rgb> colours, double limit) {
        List<Rgb> suiting =
                colours.stream().filter(colour -> colour.luminance() < limit).toList();
        return dark && !suiting.isEmpty() ? suiting : colours;
    }

    private static Rgb pick(List<Rgb> colours, Dice dice) {
        Rgb first = colours.get(dice.below(colours.size()));
        Rgb second = colours.get(dice.below(colours.size()));
        return first.mix(second, dice.between(0, 0.25));
    }
}
