package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceAnswer;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.SourceStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What searches that people really make should answer, with results as the sources give them. */
class FamousSearchesTest {

    private static final List<String> PLAN =
            List.of("anilist", "tmdb", "openlibrary", "mangadex", "dnd5e", "wikipedia", "wikidata");
    private static final String DND = "Dungeons & Dragons";

    private final Map<String, List<FoundCharacter>> given = new LinkedHashMap<>();

    @Test
    void naruto() {
        give(anime("17", "Naruto Uzumaki", "Naruto").alias("うずまきナルト").universeAlias("NARUTO: Shippuuden"));
        give(anime("13", "Sasuke Uchiha", "Naruto").alias("うちはサスケ"));
        give(anime("145", "Sakura Haruno", "Naruto"));
        give(anime("53901", "Menma Naruto", "Road to Ninja"));
        give(role("credit/1", "Naruto Uzumaki", "Naruto: Shippuden").attribute("played_by", "Junko Takeuchi"));
        give(role("credit/2", "Sasuke Uchiha", "Naruto: Shippūden"));
        give(person("tmdb", "1256603", "Junko Takeuchi").attribute("known_for", "Naruto"));
        give(page("1", "Naruto Uzumaki", "Naruto").sharedId(SharedId.WIKIDATA, "Q1"));
        give(item("Q1", "Naruto Uzumaki").alias("Naruto").alias("ナルト"));
        give(person("mangadex", "kishimoto", "Masashi Kishimoto").universe("Naruto"));

        assertThat(found("naruto"))
                .startsWith(
                        "anilist Naruto Uzumaki +tmdb +wikipedia +wikidata",
                        "anilist Menma Naruto",
                        "anilist Sasuke Uchiha +tmdb",
                        "anilist Sakura Haruno")
                .endsWith("mangadex Masashi Kishimoto");
        assertThat(found("naurto")).first().asString().startsWith("anilist Naruto Uzumaki");
        assertThat(found("ナルト")).first().asString().startsWith("anilist Naruto Uzumaki");
        assertThat(found("uzumaki naruto")).first().asString().startsWith("anilist Naruto Uzumaki");
    }

    @Test
    void sherlockHolmes() {
        give(role("credit/1", "Sherlock Holmes", "Sherlock Holmes").attribute("played_by", "Robert Downey Jr."));
        give(role("credit/2", "Dr. John Watson", "Sherlock Holmes"));
        give(role("credit/3", "Sherlock Holmes", "Enola Holmes"));
        give(person("tmdb", "3223", "Robert Downey Jr."));
        give(found("openlibrary", "OL262421W/sherlock-holmes", "Sherlock Holmes", CharacterKind.CHARACTER)
                .universe("The Adventures of Sherlock Holmes"));
        give(found("openlibrary", "OL262421W/john-h-watson", "John H. Watson", CharacterKind.CHARACTER)
                .universe("The Adventures of Sherlock Holmes"));
        give(person("openlibrary", "OL161167A", "Arthur Conan Doyle"));
        give(page("27159", "Sherlock Holmes", null).sharedId(SharedId.WIKIDATA, "Q4653"));
        give(page("86439", "Dr. Watson", "Sherlock Holmes").sharedId(SharedId.WIKIDATA, "Q187349"));
        give(item("Q4653", "Sherlock Holmes").alias("Шерлок Холмс"));
        give(item("Q187349", "Dr. Watson").alias("John H. Watson"));

        List<String> found = found("sherlock holmes");

        // Three of that name in three works; the encyclopaedias' one is that of the work that is called after him.
        assertThat(found.subList(0, 3))
                .containsExactly(
                        "tmdb Sherlock Holmes +wikipedia +wikidata",
                        "openlibrary Sherlock Holmes",
                        "tmdb Sherlock Holmes");
        assertThat(found).contains("tmdb Dr. John Watson +wikipedia +wikidata");
        assertThat(found.subList(5, found.size())).contains("tmdb Robert Downey Jr.", "openlibrary Arthur Conan Doyle");
        assertThat(found("Шерлок Холмс")).first().isEqualTo("tmdb Sherlock Holmes +wikipedia +wikidata");
        assertThat(found("sherlok holms").subList(0, 3)).allMatch(name -> name.contains("Sherlock Holmes"));
    }

    @Test
    void shahrukh() {
        give(person("tmdb", "person/35742", "Shah Rukh Khan")
                .alias("शाहरुख़ ख़ान")
                .sharedId(SharedId.TMDB_PERSON, "35742"));
        give(role("credit/1", "Raj Malhotra", "Dilwale Dulhania Le Jayenge").attribute("played_by", "Shah Rukh Khan"));
        give(role("credit/2", "Simran", "Dilwale Dulhania Le Jayenge").attribute("played_by", "Kajol"));
        give(person("wikipedia", "153370", "Shah Rukh Khan").sharedId(SharedId.WIKIDATA, "Q9535"));
        give(person("wikidata", "Q9535", "Shah Rukh Khan")
                .sharedId(SharedId.WIKIDATA, "Q9535")
                .sharedId(SharedId.TMDB_PERSON, "35742"));
        give(person("wikipedia", "2", "Salman Khan"));

        for (String query : List.of("शाहरुख", "शाहरुख़", "shahrukh", "Shah Rukh", "shahruk khan")) {
            assertThat(found(query)).first().isEqualTo("tmdb Shah Rukh Khan +wikipedia +wikidata");
        }
        assertThat(found("shah rukh khan").get(1)).isEqualTo("tmdb Raj Malhotra");
    }

