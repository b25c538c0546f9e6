package io.dramatis.gateway.source.dnd5e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.Genre;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Dnd5eMapperTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI SERVER = URI.create("https://www.dnd5eapi.co");

    @Test
    void readsAMonster() {
        ExternalCharacter owlbear = read(Dnd5eList.MONSTERS_2014, "owlbear", "Owlbear", """
                {"index": "owlbear", "name": "Owlbear", "size": "Large", "type": "monstrosity", "alignment": "unaligned",
                 "armor_class": [{"type": "natural", "value": 13}], "hit_points": 59, "hit_dice": "7d10",
                 "hit_points_roll": "7d10+21", "speed": {"walk": "40 ft."}, "strength": 20, "dexterity": 12,
                 "constitution": 17, "intelligence": 3, "wisdom": 12, "charisma": 7, "languages": "",
                 "challenge_rating": 3, "xp": 700, "image": "/api/images/monsters/owlbear.png",
                 "special_abilities": [{"name": "Keen Sight", "desc": "It sees you first."}, {"name": "Nameless"}]}
                """);

        assertThat(owlbear.name()).isEqualTo("Owlbear");
        assertThat(owlbear.kind()).isEqualTo(CharacterKind.CREATURE);
        assertThat(owlbear.genre()).isEqualTo(Genre.FANTASY);
        assertThat(owlbear.universeTitle()).isEqualTo("Dungeons & Dragons");
        assertThat(owlbear.externalId()).isEqualTo("2014/monsters/owlbear");
        assertThat(owlbear.siteUrl()).isEqualTo("https://www.dnd5eapi.co/api/2014/monsters/owlbear");
        assertThat(owlbear.imageUrl()).isEqualTo("https://www.dnd5eapi.co/api/images/monsters/owlbear.png");
        assertThat(owlbear.description()).isEqualTo("Keen Sight. It sees you first.");
        assertThat(owlbear.attributes())
                .containsExactlyEntriesOf(ordered(
                        "editions", "2014",
                        "size", "Large",
                        "type", "monstrosity",
                        "alignment", "unaligned",
                        "challenge_rating", "3",
                        "xp", "700",
                        "armor_class", "13 (natural)",
                        "hit_points", "59 (7d10+21)",
                        "speed", "40 ft.",
                        "abilities", "STR 20, DEX 12, CON 17, INT 3, WIS 12, CHA 7"));
    }

    @Test
    void readsARaceOf2014() {
        ExternalCharacter dwarf = read(Dnd5eList.RACES_2014, "dwarf", "Dwarf", """
                {"index": "dwarf", "name": "Dwarf", "speed": 25, "size": "Medium", "age": "Grown up at fifty.",
                 "alignment": "Most like order.", "size_description": "Broad.",
                 "ability_bonuses": [{"ability_score": {"index": "con", "name": "CON"}, "bonus": 2},
                                     {"ability_score": {"name": "CHA"}, "bonus": -1}, {"bonus": 1}],
                 "traits": [{"index": "darkvision", "name": "Darkvision"}], "subraces": [{"name": "Hill Dwarf"}],
                 "languages": [{"name": "Common"}, {"name": "Dwarvish"}]}
                """);

        assertThat(dwarf.kind()).isEqualTo(CharacterKind.RACE);
        assertThat(dwarf.description()).isEqualTo("Grown up at fifty.\nMost like order.\nBroad.");
        assertThat(dwarf.imageUrl()).isNull();
        assertThat(dwarf.attributes())
                .containsEntry("speed", "25 ft.")
                .containsEntry("ability_bonuses", "CON +2, CHA -1")
                .containsEntry("traits", "Darkvision")
                .containsEntry("languages", "Common, Dwarvish")
                .containsEntry("subraces", "Hill Dwarf");
    }

    @Test
    void readsASubraceAndASpecies() {
        assertThat(read(Dnd5eList.SUBRACES_2014, "high-elf", "High Elf", """
                {"race": {"index": "elf", "name": "Elf"}, "desc": "Quick of mind.",
                 "racial_traits": [{"name": "High Elf Cantrip"}]}
                """)).satisfies(elf -> {
            assertThat(elf.description()).isEqualTo("Quick of mind.");
            assertThat(elf.attributes()).containsEntry("race", "Elf").containsEntry("traits", "High Elf Cantrip");
        });
        assertThat(read(Dnd5eList.SPECIES_2024, "goliath", "Goliath", """
                {"type": "Humanoid", "size_options": {"choose": 1}, "speed": 35, "traits": [], "subspecies": []}
                """)).satisfies(goliath -> {
            assertThat(goliath.description()).isNull();
            assertThat(goliath.attributes())
                    .containsExactlyEntriesOf(ordered("editions", "2024", "type", "Humanoid", "speed", "35 ft."));
        });
    }

    @Test
    void readsAClass() {
        assertThat(read(Dnd5eList.CLASSES_2024, "wizard", "Wizard", """
                {"hit_die": 6, "primary_ability": {"desc": "Intelligence"},
                 "saving_throws": [{"name": "INT"}, {"name": "WIS"}], "subclasses": [{"name": "Evoker"}],
                 "spellcasting": {"level": 1, "spellcasting_ability": {"name": "INT"}}}
                """).attributes())
                .containsExactlyEntriesOf(ordered(
                        "editions", "2024",
                        "hit_die", "d6",
                        "primary_ability", "Intelligence",
                        "saving_throws", "INT, WIS",
                        "spellcasting", "INT",
                        "subclasses", "Evoker"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "0.125, 1/8", "0.25, 1/4", "0.5, 1/2", "0.50, 1/2", "30, 30", "10.0, 10", "\"1/4\", 1/4"
    })
    void writesAChallengeAsTheBooksDo(String json, String rating) {
        assertThat(Dnd5eMapper.challengeRating(json(json))).isEqualTo(rating);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "[{\"type\": \"dex\", \"value\": 12}, {\"type\": \"spell\", \"value\": 15, \"spell\": {\"name\": \"Mage Armor\"}}] | 12, 15 (Mage Armor)",
                "[{\"type\": \"armor\", \"value\": 18, \"armor\": [{\"name\": \"Chain Mail\"}, {\"name\": \"Shield\"}]}] | 18 (Chain Mail, Shield)",
                "[13] | 13",
                "13 | 13",
                "[] | null",
                "[null, {}] | null",
                "null | null",
            })
    void readsArmorInAllItsForms(String json, String armor) {
        assertThat(Dnd5eMapper.armorClass(json == null ? MissingNode.getInstance() : json(json)))
                .isEqualTo(armor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "30 | 30 ft.",
                "\"30 feet\" | 30 feet",
                "{\"walk\": \"40 ft.\", \"fly\": \"80 ft.\", \"swim\": 40} | 40 ft., fly 80 ft., swim 40 ft.",
                "{\"walk\": \"0 ft.\", \"fly\": \"50 ft.\", \"hover\": true} | 0 ft., fly 50 ft. (hover)",
                "{} | null",
            })
    void readsSpeedInAllItsForms(String json, String speed) {
        assertThat(Dnd5eMapper.speed(json(json))).isEqualTo(speed);
    }

    @Test
    void readsDescriptionsInAllTheirForms() {
        assertThat(read(Dnd5eList.MONSTERS_2014, "mage", "Mage", "{\"desc\": \"One.\"}")
                        .description())
                .isEqualTo("One.");
        assertThat(read(Dnd5eList.MONSTERS_2014, "mage", "Mage", "{\"desc\": [\"One.\", \"Two.\"]}")
                        .description())
                .isEqualTo("One.\nTwo.");
        assertThat(read(Dnd5eList.MONSTERS_2014, "orc", "Orc", "{\"alignment\": \"chaotic evil\"}")
                        .description())
                .isNull();
    }

    @Test
    void doesWithoutDetailsAndWithNonsense() {
        Dnd5eEntry entry = Dnd5eEntry.of(Dnd5eList.MONSTERS_2014, "orc", "Orc", List.of("2014"));
        ExternalCharacter plain =
                Dnd5eMapper.character(entry, MissingNode.getInstance(), SERVER).character();
        assertThat(plain.name()).isEqualTo("Orc");
        assertThat(plain.attributes()).containsExactlyEntriesOf(ordered("editions", "2014"));

        assertThat(read(Dnd5eList.MONSTERS_2014, "orc", "Orc", """
                {"size": null, "type": 7, "armor_class": {}, "speed": [], "special_abilities": [null, 3], "desc": {},
                 "image": "//elsewhere.example/x.png", "challenge_rating": null, "strength": "many"}
                """)).satisfies(nonsense -> {
            assertThat(nonsense.imageUrl()).isNull();
            assertThat(nonsense.description()).isNull();
            assertThat(nonsense.attributes()).containsExactlyEntriesOf(ordered("editions", "2014", "type", "7"));
        });
    }

    @Test
    void onePlaceForBothEditionsAndTheNewerOneIsRead() {
        Dnd5eIndex index = Dnd5eIndex.of(
                Map.of(
                        Dnd5eList.SPECIES_2024,
                                json("{\"count\": 2, \"results\": [{\"index\": \"elf\", \"name\": \"Elf\"}]}"),
                        Dnd5eList.RACES_2014,
                                json(
                                        "{\"results\": [{\"index\": \"elf\", \"name\": \"Elf\"}, null, 4, {\"name\": \"?\"}]}"),
                        Dnd5eList.CLASSES_2014, json("{\"results\": [{\"index\": \"druid\", \"name\": \"Druid\"}]}"),
                        Dnd5eList.MONSTERS_2014,
                                json(
                                        "{\"results\": [{\"index\": \"druid\", \"name\": \"Druid\"}, {\"index\": \"../x\", \"name\": \"Elf\"}]}")));

        assertThat(index.find(List.of("elf"), false, 10)).singleElement().satisfies(elf -> {
            assertThat(elf.path()).isEqualTo("2024/species/elf");
            assertThat(elf.editions()).containsExactly("2014", "2024");
        });
        assertThat(index.find(List.of("druid"), false, 10))
                .extracting(Dnd5eEntry::kind)
                .containsExactly(CharacterKind.CLASS, CharacterKind.CREATURE);
        assertThat(index.find(List.of("druid"), false, 1)).hasSize(1);
        assertThat(index.paths())
                .containsExactlyInAnyOrder("2024/species/elf", "2014/classes/druid", "2014/monsters/druid");
    }

    private static ExternalCharacter read(Dnd5eList list, String index, String name, String details) {
        Dnd5eEntry entry = Dnd5eEntry.of(list, index, name, List.of(list.edition()));
        return Dnd5eMapper.character(entry, json(details), SERVER).character();
    }

    private static Map<String, String> ordered(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
