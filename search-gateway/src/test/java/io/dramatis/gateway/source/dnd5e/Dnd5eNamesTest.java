package io.dramatis.gateway.source.dnd5e;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.FoldedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Dnd5eNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owlbear | Owlbear",
                "owl bear | Owlbear",
                "Owlbears | Owlbear",
                "dwarves | Dwarf",
                "liches | Lich",
                "half elf | Half-Elf",
                "halfelf | Half-Elf",
                "will o wisp | Will-o'-Wisp",
                "wisp will o | Will-o'-Wisp",
            })
    void isTheSame(String query, String name) {
        assertThat(score(query, name)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owlbaer | Owlbear",
                "owlber | Owlbear",
                "oulbear | Owlbear",
                "owl beer | Owlbear",
                "gobiln | Goblin",
                "gelatinuos kube | Gelatinous Cube",
                "tarasque | Tarrasque",
                "druid | Druidess",
                "owl | Owlbear",
                "dragon | Red Dragon Wyrmling",
                "red dragons | Adult Red Dragon",
            })
    void isNear(String query, String name) {
        assertThat(score(query, name)).isBetween(0.3, 0.99);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "naruto | Narwhal",
                "rat | Cat",
                "orc | Elf",
                "ow | Owlbear",
                "red dragon | Adult Blue Dragon",
                "goblin | Hobgoblin",
                "owlbear of doom | Owlbear",
                "class | Clas",
            })
    void isSomethingElse(String query, String name) {
        assertThat(score(query, name)).isZero();
    }

    @Test
    void theMoreOfTheNameIsAskedForTheBetter() {
        assertThat(score("red dragon", "Adult Red Dragon"))
                .isGreaterThan(score("red dragon", "Half-Red Dragon Veteran"));
        assertThat(score("elf", "Elf")).isGreaterThan(score("elf", "High Elf"));
    }

    @Test
    void aNameAmongOthersCountsWhereThatIsWanted() {
        List<String> query = List.of("tiefling", "warlock");

        assertThat(Dnd5eNames.score(query, List.of("warlock"), false)).isZero();
        assertThat(Dnd5eNames.score(query, List.of("warlock"), true)).isBetween(0.3, 0.5);
        assertThat(Dnd5eNames.score(query, List.of("high", "elf"), true)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "wolves, wolf",
        "harpies, harpy",
        "classes, class",
        "foxes, fox",
        "mimics, mimic",
        "abyss, abyss",
        "gas, gas"
    })
    void knowsPlurals(String plural, String singular) {
        assertThat(Dnd5eNames.singular(plural)).isEqualTo(singular);
    }

    private static double score(String query, String name) {
        return Dnd5eNames.score(words(query), words(name), false);
    }

    private static List<String> words(String text) {
        return List.of(FoldedText.of(text).split(" "));
    }
}