    @Test
    void owlbear() {
        give(creature("dnd5e", "2014/monsters/owlbear", "Owlbear").universe(DND));
        give(creature("dnd5e", "2014/monsters/brown-bear", "Brown Bear").universe(DND));
        give(creature("wikipedia", "1", "Owlbear").universe("Dungeons and Dragons"));
        give(found("tmdb", "credit/1", "Owl", CharacterKind.CHARACTER).universe("Winnie the Pooh"));

        assertThat(found("owlbear")).containsExactly("dnd5e Owlbear +wikipedia", "tmdb Owl", "dnd5e Brown Bear");
        assertThat(found("owl bear")).first().isEqualTo("dnd5e Owlbear +wikipedia");
        assertThat(found("owlbaer")).first().isEqualTo("dnd5e Owlbear +wikipedia");
    }

    @Test
    void levTolstoy() {
        give(person("openlibrary", "OL26783A", "Leo Tolstoy").sharedId(SharedId.OPENLIBRARY_AUTHOR, "OL26783A"));
        give(person("openlibrary", "OL4937384A", "Alexei Tolstoy"));
        give(found("openlibrary", "OL267096W/anna-karenina", "Anna Karenina", CharacterKind.CHARACTER)
                .universe("Anna Karenina")
                .attribute("author", "Leo Tolstoy"));
        give(person("wikidata", "Q7243", "Leo Tolstoy")
                .alias("Лев Толстой")
                .sharedId(SharedId.WIKIDATA, "Q7243")
                .sharedId(SharedId.OPENLIBRARY_AUTHOR, "OL26783A"));

        assertThat(found("Лев Толстой")).startsWith("openlibrary Leo Tolstoy +wikidata", "openlibrary Alexei Tolstoy");
        assertThat(found("lev tolstoi")).first().isEqualTo("openlibrary Leo Tolstoy +wikidata");
        given.remove("wikidata");
        assertThat(found("Лев Толстой")).startsWith("openlibrary Leo Tolstoy", "openlibrary Alexei Tolstoy");
    }

    @Test
    void berserk() {
        give(anime("422", "Guts", "Berserk").alias("ガッツ").universeAlias("ベルセルク"));
        give(anime("424", "Griffith", "Berserk").universeAlias("ベルセルク"));
        give(anime("423", "Casca", "Berserk").universeAlias("ベルセルク"));
        give(anime("99", "Berserker Armor Knight", "Another Tale"));
        give(creature("dnd5e", "2014/monsters/berserker", "Berserker").universe(DND));
        give(page("1", "Guts", "Berserk (manga)"));
        give(person("mangadex", "miura", "Kentarou Miura").universe("Berserk"));
        give(person("wikipedia", "2", "Kentaro Miura"));

        assertThat(found("berserk"))
                .startsWith("anilist Guts +wikipedia", "anilist Griffith", "anilist Casca")
                .endsWith("mangadex Kentarou Miura +wikipedia");
        assertThat(found("guts berserk")).first().isEqualTo("anilist Guts +wikipedia");
        assertThat(found("ベルセルク").subList(0, 3))
                .containsExactly("anilist Guts +wikipedia", "anilist Griffith", "anilist Casca");
        assertThat(found("berserker")).first().isEqualTo("dnd5e Berserker");
        assertThat(found("kentaro miura")).first().asString().contains("Miura");
    }

    /** Each as {@code "source name +source +source"}, best first. */
    private List<String> found(String query) {
        List<SourceAnswer<FoundCharacter>> answers = new ArrayList<>();
        given.forEach((source, all) -> answers.add(
                new SourceAnswer<>(all, new SourceReport(source, SourceStatus.OK, all.size(), 1, null, null))));
        List<String> lines = new ArrayList<>();
        for (ExternalCharacter one : ResultMerger.merge(query, PLAN, answers, 100)) {
            StringBuilder line = new StringBuilder(one.source() + " " + one.name());
            one.alsoIn().forEach(other -> line.append(" +").append(other.source()));
            lines.add(line.toString());
        }
        return lines;
    }

    private void give(FoundCharacter.Builder one) {
        FoundCharacter built = one.build();
        given.computeIfAbsent(built.character().source(), absent -> new ArrayList<>())
                .add(built);
    }

    private static FoundCharacter.Builder anime(String id, String name, String title) {
        return found("anilist", id, name, CharacterKind.CHARACTER)
                .universe(title)
                .image("https://s4.anilist.co/" + id + ".png");
    }

    private static FoundCharacter.Builder role(String id, String name, String title) {
        return found("tmdb", id, name, CharacterKind.CHARACTER).universe(title);
    }

    private static FoundCharacter.Builder page(String id, String name, String title) {
        return found("wikipedia", id, name, CharacterKind.CHARACTER).universe(title);
    }

    private static FoundCharacter.Builder item(String id, String name) {
        return found("wikidata", id, name, CharacterKind.CHARACTER).sharedId(SharedId.WIKIDATA, id);
    }

    private static FoundCharacter.Builder person(String source, String id, String name) {
        return found(source, id, name, CharacterKind.PERSON);
    }

    private static FoundCharacter.Builder creature(String source, String id, String name) {
        return found(source, id, name, CharacterKind.CREATURE);
    }

    private static FoundCharacter.Builder found(String source, String id, String name, CharacterKind kind) {
        return FoundCharacter.of(source, id, name, kind);
    }
}
