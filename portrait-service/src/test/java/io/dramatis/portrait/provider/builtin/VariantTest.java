package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.Sitter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTest {

    private static final VisualProfile WIZARD = profile("wizard", "long silver beard, glasses", null, "forest", null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wearing a spacesuit|SPACESUIT",
                "in plate armour|PLATE",
                "in a red ball gown|GOWN",
                "in a kimono|KIMONO",
                "in a business suit|SUIT",
                "in a wedding dress|WEDDING",
                "in a winter coat|WINTER_COAT",
                "as a pirate|PIRATE",
                "in a school uniform|SCHOOL",
                "in a cyberpunk jacket|CYBERPUNK",
                "in a swimsuit|BEACH",
                "in royal robes|ROYAL",
                "in a hoodie|CASUAL",
                "dressed in a simple tunic|TUNIC",
                "now in studded leather|LEATHER"
            })
    void attireIsChangedAndNothingElse(String wish, Outfit outfit) {
        Traits before = traits(sitter(WIZARD));
        Traits after = traits(vary(WIZARD, wish));
        assertThat(after.outfit()).isEqualTo(outfit);
        assertThat(after.headwear()).isEqualTo(Headwear.NONE);
        // A wizard's hat, staff and colours go with the robe.
        assertAllElseIsKept(before, after, "outfit", "headwear", "weapon", "outfitColours");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "laughing|LAUGHING",
                "angry|FIERCE",
                "crying|CRYING",
                "with tears in her eyes|CRYING",
                "a sad look|SAD",
                "surprised|SURPRISED",
                "terrified|AFRAID",
                "smiling gently|FRIENDLY",
                "calm|SERENE"
            })
    void moodIsChangedAndNothingElse(String wish, Expression mood) {
        Traits before = traits(sitter(WIZARD));
        Traits after = traits(vary(WIZARD, wish));
        assertThat(after.expression()).isEqualTo(mood);
        assertAllElseIsKept(before, after, "expression");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "with arms crossed|ARMS_CROSSED",
                "looking over the shoulder|LOOKING_OVER_SHOULDER",
                "casting a spell|CASTING_SPELL",
                "sitting|SEATED_THOUGHTFUL",
                "fighting|WEAPON_READY"
            })
    void poseIsChangedAndNothingElse(String wish, Pose pose) {
        Traits before = traits(sitter(WIZARD));
        Traits after = traits(vary(WIZARD, wish));
        assertThat(after.pose()).isEqualTo(pose);
        assertAllElseIsKept(before, after, "pose");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on the moon|MOON",
                "in a smoky tavern|TAVERN",
                "in the city at night|CITY_NIGHT",
                "on a sunny beach|BEACH",
                "in space|SPACE",
                "on the deck of a ship|SHIP",
                "in a garden|MEADOW",
                "in the snow|SNOW",
                "in an old library|LIBRARY",
                "in the desert|DESERT"
            })
    void settingIsChangedAndNothingElse(String wish, Scene scene) {
        Traits before = traits(sitter(WIZARD));
        Traits after = traits(vary(WIZARD, wish));
        assertThat(after.scene()).isEqualTo(scene);
        assertAllElseIsKept(before, after, "scene", "grade");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "as a child|CHILD",
                "8 years old|CHILD",
                "as a teenager|YOUNG",
                "twenty years older|MIDDLE_AGED",
                "40 years older|ELDERLY",
                "20 years younger|YOUNG",
                "as an old man|ELDERLY",
                "at age 55|MIDDLE_AGED",
                "older|MIDDLE_AGED"
            })
    void ageIsChangedAndHairAndIdentityStay(String wish, AgeCategory age) {
        Traits before = traits(sitter(WIZARD));
        Traits after = traits(vary(WIZARD, wish));
        assertThat(after.age()).isEqualTo(age);
        assertThat(after.identitySeed()).isEqualTo(before.identitySeed());
        assertThat(worn(after)).isEqualTo(worn(before));
        assertThat(after.outfit()).isEqualTo(before.outfit());
        assertThat(after.skinColour()).isEqualTo(before.skinColour());
        assertThat(after.eyeColour()).isEqualTo(before.eyeColour());
        if (age != AgeCategory.CHILD) {
            assertThat(beard(after)).isEqualTo(beard(before));
        } else {
            assertThat(beard(after)).isEqualTo(BeardStyle.NONE);
        }
    }

    @Test
    void hairIsChangedWhereItIsNamed() {
        VisualProfile braided = profile("ranger", null, "long red braids", null, null);
        Traits shorn = traits(vary(braided, "with a buzz cut"));
        assertThat(shorn.hairStyle()).isEqualTo(HairStyle.SHAVED);
        assertThat(shorn.hairColour()).isEqualTo(traits(sitter(braided)).hairColour());
        Traits grey = traits(vary(braided, "grey hair"));
        assertThat(grey.hairStyle()).isEqualTo(HairStyle.BRAIDS);
        assertThat(grey.hairColour()).isEqualTo(Colours.HAIR.first(" grey ").orElseThrow());
    }

    @Test
    void severalWishesAreAllGranted() {
        Traits traits = traits(vary(WIZARD, "laughing in a red ball gown on the moon, with an owl and a sword"));
        assertThat(traits.expression()).isEqualTo(Expression.LAUGHING);
        assertThat(traits.outfit()).isEqualTo(Outfit.GOWN);
        assertThat(traits.scene()).isEqualTo(Scene.MOON);
        assertThat(traits.companion()).isEqualTo(Companion.OWL);
        assertThat(traits.weapon()).isEqualTo(Weapon.SWORD);
        assertThat(traits.outfitColours()).contains(Colours.CLOTH.first(" red ").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scarlet gown",
                "keep the portrait of her face",
                "with furious eyes",
                "a hateful search",
                "start again"
            })
    void wordsInsideOfOtherWordsAreNotRead(String wish) {
        Traits before = traits(sitter(WIZARD));
        Traits after = traits(vary(WIZARD, wish));
        assertThat(after.marks()).isEqualTo(before.marks());
        assertThat(after.scene()).isEqualTo(before.scene());
        assertThat(after.companion()).isEqualTo(before.companion());
    }

    @Test
    void aVariantOfAVariantKeepsBothChanges() {
        Sitter first = vary(WIZARD, "wearing a spacesuit");
        Sitter second = vary(first, "on the moon", 0.65);
        Sitter third = vary(second, "laughing", 0.65);
        Traits traits = traits(third);
        assertThat(traits.outfit()).isEqualTo(Outfit.SPACESUIT);
        assertThat(traits.scene()).isEqualTo(Scene.MOON);
        assertThat(traits.expression()).isEqualTo(Expression.LAUGHING);
        assertSameFace(traits(sitter(WIZARD)), traits);
    }

    @Test
    void whatWasAddedToTheReferenceStaysUntilItIsNamed() {
        Sitter known = new Sitter(WIZARD, "with an owl, in a tavern", "anime", 7, 3, null);
        Traits traits = traits(vary(known, "on the moon", 0.65));
        assertThat(traits.companion()).isEqualTo(Companion.OWL);
        assertThat(traits.scene()).isEqualTo(Scene.MOON);
    }

    @Test
    void theStrengthDecidesWhatElseStays() {
        Sitter known = vary(WIZARD, "wearing a spacesuit on the moon, laughing");
        Sitter whole = vary(known, "crying", 1);
        assertThat(whole.variation()).isEqualTo(known.variation());
        assertThat(traits(whole).outfit()).isEqualTo(Outfit.SPACESUIT);
        Sitter usual = BuiltinProvider.sitter(TestArtist.variant(known, "crying", null, 0.65, 1_234), 0);
        assertThat(usual.variation()).isNotEqualTo(known.variation());
        assertThat(traits(usual).scene()).isEqualTo(Scene.MOON);
        ImageRequest hint = TestArtist.variant(known, "crying", null, 0.1, 99);
        Sitter faceOnly = VariantReader.read(
                new ImageRequest(
                        hint.characterName(),
                        WIZARD,
                        hint.prompt(),
                        null,
                        hint.additions(),
                        null,
                        1,
                        null,
                        null,
                        hint.references(),
                        0.1,
                        hint.identitySeed(),
                        hint.variation()),
                known,
                0);
        assertThat(traits(faceOnly).outfit()).isEqualTo(Outfit.ROBE);
        assertThat(traits(faceOnly).scene()).isEqualTo(Scene.FOREST);
        assertThat(traits(faceOnly).expression()).isEqualTo(Expression.CRYING);
        assertSameFace(traits(known), traits(faceOnly));
    }

    @Test
    void theStyleIsTheReferencesUnlessAnotherIsAskedFor() {
        Sitter known = new Sitter(WIZARD, null, "ink", 7, 3, null);
        assertThat(vary(known, "laughing", 0.65).style()).isEqualTo("ink");
        assertThat(BuiltinProvider.sitter(TestArtist.variant(known, "laughing", "anime", 0.65, 1), 0)
                        .style())
                .isEqualTo("anime");
    }

    @Test
    void unknownAndHostileWishesChangeNothing() {
        Sitter known = sitter(WIZARD);
        Traits before = traits(known);
        for (String wish : new String[] {
            "qqzz",
            "",
            " ",
            ",,,;;...",
            "\u0000\uFFFF\uD83D",
            "<svg onload=x()>",
            "\"'><script>alert(1)</script>",
            "99999999999999999999",
            "seed 123456 #zzzzzz",
            "zq ".repeat(4_000)
        }) {
            assertThatCode(() -> vary(known, wish, 1)).doesNotThrowAnyException();
            Sitter after = vary(known, wish, 1);
            assertThat(traits(after)).as(wish).isEqualTo(before);
        }
    }

    @Test
    void randomWishesAreHarmlessAndDeterministic() {
        String[] words = {
            "in", "a", "red", "spacesuit", "without", "hat", "and", "crying", "child", "old", "hair", "grey", "on",
                    "moon",
            ",", "beard", "no", "glasses", "crown", "<b>", "scar", "sword", "owl", "years", "older", "ten", "night",
                    "bald"
        };
        Dice dice = new Dice(11);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder wish = new StringBuilder();
            for (int k = 0; k < 14; k++) {
                wish.append(words[dice.below(words.length)]).append(' ');
            }
            Sitter once = vary(WIZARD, wish.toString());
            assertThat(vary(WIZARD, wish.toString())).isEqualTo(once);
            assertThat(once.identitySeed()).isEqualTo(sitter(WIZARD).identitySeed());
            assertThat(FaceLocator.of(traits(once)).size()).isBetween(0.2, 0.5);
        }
    }

    @Test
    void textsDoNotGrowWithoutEnd() {
        Sitter sitter = sitter(WIZARD);
        for (int i = 0; i < 60; i++) {
            sitter = vary(
                    sitter,
                    "with a scar, freckles and a pendant, an owl and a raven, twenty years older, grey hair",
                    0.65);
        }
        assertThat(sitter.visual().facialFeatures().length()).isLessThanOrEqualTo(500);
        assertThat(sitter.visual().distinguishingFeature().length()).isLessThanOrEqualTo(500);
    }

    @Test
    void everyCostumePlaceAndMoodLooksDifferent() {
        Set<String> pictures = new HashSet<>();
        int expected = 0;
        PortraitArtist artist = new PortraitArtist();
        for (Outfit outfit : Outfit.values()) {
            String attire = outfit == Outfit.SUIT ? "business suit" : name(outfit);
            assertThat(Vocabulary.OUTFITS.first(Keywords.normalize(attire))).contains(outfit);
            pictures.add(artist.draw(Briefs.sitter().with("attire", attire).build()));
            expected++;
        }
        for (Headwear headwear :
                new Headwear[] {Headwear.VEIL, Headwear.TRICORN, Headwear.SPACE_HELMET, Headwear.BEANIE}) {
            pictures.add(artist.draw(
                    Briefs.sitter().with("attire", "tunic, " + name(headwear)).build()));
            expected++;
        }
        assertThat(pictures).hasSize(expected);
    }

    @Test
    void thePlaceOfTheFaceFollowsTheHead() {
        Traits straight = traits(sitter(profile("wizard", null, null, null, "standing_confident")));
        Traits turned = traits(sitter(profile("wizard", null, null, null, "seated_thoughtful")));
        assertThat(FaceLocator.of(straight).x()).isBetween(0.4, 0.6);
        assertThat(FaceLocator.of(straight).y()).isBetween(0.4, 0.56);
        assertThat(Math.abs(FaceLocator.of(turned).tilt()))
                .isGreaterThan(Math.abs(FaceLocator.of(straight).tilt()));
    }

    private static String name(Enum<?> value) {
        return value.name()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace("wedding", "wedding dress")
                .replace("beach", "swimsuit")
                .replace("royal", "royal robe")
                .replace("school", "school uniform");
    }

    /** Everything but what is named, and what a variant leaves to chance. */
    private static void assertAllElseIsKept(Traits before, Traits after, String... changed) {
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("variation")
                .ignoringFields(changed)
                .isEqualTo(before);
        assertThat(FaceGeometry.of(after)).isEqualTo(FaceGeometry.of(before));
    }

    private static void assertSameFace(Traits before, Traits after) {
        assertThat(after.identitySeed()).isEqualTo(before.identitySeed());
        assertThat(FaceGeometry.of(after)).isEqualTo(FaceGeometry.of(before));
        assertThat(worn(after)).isEqualTo(worn(before));
        assertThat(beard(after)).isEqualTo(beard(before));
        assertThat(after.hairColour()).isEqualTo(before.hairColour());
        assertThat(after.eyeColour()).isEqualTo(before.eyeColour());
        assertThat(after.skinColour()).isEqualTo(before.skinColour());
        assertThat(after.has(Mark.GLASSES)).isEqualTo(before.has(Mark.GLASSES));
    }

    private static HairStyle worn(Traits traits) {
        return traits.hairStyle() != null
                ? traits.hairStyle()
                : FaceGeometry.of(traits).hairStyle();
    }

    private static BeardStyle beard(Traits traits) {
        return traits.beard() != null ? traits.beard() : FaceGeometry.of(traits).beard();
    }

    private static Sitter vary(VisualProfile visual, String wish) {
        return vary(sitter(visual), wish, 0.65);
    }

    private static Sitter vary(Sitter known, String wish, double strength) {
        return BuiltinProvider.sitter(TestArtist.variant(known, wish, null, strength, 99), 0);
    }

    private static Sitter sitter(VisualProfile visual) {
        return new Sitter(visual, null, null, 7, 3, null);
    }

    private static Traits traits(Sitter sitter) {
        return BriefReader.read(PortraitBrief.of(sitter));
    }

    private static VisualProfile profile(String calling, String features, String hair, String scene, String pose) {
        return Briefs.sitter()
                .with("race", Race.HUMAN)
                .with("gender", Gender.MALE)
                .with("characterClass", calling)
                .with("ageCategory", AgeCategory.ADULT)
                .with("facialExpression", Expression.STERN)
                .with("facialFeatures", features)
                .with("backgroundSetting", scene)
                .with("pose", pose)
                .with("hair", hair)
                .profile();
    }
}
