package io.dramatis.portrait.provider.builtin;

/**
 * The measures of one face, in head units: the origin lies between the eyes, y grows downwards, a human face is about
 * 250 wide and 380 high. They follow from the identity seed, shaped by race, gender, age and build, and from nothing
 * else: whatever the sitter wears, feels or does, these stay.
 */
record FaceGeometry(
        double halfWidth,
        double templeHalf,
        double jawHalf,
        double jawY,
        double chinHalf,
        double chinY,
        double skullTop,
        double hairlineY,
        double cheekbone,
        double eyeX,
        double eyeHalf,
        double eyeHeight,
        double eyeTilt,
        double browY,
        double browThick,
        double browArch,
        double browHalf,
        double noseTipY,
        double noseHalf,
        double bridgeHalf,
        double noseTip,
        double mouthY,
        double mouthHalf,
        double upperLip,
        double lowerLip,
        double earSize,
        int freckles,
        double moleX,
        double moleY,
        HairStyle hairStyle,
        BeardStyle beard,
        double parting,
        double recession,
        int facing,
        long locks) {

    private static final int SHAPE = 1;
    private static final int FEATURES = 2;
    private static final int STYLE = 3;

    static FaceGeometry of(Traits traits) {
        return of(traits.identitySeed(), traits.race(), traits.gender(), traits.age(), traits.build());
    }

    static FaceGeometry of(long seed, Race race, Gender gender, AgeCategory age, Build build) {
        Dice shape = Dice.of(seed, SHAPE);
        Dice dice = Dice.of(seed, FEATURES);
        Dice style = Dice.of(seed, STYLE);
        RaceFace own = RaceFace.of(race);
        double soft = gender.softness();
        double wear = age.wear();
        double halfWidth = shape.around(111, 127) * race.faceWidth() - 4 * soft + build.fullness() * 0.7;
        double jawHalf = halfWidth * (shape.around(0.72, 0.87) + own.jaw() - 0.065 * soft) + build.fullness() * 0.6;
        double chinHalf = shape.around(27, 42) + own.chin() - 7 * soft + build.fullness() * 0.4;
        double chinY = shape.around(173, 194) + own.chinDrop() - 7 * soft;
        boolean freckled = dice.chance(0.22 * own.freckling());
        double eyeHeight = dice.around(14, 18) * own.eyeSize() + 1.9 * soft - 1.2 * wear;
        double mouthY = chinY * dice.around(0.655, 0.695);
        return new FaceGeometry(
                halfWidth,
                halfWidth * shape.around(0.90, 0.97),
                jawHalf,
                chinY * shape.around(0.60, 0.68),
                chinHalf,
                chinY,
                -shape.around(182, 194),
                -shape.around(112, 128) - 4 * soft + 6 * (1 - soft) * -wear,
                shape.unit() * 0.6 + own.cheekbones(),
                dice.around(51, 57.5) * (0.45 + 0.55 * race.faceWidth()),
                dice.around(29.5, 34) * own.eyeSize() + 1.4 * soft,
                eyeHeight,
                dice.around(-1, 6) + own.eyeTilt() + 1.5 * soft - 2.5 * wear,
                -dice.around(35, 42) * (0.6 + 0.4 * own.eyeSize()) - 2 * soft + own.brow() + 2 * wear,
                dice.around(9.5, 14.5) - 4.2 * soft + own.browThick() + 1.5 * wear,
                dice.around(3, 9) + 2.5 * soft,
                dice.around(36, 42),
                chinY * dice.around(0.425, 0.475) + 3 * wear,
                dice.around(20, 27) * own.nose() - 2.5 * soft + 1.5 * wear,
                dice.around(8, 12.5) * (0.5 + 0.5 * own.nose()) - 1.5 * soft,
                dice.around(9, 14) * own.nose() - 1.5 * soft,
                mouthY,
                dice.around(36, 47) * own.mouth() - 2 * soft,
                dice.around(5.5, 9.5) + 1.6 * soft - 2 * wear,
                dice.around(9, 14) + 2.0 * soft - 2.5 * wear,
                dice.around(0.88, 1.12),
                freckled ? 18 + dice.below(22) : 0,
                dice.chance(0.25) ? dice.between(-0.6, 0.6) : 0,
                dice.between(0.25, 0.85),
                naturalHair(style, race, gender, age),
                naturalBeard(style, race, gender, age),
                style.between(-0.5, 0.5),
                gender == Gender.MALE ? wear * style.between(0.3, 1.0) : wear * 0.15,
                style.sign(),
                style.nextLong());
    }

    private static HairStyle naturalHair(Dice dice, Race race, Gender gender, AgeCategory age) {
        double roll = dice.unit();
        if (race == Race.HALFLING || race == Race.FOREST_GNOME) {
            return gender == Gender.FEMALE && roll < 0.6 ? HairStyle.LONG_CURLY : HairStyle.CURLY;
        }
        if (race.elven()) {
            return pick(roll, HairStyle.LONG, HairStyle.LONG, HairStyle.BRAIDS, HairStyle.WAVY, HairStyle.PONYTAIL);
        }
        if (race.orcish()) {
            return gender == Gender.FEMALE
                    ? pick(roll, HairStyle.BRAIDS, HairStyle.PONYTAIL, HairStyle.MOHAWK, HairStyle.LONG)
                    : pick(roll, HairStyle.MOHAWK, HairStyle.PONYTAIL, HairStyle.BALD, HairStyle.SLICKED);
        }
        if (gender == Gender.FEMALE) {
            return pick(
                    roll,
                    HairStyle.LONG,
                    HairStyle.WAVY,
                    HairStyle.BOB,
                    HairStyle.BUN,
                    HairStyle.BRAIDS,
                    HairStyle.PONYTAIL,
                    HairStyle.LONG_CURLY);
        }
        if (gender == Gender.MALE) {
            return age == AgeCategory.ELDERLY
                    ? pick(roll, HairStyle.SLICKED, HairStyle.LONG, HairStyle.BALD, HairStyle.SHORT)
                    : pick(
                            roll,
                            HairStyle.SHORT,
                            HairStyle.TOUSLED,
                            HairStyle.SLICKED,
                            HairStyle.SHAVED,
                            HairStyle.LONG,
                            HairStyle.CURLY);
        }
        return pick(
                roll,
                HairStyle.TOUSLED,
                HairStyle.BOB,
                HairStyle.SHORT,
                HairStyle.WAVY,
                HairStyle.CURLY,
                HairStyle.PONYTAIL);
    }

    private static BeardStyle naturalBeard(Dice dice, Race race, Gender gender, AgeCategory age) {
        double roll = dice.unit();
        if (age == AgeCategory.CHILD) {
            return BeardStyle.NONE;
        }
        if (race == Race.DWARF && gender != Gender.FEMALE) {
            return pick(roll, BeardStyle.BRAIDED, BeardStyle.BRAIDED, BeardStyle.BRAIDED, BeardStyle.LONG);
        }
        if (gender != Gender.MALE || race.elven() && age != AgeCategory.ELDERLY || race == Race.DRAGONBORN) {
            return BeardStyle.NONE;
        }
        if (race == Race.ROCK_GNOME && age != AgeCategory.YOUNG) {
            return pick(roll, BeardStyle.GOATEE, BeardStyle.FULL, BeardStyle.MOUSTACHE);
        }
        if (race == Race.HALFLING || race == Race.FOREST_GNOME || race.elven()) {
            return BeardStyle.NONE;
        }
        return switch (age) {
            case CHILD -> BeardStyle.NONE;
            case YOUNG -> pick(roll, BeardStyle.NONE, BeardStyle.NONE, BeardStyle.STUBBLE);
            case ADULT ->
                pick(roll, BeardStyle.NONE, BeardStyle.STUBBLE, BeardStyle.SHORT, BeardStyle.NONE, BeardStyle.GOATEE);
            case MIDDLE_AGED -> pick(roll, BeardStyle.SHORT, BeardStyle.FULL, BeardStyle.NONE, BeardStyle.MOUSTACHE);
            case ELDERLY -> pick(roll, BeardStyle.LONG, BeardStyle.FULL, BeardStyle.NONE, BeardStyle.MOUSTACHE);
        };
    }

    @SafeVarargs
    private static <T> T pick(double roll, T... choices) {
        return choices[(int) (roll * choices.length)];
    }
}
