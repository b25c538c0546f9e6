package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefReaderTest {

    @Test
    void thickBlackBeardIsAFullBeardAndBlack() {
        Traits traits = features("thick black beard");
        assertThat(traits.beard()).isEqualTo(BeardStyle.FULL);
        assertThat(traits.beardColour()).isEqualTo(Colours.HAIR.first(" black ").orElseThrow());
        assertThat(traits.hairStyle()).isNull();
        assertThat(traits.hairColour()).isNull();
    }

    @Test
    void everyWordForABeardSaysWhatTheChinWears() {
        assertThat(features("weathered, unshaven").beard()).isEqualTo(BeardStyle.STUBBLE);
        assertThat(features("grey sideburns").beard()).isEqualTo(BeardStyle.FULL);
        assertThat(features("clean-shaven").beard()).isEqualTo(BeardStyle.NONE);
        assertThat(features("brown hair, white goatee").hairColour())
                .isEqualTo(Colours.HAIR.first(" brown ").orElseThrow());
    }

    @Test
    void whatIsCleanBesidesTheChinIsNoShave() {
        assertThat(distinguishing("always in clean clothes").beard()).isNull();
    }

    @Test
    void everyWordForHairSaysItsColour() {
        assertThat(features("black curls").hairColour())
                .isEqualTo(Colours.HAIR.first(" black ").orElseThrow());
        assertThat(features("golden locks").hairColour())
                .isEqualTo(Colours.HAIR.first(" golden ").orElseThrow());
        assertThat(features("a shaven head").hairStyle()).isEqualTo(HairStyle.SHAVED);
    }

    @Test
    void coloursBelongToTheNounTheyStandBy() {
        Traits traits = features("piercing blue eyes, short chestnut hair and a long white beard");
        assertThat(traits.eyeColour()).isEqualTo(Colours.EYES.first(" blue ").orElseThrow());
        assertThat(traits.hairStyle()).isEqualTo(HairStyle.SHORT);
        assertThat(traits.hairColour())
                .isEqualTo(Colours.HAIR.first(" chestnut ").orElseThrow());
        assertThat(traits.beard()).isEqualTo(BeardStyle.LONG);
        assertThat(traits.beardColour()).isEqualTo(Colours.HAIR.first(" white ").orElseThrow());
    }

    @Test
    void whatIsDeniedIsNotRead() {
        assertThat(features("no scar, without freckles").marks()).isEmpty();
        assertThat(features("no beard").beard()).isEqualTo(BeardStyle.NONE);
    }

    @Test
    void trimIsNotTheColourOfTheCloth() {
        Traits traits = BriefReader.read(
                Briefs.sitter().with("attire", "dark robes with silver trim").build());
        assertThat(traits.outfit()).isEqualTo(Outfit.ROBE);
        assertThat(traits.outfitColours())
                .containsExactly(Colours.CLOTH.first(" dark ").orElseThrow());
        assertThat(traits.trimColour())
                .isEqualTo(Colours.CLOTH.first(" silver ").orElseThrow());
    }

    @Test
    void furLinedLeatherIsLeatherWithAFurCollar() {
        Traits traits = BriefReader.read(
                Briefs.sitter().with("attire", "fur-lined leather armor").build());
        assertThat(traits.outfit()).isEqualTo(Outfit.LEATHER);
        assertThat(traits.has(Mark.FUR_COLLAR)).isTrue();
    }

    @Test
    void anEmptyWeaponFieldLeavesItToTheClass() {
        assertThat(BriefReader.read(
                                Briefs.sitter().with("characterClass", "ranger").build())
                        .weapon())
                .isEqualTo(Weapon.BOW);
        assertThat(BriefReader.read(Briefs.sitter()
                                .with("characterClass", "ranger")
                                .with("primaryWeapon", "ornate staff with crystal")
                                .build())
                        .weapon())
                .isEqualTo(Weapon.STAFF);
    }

    @Test
    void wireValuesAreReadWhateverTheirCase() {
        assertThat(BriefReader.read(Briefs.sitter().with("race", "Dark-Elf").build())
                        .race())
                .isEqualTo(Race.DARK_ELF);
        assertThat(BriefReader.read(Briefs.sitter().with("race", "kobold").build())
                        .race())
                .isEqualTo(Race.HUMAN);
    }

    @Test
    void distinguishingFeaturesAreRead() {
        assertThat(distinguishing("spectral wolf companion").companion()).isEqualTo(Companion.WOLF);
        assertThat(distinguishing("mechanical arm prosthetic").has(Mark.MECHANICAL_ARM))
                .isTrue();
        assertThat(distinguishing("crown of thorns").headwear()).isEqualTo(Headwear.THORNS);
        assertThat(distinguishing("glowing eyes").has(Mark.GLOWING_TATTOO)).isFalse();
        assertThat(distinguishing("glowing eyes").has(Mark.GLOWING_EYES)).isTrue();
    }

    private static Traits features(String text) {
        return BriefReader.read(Briefs.sitter().with("facialFeatures", text).build());
    }

    private static Traits distinguishing(String text) {
        return BriefReader.read(
                Briefs.sitter().with("distinguishingFeature", text).build());
    }
}
