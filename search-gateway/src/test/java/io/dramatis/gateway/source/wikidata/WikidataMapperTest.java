package io.dramatis.gateway.source.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SharedId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikidataMapperTest {

    private final WikidataMapper mapper = new WikidataMapper(URI.create("https://commons.wikimedia.org"), 400);

    @Test
    void looksAtWhatIsNotDescribedAsSomethingElse() throws Exception {
        JsonNode found = json("""
                {"searchinfo": {"search": "attila the hun"}, "success": 1, "search": [
                  {"id": "Q36724", "label": "Attila the Hun", "description": "ruler of the Huns"},
                  {"id": "Q17987270", "label": "Attila the Hun", "description": "Wikimedia disambiguation page"},
                  {"id": "Q4818461", "label": "Attila the Hun"},
                  {"id": "Q1", "label": "Attila", "description": "1954 film"},
                  {"id": "Q36724", "label": "Attila", "description": "ruler of the Huns"}, {"label": "?"}]}""");

        assertThat(WikidataMapper.candidates(found, 8)).containsExactly("Q36724", "Q4818461");
        assertThat(WikidataMapper.candidates(found, 1)).containsExactly("Q36724");
        assertThat(WikidataMapper.candidates(json("{\"search\": [], \"success\": 1}"), 8))
                .isEmpty();
    }

    @Test
    void makesACharacterWithItsUniverse() throws Exception {
        String items = entities("""
                "Q931": {"type": "item", "id": "Q931",
                  "labels": {"en": {"language": "en", "value": "Naruto Uzumaki"},
                             "ja": {"language": "ja", "value": "うずまきナルト"}},
                  "descriptions": {"en": {"language": "en", "value": "protagonist of Naruto"}},
                  "aliases": {"en": [{"language": "en", "value": "Uzumaki Naruto"}]},
                  "claims": {"P31": [%s], "P1441": [%s, %s], "P18": [%s]},
                  "sitelinks": {"enwiki": {"site": "enwiki", "title": "Naruto Uzumaki", "badges": [],
                                "url": "https://en.wikipedia.org/wiki/Naruto_Uzumaki"}}}""".formatted(
                        item("P31", "Q87576284"),
                        item("P1441", "Q642"),
                        item("P1441", "Q1065447"),
                        text("P18", "Naruto (cosplay) 2010.jpg")));
        String works = entities("""
                "Q642": {"id": "Q642", "labels": {"en": {"language": "en", "value": "Naruto"},
                         "ja": {"language": "ja", "value": "ナルト"}},
                         "claims": {"P8731": [%s], "P4087": [%s]}},
                "Q1065447": {"id": "Q1065447", "labels": {"en": {"language": "en", "value": "Naruto"}},
                         "claims": {"P8729": [%s]}}""".formatted(text("P8731", "30011"), text("P4087", "11"), text("P8729", "20")));

        assertThat(WikidataMapper.references(json(items), 20)).containsExactly("Q642", "Q1065447");
        FoundCharacter naruto = mapper.characters(List.of("Q931"), json(items), json(works), "en")
                .get(0);

        ExternalCharacter character = naruto.character();
        assertThat(character.name()).isEqualTo("Naruto Uzumaki");
        assertThat(character.kind()).isEqualTo(CharacterKind.CHARACTER);
        assertThat(character.aliases()).containsExactly("うずまきナルト", "Uzumaki Naruto");
        assertThat(character.universeTitle()).isEqualTo("Naruto");
        assertThat(character.siteUrl()).isEqualTo("https://en.wikipedia.org/wiki/Naruto_Uzumaki");
        assertThat(character.imageUrl())
                .isEqualTo(
                        "https://commons.wikimedia.org/wiki/Special:FilePath/Naruto_%28cosplay%29_2010.jpg?width=400");
        assertThat(naruto.sharedIds()).containsExactly(new SharedId(SharedId.WIKIDATA, "Q931"));
        assertThat(naruto.universeIds())
                .containsExactlyInAnyOrder(
                        new SharedId(SharedId.WIKIDATA, "Q642"),
                        new SharedId(SharedId.WIKIDATA, "Q1065447"),
                        new SharedId(SharedId.ANILIST_MANGA, "30011"),
                        new SharedId(SharedId.ANILIST_ANIME, "20"),
                        new SharedId(SharedId.MAL_MANGA, "11"));
        assertThat(naruto.universeAliases()).containsExactly("ナルト");
    }

    @Test
    void makesAPersonWithTheOtherSourcesIds() throws Exception {
        FoundCharacter tolstoy = one("ru", """
                "labels": {"ru": {"language": "ru", "value": "Лев Толстой"},
                           "en": {"language": "mul", "value": "Leo Tolstoy", "for-language": "en"}},
                "claims": {"P31": [%s], "P648": [%s, %s], "P4985": [%s],
                           "P569": [{"mainsnak": {"snaktype": "value", "property": "P569", "datavalue": {"type": "time",
                             "value": {"time": "+1828-09-09T00:00:00Z", "precision": 11}}}, "rank": "normal"}],
                           "P570": [{"mainsnak": {"snaktype": "somevalue", "property": "P570"}, "rank": "normal"}]},
                "sitelinks": []""".formatted(
                        item("P31", "Q5"), text("P648", "OL26783A"), text("P648", "OL1W"), text("P4985", "137466")));

        assertThat(tolstoy.character().name()).isEqualTo("Лев Толстой");
        assertThat(tolstoy.character().kind()).isEqualTo(CharacterKind.PERSON);
        assertThat(tolstoy.character().aliases()).containsExactly("Leo Tolstoy");
        assertThat(tolstoy.character().attributes()).containsExactly(Map.entry("born", "1828"));
        assertThat(tolstoy.character().siteUrl()).isEqualTo("https://www.wikidata.org/wiki/Q1");
        assertThat(tolstoy.sharedIds())
                .containsExactlyInAnyOrder(
                        new SharedId(SharedId.WIKIDATA, "Q1"),
                        new SharedId(SharedId.OPENLIBRARY_AUTHOR, "OL26783A"),
                        new SharedId(SharedId.TMDB_PERSON, "137466"));
    }

    @ParameterizedTest
    @CsvSource({"Q5, PERSON", "Q15632617, CHARACTER", "Q1569167, CHARACTER", "Q2239243, CREATURE", "Q178885, CHARACTER"
    })
    void knowsTheCommonClasses(String type, CharacterKind kind) throws Exception {
        assertThat(one("en", named("\"claims\": {\"P31\": [" + item("P31", type) + "]}"))
                        .character()
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "fictional vampire, CHARACTER",
                "Dungeons & Dragons creature, CREATURE",
                "fictional spacecraft, null",
                "city of Japan, null",
                "family name, null",
                "film, null"
            })
    void learnsWhatOtherClassesAreByTheirNames(String label, CharacterKind kind) throws Exception {
        String items = entities(
                "\"Q1\": {\"id\": \"Q1\", " + named("\"claims\": {\"P31\": [" + item("P31", "Q77") + "]}") + "}");
        String classes = entities("\"Q77\": {\"id\": \"Q77\", \"labels\": {\"en\": {\"language\": \"en\", \"value\": \""
                + label + "\"}}, \"claims\": []}");

        assertThat(WikidataMapper.references(json(items), 20)).containsExactly("Q77");
        assertThat(mapper.characters(List.of("Q1"), json(items), json(classes), "en"))
                .extracting(found -> found.character().kind())
                .isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void goesByTheDescriptionWhereClassesAreNotToBeHad() throws Exception {
        String claims = "\"claims\": {\"P31\": [" + item("P31", "Q77") + "]}";
        String described = ", \"descriptions\": {\"en\": {\"language\": \"en\", \"value\": \"%s\"}}";

        assertThat(one("en", named(claims + described.formatted("fictional vampire")))
                        .character()
                        .kind())
                .isEqualTo(CharacterKind.CHARACTER);
        assertThat(all("en", named(claims + described.formatted("1954 film")))).isEmpty();
        assertThat(all("en", named(claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"labels\": [], \"descriptions\": [], \"aliases\": [], \"claims\": [], \"sitelinks\": []",
                "\"missing\": \"\"",
                "\"missing\": true",
                "\"labels\": {\"en\": {\"language\": \"en\", \"value\": \"Nobody\"}}",
                "\"labels\": {}, \"claims\": {\"P31\": []}"
            })
    void passesOverItemsThatSayNothing(String content) throws Exception {
        assertThat(all("en", content)).isEmpty();
    }

    @Test
    void heedsRanksAndUnknownValues() throws Exception {
        String items = entities("""
                "Q1": {"id": "Q1", %s}""".formatted(named("""
                "claims": {
                  "P31": [%s, {"mainsnak": {"snaktype": "value", "property": "P31", "datavalue": {"value":
                           {"entity-type": "item", "numeric-id": 3658341}, "type": "wikibase-entityid"}},
                           "rank": "normal"}],
                  "P1441": [{"mainsnak": {"snaktype": "novalue", "property": "P1441"}, "rank": "normal"}, %s, %s],
                  "P18": [{"mainsnak": {"snaktype": "somevalue", "property": "P18"}, "rank": "normal"}]}""".formatted(
                        ranked("P31", "Q5", "deprecated"),
                        ranked("P1441", "Q10", "normal"),
                        ranked("P1441", "Q11", "preferred")))));
        String works = entities("""
                "Q10": {"id": "Q10", "labels": {"en": {"value": "A Study in Scarlet"}}},
                "Q11": {"id": "Q11", "labels": {"en": {"value": "Sherlock Holmes universe"}}}""");

        assertThat(WikidataMapper.references(json(items), 20)).containsExactly("Q11", "Q10");
        FoundCharacter found =
                mapper.characters(List.of("Q1"), json(items), json(works), "en").get(0);

        assertThat(found.character().kind()).isEqualTo(CharacterKind.CHARACTER);
        assertThat(found.character().universeTitle()).isEqualTo("Sherlock Holmes");
        assertThat(found.universeAliases()).containsExactly("A Study in Scarlet");
        assertThat(found.character().imageUrl()).isNull();
    }

    @Test
    void writesKindsOfBeingsAsNames() throws Exception {
        ExternalCharacter owlbear =
                one("en", """
                "labels": {"en": {"language": "en", "value": "owlbear"}},
                "aliases": {"en": [{"language": "en", "value": "owl bear"}]},
                "claims": {"P31": [%s]}""".formatted(item("P31", "Q2239243"))).character();

        assertThat(owlbear.name()).isEqualTo("Owlbear");
        assertThat(owlbear.aliases()).containsExactly("owl bear");
    }

    @Test
    void showsTheTargetOfARedirectOnce() throws Exception {
        String holmes =
                "{\"id\": \"Q4653\", " + named("\"claims\": {\"P31\": [" + item("P31", "Q3658341") + "]}") + "}";
        String items = entities("\"Q4653\": " + holmes + ", \"Q1394020\": " + holmes);

        assertThat(mapper.characters(
                        List.of("Q1394020", "Q4653", "Q404"), json(items), MissingNode.getInstance(), "en"))
                .extracting(found -> found.character().externalId())
                .containsExactly("Q4653");
    }

    @Test
    void asksForNoMoreThanAllowed() throws Exception {
        String claims = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "\"Q" + i + "\": {\"id\": \"Q" + i + "\", \"claims\": {\"P31\": ["
                        + item("P31", "Q3658341") + "], \"P1441\": [" + item("P1441", "Q10" + i) + ","
                        + item("P1441", "Q20" + i) + "," + item("P1441", "Q30" + i) + "]}}")
                .collect(Collectors.joining(","));

        assertThat(WikidataMapper.references(json(entities(claims)), 20)).hasSize(10);
        assertThat(WikidataMapper.references(json(entities(claims)), 3)).containsExactly("Q101", "Q201", "Q102");
    }

    private FoundCharacter one(String language, String content) throws JsonProcessingException {
        return all(language, content).get(0);
    }

    private List<FoundCharacter> all(String language, String content) throws JsonProcessingException {
        String items = entities("\"Q1\": {\"id\": \"Q1\", " + content + "}");
        return mapper.characters(List.of("Q1"), json(items), MissingNode.getInstance(), language);
    }

    private static String named(String more) {
        return "\"labels\": {\"en\": {\"language\": \"en\", \"value\": \"Somebody\"}}, " + more;
    }

    private static String entities(String entities) {
        return "{\"entities\": {" + entities + "}, \"success\": 1}";
    }

    private static String item(String property, String id) {
        return ranked(property, id, "normal");
    }

    private static String ranked(String property, String id, String rank) {
        return "{\"mainsnak\": {\"snaktype\": \"value\", \"property\": \"" + property
                + "\", \"datavalue\": {\"value\": "
                + "{\"entity-type\": \"item\", \"numeric-id\": " + id.substring(1) + ", \"id\": \"" + id
                + "\"}, \"type\": \"wikibase-entityid\"}, \"datatype\": \"wikibase-item\"}, \"type\": \"statement\","
                + " \"rank\": \"" + rank + "\"}";
    }

    private static String text(String property, String value) {
        return "{\"mainsnak\": {\"snaktype\": \"value\", \"property\": \"" + property
                + "\", \"datavalue\": {\"value\": \"" + value
                + "\", \"type\": \"string\"}}, \"type\": \"statement\", \"rank\": \"normal\"}";
    }

    private static JsonNode json(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }
}
