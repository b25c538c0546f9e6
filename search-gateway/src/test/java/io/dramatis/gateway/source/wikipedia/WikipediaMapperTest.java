package io.dramatis.gateway.source.wikipedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SharedId;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikipediaMapperTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Berserk | Fictional character in the Berserk manga series | Berserk",
                "null | Fictional character in the Naruto franchise | Naruto",
                "null | Fictional character in The Witcher | Witcher",
                "null | Fictional character in the 1975 film Sholay | Sholay",
                "null | Fictional character in the Sherlock Holmes stories | Sherlock Holmes",
                "character | Fictional character in the novel Moby-Dick | Moby-Dick",
                "null | персонаж романа «Война и мир» | Война и мир",
                "null | 『NARUTO -ナルト-』の主人公 | NARUTO -ナルト-",
                "персонаж | персонаж славянской мифологии | null",
                "null | Creature of Greek mythology | null",
                "null | Fictional character created by Ian Fleming | null",
            })
    void findsTheWork(String qualifier, String description, String work) {
        assertThat(WikipediaMapper.universe(qualifier, description)).isEqualTo(work);
    }

    @Test
    void ordersByIndexAndLeavesOutWhatIsNoCharacter() throws IOException {
        List<ExternalCharacter> found = characters("""
                {"query": {"pages": [
                  {"pageid": 3, "title": "Naruto", "index": 1, "description": "Japanese manga series"},
                  {"pageid": 1, "title": "Guts (Berserk)", "index": 4, "description": "Fictional character"},
                  {"pageid": 2, "title": "Zelda", "index": 2, "pageprops": {"disambiguation": ""}},
                  {"pageid": 5, "title": "List of witches", "index": 3},
                  {"pageid": 4, "title": "Baba Yaga", "index": 2, "description": "Creature in Slavic folklore",
                   "thumbnail": {"source": "https://upload.wikimedia.org/b.jpg"}, "extract": "Lives in a hut."}]}}
                """);

        assertThat(found).extracting(ExternalCharacter::name).containsExactly("Baba Yaga", "Guts");
        assertThat(found.get(0).imageUrl()).isEqualTo("https://upload.wikimedia.org/b.jpg");
        assertThat(found.get(0).universeTitle()).isNull();
        assertThat(found.get(1).universeTitle()).isEqualTo("Berserk");
    }

    @Test
    void putsThoseOfFictionBeforeOthers() throws IOException {
        assertThat(read("""
                {"query": {"pages": [
                  {"pageid": 1, "title": "Leo Tolstoy", "index": 1, "description": "Russian writer"},
                  {"pageid": 2, "title": "Tolstoy", "index": 2},
                  {"pageid": 3, "title": "Natasha Rostova", "index": 3, "description": "Fictional character"}]}}
                """))
                .extracting(found -> found.character().name())
                .containsExactly("Natasha Rostova", "Leo Tolstoy", "Tolstoy");
    }

    @Test
    void carriesTheItemThatOtherSourcesKnowToo() throws IOException {
        FoundCharacter found = read("""
                {"query": {"pages": [{"pageid": 27159, "title": "Sherlock Holmes", "index": 1,
                  "description": "Fictional detective", "pageprops": {"wikibase_item": "Q4653"}}]}}
                """).get(0);

        assertThat(found.sharedIds()).containsExactly(new SharedId(SharedId.WIKIDATA, "Q4653"));
    }

    @Test
    void keepsPagesOfDifferentEditionsApart() throws IOException {
        String page = "{\"query\": {\"pages\": [{\"pageid\": 81001, \"title\": \"Лев Толстой\", \"index\": 1}]}}";

        assertThat(WikipediaMapper.characters(new ObjectMapper().readTree(page), "ru:")
                        .get(0)
                        .character()
                        .externalId())
                .isEqualTo("ru:81001");
    }

    @Test
    void readsPagesWithoutAnythingButATitle() throws IOException {
        FoundCharacter found = read("""
                {"query": {"pages": [{"pageid": 1, "title": "Ahab", "description": null, "extract": null,
                  "thumbnail": null, "fullurl": null, "pageprops": []}, {"pageid": 2}, {"title": null}]}}
                """).get(0);

        assertThat(found.character().name()).isEqualTo("Ahab");
        assertThat(found.character().description()).isNull();
        assertThat(found.sharedIds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"List of Naruto characters", "Список персонажей «Наруто»", "NARUTO -ナルト-の登場人物一覧"})
    void leavesOutLists(String title) throws IOException {
        assertThat(read("{\"query\": {\"pages\": [{\"pageid\": 1, \"title\": \"" + title + "\"}]}}"))
                .isEmpty();
    }

    @Test
    void findsNothingWhereThereIsNoQuery() throws IOException {
        assertThat(read("{\"batchcomplete\": true}")).isEmpty();
    }

    private static List<ExternalCharacter> characters(String json) throws IOException {
        return read(json).stream().map(FoundCharacter::character).toList();
    }

    private static List<FoundCharacter> read(String json) throws IOException {
        return WikipediaMapper.characters(new ObjectMapper().readTree(json), "");
    }
}
