package io.dramatis.portrait.provider.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class PortraitArtistTest {

    private static final String[] TEXT_FIELDS = {
        "race",
        "gender",
        "characterClass",
        "ageCategory",
        "build",
        "heightDescription",
        "facialExpression",
        "facialFeatures",
        "attire",
        "primaryWeapon",
        "distinguishingFeature",
        "backgroundSetting",
        "pose",
        "hair",
        "eyes",
        "skin",
        "outfitColors",
        "artStyle",
        "additions"
    };

    private static final String[] HOSTILE = {
        "QQ\"'><script>alert(1)</script>",
        "QQ</svg><svg onload='x()'>",
        "QQ\u0000\u0001\uFFFF",
        "QQ\uD83D\uDC09\uD83D",
        "QQ]]>&xxe;<!ENTITY xxe SYSTEM 'file:///etc/passwd'>",
        "QQ " + "zq ".repeat(3_333),
        "QQ url(http://qq.example)"
    };

    private final PortraitArtist artist = new PortraitArtist();

    @Test
    void sameBriefGivesTheSameBytes() {
        PortraitBrief brief = Briefs.sitter()
                .with("race", "tiefling")
                .with("attire", "dark robes")
                .build();
        assertThat(artist.draw(brief)).isEqualTo(new PortraitArtist().draw(brief));
    }

    @Test
    void theDefaultLocaleDoesNotShowInTheNumbers() {
        Locale before = Locale.getDefault();
        try {
            String expected = artist.draw(Briefs.empty());
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(artist.draw(Briefs.empty())).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyRaceDrawsDifferently() {
        assertEachDiffers("race", names(Race.values()));
    }

    @Test
    void everyGenderDrawsDifferently() {
        assertEachDiffers("gender", names(Gender.values()));
    }

    @Test
    void everyClassDrawsDifferently() {
        assertEachDiffers("characterClass", names(CharacterClass.values()));
    }

    @Test
    void everyAgeDrawsDifferently() {
        assertEachDiffers("ageCategory", names(AgeCategory.values()));
    }

    @Test
    void everyBuildDrawsDifferently() {
        assertEachDiffers("build", names(Build.values()));
    }

    @Test
    void everyExpressionDrawsDifferentlyOnSkinAndOnScales() {
        assertEachDiffers("facialExpression", names(Expression.values()));
        Set<String> dragons = new HashSet<>();
        for (String value : names(Expression.values())) {
            dragons.add(artist.draw(Briefs.sitter()
                    .with("race", "dragonborn")
                    .with("facialExpression", value)
                    .build()));
        }
        assertThat(dragons).hasSize(Expression.values().length);
    }

    @Test
    void everyPoseDrawsDifferentlyWithAndWithoutAWeapon() {
        assertEachDiffers("pose", names(Pose.values()));
        Set<String> armed = new HashSet<>();
        for (String value : names(Pose.values())) {
            armed.add(artist.draw(Briefs.sitter()
                    .with("primaryWeapon", "longsword")
                    .with("pose", value)
                    .build()));
        }
        assertThat(armed).hasSize(Pose.values().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attire=gleaming plate armor",
                "attire=chain mail",
                "attire=fur-lined leather armor",
                "attire=silk gown",
                "attire=monk wrap",
                "attire=scholar's waistcoat",
                "attire=priest vestments",
                "attire=bear pelts",
                "attire=hooded cloak",
                "attire=pointed hat",
                "attire=helmet",
                "attire=goggles",
                "primaryWeapon=greatsword",
                "primaryWeapon=twin daggers",
                "primaryWeapon=ornate staff with crystal",
                "primaryWeapon=longbow",
                "primaryWeapon=battle axe",
                "primaryWeapon=mace",
                "primaryWeapon=spear",
                "primaryWeapon=shield",
                "primaryWeapon=spellbook",
                "primaryWeapon=lute",
                "primaryWeapon=holy symbol",
                "backgroundSetting=misty forest",
                "backgroundSetting=grand library",
                "backgroundSetting=mountain peak",
                "backgroundSetting=tavern interior",
                "backgroundSetting=throne room of a castle",
                "backgroundSetting=city street",
                "backgroundSetting=open sea",
                "backgroundSetting=desert dunes",
                "backgroundSetting=snow",
                "backgroundSetting=crystal cave",
                "backgroundSetting=temple",
                "backgroundSetting=battlefield",
                "backgroundSetting=night sky",
                "backgroundSetting=training yard",
                "distinguishingFeature=crown of thorns",
                "distinguishingFeature=spectral wolf companion",
                "distinguishingFeature=mechanical arm prosthetic",
                "distinguishingFeature=glowing arcane tattoos on arms",
                "facialFeatures=thick black beard",
                "facialFeatures=facial scar across left cheek",
                "facialFeatures=eyepatch",
                "facialFeatures=glasses",
                "facialFeatures=freckles",
                "facialFeatures=network of tattoos",
                "facialFeatures=stubble",
                "hair=bald",
                "hair=mohawk",
                "hair=long blue hair",
                "eyes=violet",
                "skin=green",
                "outfitColors=crimson and gold",
                "artStyle=watercolor",
                "heightDescription=towering",
                "additions=add an owl"
            })
    void whatTheTextSaysShowsInThePicture(String fieldAndText) {
        String[] parts = fieldAndText.split("=");
        assertThat(artist.draw(Briefs.sitter().with(parts[0], parts[1]).build()))
                .isNotEqualTo(artist.draw(Briefs.empty()));
    }

    @Test
    void unknownValuesDrawAsIfNothingHadBeenSaid() {
        Briefs unknown = Briefs.sitter();
        for (String field : TEXT_FIELDS) {
            unknown.with(field, "qqzz");
        }
        assertThat(artist.draw(unknown.build())).isEqualTo(artist.draw(Briefs.empty()));
    }

    @Test
    void differentIdentitiesLookDifferent() {
        Set<String> pictures = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            pictures.add(artist.draw(Briefs.sitter().identity(seed).build()));
        }
        assertThat(pictures).hasSize(50);
    }

    @Test
    void variationChangesThePicture() {
        assertThat(artist.draw(Briefs.sitter().variation(1).build()))
                .isNotEqualTo(artist.draw(Briefs.sitter().variation(2).build()));
    }

    @Test
    void twoThousandHostileBriefsGiveWellFormedPicturesWithoutTheirText() {
        Dice dice = new Dice(42);
        for (int i = 0; i < 2_000; i++) {
            String svg = artist.draw(randomBrief(dice));
            assertThat(svg)
                    .doesNotContain(
                            "script",
                            "QQ",
                            "zq",
                            "onload",
                            "ENTITY",
                            "http://qq",
                            "\u0000",
                            "<text",
                            "NaN",
                            "Infinity");
            assertThatCode(() -> parse(svg)).doesNotThrowAnyException();
        }
    }

    private static PortraitBrief randomBrief(Dice dice) {
        Briefs brief = Briefs.sitter().identity(dice.nextLong()).variation(dice.nextLong());
        for (String field : TEXT_FIELDS) {
            List<String> choices = new ArrayList<>(Arrays.asList(HOSTILE));
            choices.add(null);
            choices.add("red hooded cloak, plate armor with gold trim, QQ<b>");
            choices.add("scar, long braided beard, glowing eyes, staff, raven, forest, curly black hair");
            choices.addAll(
                    switch (field) {
                        case "race" -> names(Race.values());
                        case "gender" -> names(Gender.values());
                        case "characterClass" -> names(CharacterClass.values());
                        case "ageCategory" -> names(AgeCategory.values());
                        case "build" -> names(Build.values());
                        case "facialExpression" -> names(Expression.values());
                        case "pose" -> names(Pose.values());
                        case "hair" -> names(HairStyle.values());
                        case "primaryWeapon" -> names(Weapon.values());
                        case "backgroundSetting" -> names(Scene.values());
                        default -> List.of("");
                    });
            brief.with(field, choices.get(dice.below(choices.size())));
        }
        return brief.build();
    }

    private static void parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private void assertEachDiffers(String field, List<String> values) {
        Set<String> pictures = new HashSet<>();
        for (String value : values) {
            pictures.add(artist.draw(Briefs.sitter().with(field, value).build()));
        }
        assertThat(pictures).as(field).hasSize(values.size());
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
