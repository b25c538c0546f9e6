package io.dramatis.gateway.source.openlibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SharedId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLibraryMapperTest {

    private static final String NO_AUTHORS = "{\"numFound\": 0, \"start\": 0, \"docs\": []}";
    private static final String ADVENTURES = """
            {"key": "/works/OL262421W", "title": "The Adventures of Sherlock Holmes", "cover_i": 6717853,
             "author_name": ["Arthur Conan Doyle"], "author_key": ["OL161167A"], "first_publish_year": 1892,
             "subject": ["Detective and mystery stories"],
             "person": ["Holmes, Sherlock (Fictitious character)", "Sherlock Holmes", "SHERLOCK HOLMES",
                        "Irene Adler"]}""";

    private final OpenLibraryMapper mapper = new OpenLibraryMapper(URI.create("https://covers.openlibrary.org/"), 3);

    @Test
    void makesOneCharacterOfAPersonHoweverWritten() throws Exception {
        List<FoundCharacter> found = find("sherlock holmes", works(ADVENTURES), NO_AUTHORS);

        assertThat(names(found)).containsExactly("Sherlock Holmes");
        ExternalCharacter holmes = found.get(0).character();
        assertThat(holmes.kind()).isEqualTo(CharacterKind.CHARACTER);
        assertThat(holmes.externalId()).isEqualTo("OL262421W/sherlock-holmes");
        assertThat(holmes.universeTitle()).isEqualTo("The Adventures of Sherlock Holmes");
        assertThat(holmes.genre()).isEqualTo(Genre.MYSTERY);
        assertThat(holmes.imageUrl()).isEqualTo("https://covers.openlibrary.org/b/id/6717853-M.jpg?default=false");
        assertThat(holmes.siteUrl()).isEqualTo("https://openlibrary.org/works/OL262421W");
        assertThat(holmes.attributes())
                .containsEntry("author", "Arthur Conan Doyle")
                .containsEntry("first_publish_year", "1892");
        assertThat(found.get(0).universeIds()).contains(new SharedId(SharedId.OPENLIBRARY_WORK, "OL262421W"));
    }

    @Test
    void putsWhoIsSearchedBeforeAuthorsAndThoseBeforeTheRest() throws Exception {
        String plenty = works(ADVENTURES.replace("\"SHERLOCK HOLMES\",", ""));
        String authors = """
                {"docs": [{"key": "OL161167A", "name": "Arthur Conan Doyle", "work_count": 3187}]}""";

        assertThat(names(find("irene", plenty, authors)))
                .containsExactly("Irene Adler", "Arthur Conan Doyle", "Sherlock Holmes");
    }

    @Test
    void gathersTheWorksOfAPersonAroundTheOneWhoWroteMost() throws Exception {
        List<FoundCharacter> found = find("sherlock holmes", works("""
                        {"key": "/works/OL1064290W", "title": "Arsène Lupin", "author_key": ["OL110653A"],
                         "person": ["Sherlock Holmes"]}""", """
                        {"key": "/works/OL262452W", "title": "His Last Bow", "author_key": ["OL161167A"],
                         "person": ["Sherlock Holmes"]}""", ADVENTURES), NO_AUTHORS);

        FoundCharacter holmes = found.get(0);
        assertThat(holmes.character().universeTitle()).isEqualTo("His Last Bow");
        assertThat(holmes.universeAliases())
                .containsExactly("Sherlock Holmes", "The Adventures of Sherlock Holmes", "Arsène Lupin");
        // The first cover among them, where the work itself has none.
        assertThat(holmes.character().imageUrl()).contains("/b/id/6717853-M.jpg");
        assertThat(names(found)).containsOnlyOnce("Sherlock Holmes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Naruto, Vol. 1 | Naruto",
                "Berserk Volume 12: The Golden Age | Berserk",
                "Chi's Sweet Home (Vol. 3) | Chi's Sweet Home",
                "Volume 2 | Volume 2",
                "The Band of Brothers | The Band of Brothers",
                "Dune | Dune"
            })
    void takesAllVolumesForOneUniverse(String title, String universe) throws Exception {
        FoundCharacter found = find(
                        "somebody",
                        works("{\"key\": \"/works/OL1W\", \"title\": \"" + title
                                + "\", \"person\": [\"Somebody Else\"]}"),
                        NO_AUTHORS)
                .get(0);

        assertThat(found.character().universeTitle()).isEqualTo(universe);
        assertThat(found.universeAliases()).isEqualTo(title.equals(universe) ? List.of() : List.of(title));
    }

    @Test
    void keepsPersonsOfASingleNameApartByTheirAuthors() throws Exception {
        assertThat(find("alice", works("""
                                {"key": "/works/OL138052W", "title": "Alice's Adventures in Wonderland",
                                 "author_key": ["OL22098A"], "person": ["Alice (Fictitious character : Carroll)"]}""", """
                                {"key": "/works/OL1W", "title": "Go Ask", "author_key": ["OL2A"], "person": ["Alice"]}"""), NO_AUTHORS)).hasSize(2);
    }

    @Test
    void knowsRealPersonsByTheirDatesAndByTheKindOfBook() throws Exception {
        List<FoundCharacter> found = find("x", works("""
                        {"key": "/works/OL267171W", "title": "Война и мир", "subject": ["Historical fiction"],
                         "person": ["Napoleon I, Emperor of the French, 1769-1821", "Pierre Bezukhov"]}""", """
                        {"key": "/works/OL5806614W", "title": "King of Bollywood", "subject": ["Biography"],
                         "person": ["Shah Rukh Khan"]}"""), NO_AUTHORS);

        assertThat(found)
                .extracting(result -> result.character().name(), result -> result.character()
                        .kind())
                .containsExactly(
                        tuple("Napoleon I", CharacterKind.PERSON),
                        tuple("Pierre Bezukhov", CharacterKind.CHARACTER),
                        tuple("Shah Rukh Khan", CharacterKind.PERSON));
        assertThat(found.get(0).character().universeTitle()).isNull();
        assertThat(found.get(2).character().attributes()).containsEntry("subject_of", "King of Bollywood");
    }

    @Test
    void givesAuthorsWithTheirOtherNamesAndIds() throws Exception {
        List<FoundCharacter> found = find("Leo Tolstoy", works(), """
                {"numFound": 3, "docs": [
                  {"key": "OL26783A", "type": "author", "name": "Лев Толстой", "birth_date": "9 September 1828",
                   "alternate_names": ["Leo Tolstoy", "Lev Tolstoy"], "work_count": 3921,
                   "top_work": "Война и мир", "_version_": 1795689590895804425},
                  {"key": "OL1A", "name": "Лев ТОЛСТОЙ", "work_count": 1},
                  {"key": "OL2A", "name": "Leo Tolstoy ; Aylmer Maude", "work_count": 2},
                  {"key": "OL3A", "name": "Nobody's author", "work_count": 0},
                  {"key": "OL4A"}, {"name": "Keyless"}, {"key": "../admin", "name": "Path"}]}""");

        assertThat(names(found)).containsExactly("Лев Толстой");
        ExternalCharacter tolstoy = found.get(0).character();
        assertThat(tolstoy.kind()).isEqualTo(CharacterKind.PERSON);
        assertThat(tolstoy.aliases()).containsExactly("Leo Tolstoy", "Lev Tolstoy");
        assertThat(tolstoy.imageUrl()).isEqualTo("https://covers.openlibrary.org/a/olid/OL26783A-M.jpg?default=false");
        assertThat(tolstoy.attributes())
                .containsEntry("born", "9 September 1828")
                .doesNotContainKey("died");
        assertThat(found.get(0).sharedIds()).contains(new SharedId(SharedId.OPENLIBRARY_AUTHOR, "OL26783A"));
    }

    @Test
    void showsAnAuthorOfWhomBooksAreWrittenOnce() throws Exception {
        List<FoundCharacter> found = find(
                "arthur conan doyle",
                works("""
                        {"key": "/works/OL108546W", "title": "Teller of Tales", "subject": ["Biography"],
                         "person": ["Doyle, Arthur Conan, 1859-1930"]}"""),
                "{\"docs\": [{\"key\": \"OL161167A\", \"name\": \"Arthur Conan Doyle\"}]}");

        assertThat(found).extracting(result -> result.character().externalId()).containsExactly("OL161167A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"key\": \"/works/OL1W\"}",
                "{\"title\": \"No key\", \"person\": [\"Somebody\"]}",
                "{\"key\": null, \"title\": null, \"person\": null}",
                "{\"key\": \"/works/OL1W\", \"title\": \"T\", \"person\": \"Somebody\"}",
                "{\"key\": \"/works/OL1W\", \"title\": \"T\", \"person\": [null, \"\", 7]}",
                "{\"key\": \"/books/OL1M\", \"title\": \"T\", \"person\": [\"Somebody\"]}"
            })
    void passesOverWhatSaysTooLittle(String doc) throws Exception {
        assertThat(find("somebody", works(doc), NO_AUTHORS)).isEmpty();
    }

    @Test
    void needsNoMoreThanAKeyATitleAndAPerson() throws Exception {
        ExternalCharacter found = find("ishmael", works("""
                        {"key": "/works/OL102749W", "title": "Moby Dick", "cover_i": -1, "person": ["Ishmael"]}"""), "{}").get(0).character();

        assertThat(found.imageUrl()).isNull();
        assertThat(found.genre()).isNull();
        assertThat(found.attributes()).isEmpty();
        assertThat(found.description()).isNull();
    }

    @Test
    void livesWithoutTheAuthors() throws Exception {
        assertThat(mapper.characters("holmes", json(works(ADVENTURES)), MissingNode.getInstance(), Map.of()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"description\": \"Twelve cases.\"}",
                "{\"description\": {\"type\": \"/type/text\", \"value\": \"Twelve cases.\"}}",
                "{\"description\": \"**Twelve** [cases][1].\\r\\n----------\\r\\nContains:\\r\\n\\r\\n[1]: https://x.example\"}",
                "{\"description\": \"Twelve cases.\\r\\n\\r\\n([source](https://x.example))\"}"
            })
    void readsDescriptionsInBothShapes(String record) throws Exception {
        ExternalCharacter holmes = mapper.characters(
                        "sherlock holmes",
                        json(works(ADVENTURES)),
                        json(NO_AUTHORS),
                        Map.of("/works/OL262421W", json(record)))
                .get(0)
                .character();

        assertThat(holmes.description()).isEqualTo("In \"The Adventures of Sherlock Holmes\": Twelve cases.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"description\": null, \"covers\": [null]}",
                "{\"description\": {\"type\": \"/type/text\"}, \"covers\": [-1]}",
                "{\"type\": {\"key\": \"/type/redirect\"}, \"location\": \"/works/OL1W\"}",
                "{}"
            })
    void livesWithRecordsThatSayNothing(String record) throws Exception {
        String bare = works("""
                {"key": "/works/OL1W", "title": "T", "person": ["Somebody Else"]}""");

        ExternalCharacter found = mapper.characters(
                        "somebody", json(bare), json(NO_AUTHORS), Map.of("/works/OL1W", json(record)))
                .get(0)
                .character();

        assertThat(found.description()).isNull();
        assertThat(found.imageUrl()).isNull();
    }

    @Test
    void takesTheFirstRealCoverOfARecord() throws Exception {
        String bare = works("""
                {"key": "/works/OL1W", "title": "T", "person": ["Somebody Else"]}""");
        JsonNode record = json("{\"covers\": [-1, null, 295773]}");

        assertThat(mapper.characters("somebody", json(bare), json(NO_AUTHORS), Map.of("/works/OL1W", record))
                        .get(0)
                        .character()
                        .imageUrl())
                .contains("/b/id/295773-M.jpg");
    }

    @Test
    void learnsOfAnAuthorFromTheRecord() throws Exception {
        JsonNode record = json("""
                {"bio": {"type": "/type/text", "value": "Wrote letters."}, "remote_ids": {"wikidata": "Q7243"}}""");
        JsonNode authors = json("{\"docs\": [{\"key\": \"OL26783A\", \"name\": \"Leo Tolstoy\"}]}");

        FoundCharacter found = mapper.characters("tolstoy", json(works()), authors, Map.of("/authors/OL26783A", record))
                .get(0);

        assertThat(found.character().description()).isEqualTo("Wrote letters.");
        assertThat(found.sharedIds()).contains(new SharedId(SharedId.WIKIDATA, "Q7243"));
        assertThat(OpenLibraryMapper.recordOf(found)).isEqualTo("/authors/OL26783A");
    }

    private List<FoundCharacter> find(String query, String works, String authors) throws JsonProcessingException {
        return mapper.characters(query, json(works), json(authors), Map.of());
    }

    private static List<String> names(List<FoundCharacter> found) {
        return found.stream().map(result -> result.character().name()).toList();
    }

    private static String works(String... docs) {
        return "{\"numFound\": " + docs.length + ", \"docs\": [" + String.join(",", docs) + "]}";
    }

    private static JsonNode json(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }
}
