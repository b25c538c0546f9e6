package io.dramatis.gateway.source.mangadex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.TitleStatus;
import io.dramatis.gateway.source.TitleType;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MangaDexMapperTest {

    private static final String ID = "d86cf65b-5f6c-437d-a0af-19a31f94ec55";
    private static final MangaDexMapper MAPPER = new MangaDexMapper(URI.create("https://uploads.mangadex.org/"));

    @Test
    void readsATitleWithItsRelations() throws IOException {
        assertThat(titles("""
                {"title": {"ja-ro": "Ijiranaide"}, "altTitles": [{"ja": "イジらないで"}, {"en": "Don't Toy"}, {"es-la": "No me"},
                  {"en": "Please Don't"}], "links": {"al": "100664", "mal": "110737", "raw": "https://x"},
                 "originalLanguage": "ja", "status": "completed", "lastChapter": "154", "lastVolume": "20", "year": 2017,
                 "contentRating": "suggestive", "tags": [{"attributes": {"name": {"en": "Comedy"}}}]}
                """, """
                [{"id": "1", "type": "author", "attributes": {"name": "774"}},
                 {"id": "2", "type": "cover_art", "attributes": {"fileName": "5e4a.jpg"}}]
                """)).singleElement().satisfies(title -> {
            assertThat(title.source()).isEqualTo("mangadex");
            assertThat(title.externalId()).isEqualTo(ID);
            assertThat(title.mangadexId()).isEqualTo(ID);
            assertThat(title.title()).isEqualTo("Don't Toy");
            assertThat(title.titles()).isEqualTo(new ExternalTitle.Titles("Ijiranaide", "Don't Toy", "イジらないで"));
            assertThat(title.aliases()).containsExactly("No me", "Please Don't");
            assertThat(title.type()).isEqualTo(TitleType.MANGA);
            assertThat(title.anilistId()).isEqualTo(100664);
            assertThat(title.malId()).isEqualTo(110737);
            assertThat(title.status()).isEqualTo(TitleStatus.FINISHED);
            assertThat(title.year()).isEqualTo(2017);
            assertThat(title.maxProgress()).isEqualTo(154);
            assertThat(title.released()).isEqualTo(154);
            assertThat(title.volumes()).isEqualTo(20);
            assertThat(title.format()).isEqualTo("manga");
            assertThat(title.coverUrl()).isEqualTo("https://uploads.mangadex.org/covers/" + ID + "/5e4a.jpg.256.jpg");
            assertThat(title.siteUrl()).isEqualTo("https://mangadex.org/title/" + ID);
            assertThat(title.isAdult()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"en\": \"A\", \"ja-ro\": \"B\"} | A",
                "{\"ja-ro\": \"B\"} | B",
                "{\"ja\": \"う\"} | う",
                "{\"fr\": \"D\"} | D"
            })
    void showsTheNameThatMostCanRead(String names, String shown) throws IOException {
        assertThat(titles("{\"title\": " + names + ", \"originalLanguage\": \"ja\"}", "[]"))
                .singleElement()
                .extracting(ExternalTitle::title)
                .isEqualTo(shown);
    }

    @Test
    void knowsTheRomanisationOfTheOriginalLanguage() throws IOException {
        assertThat(titles("""
                {"title": {"ko-ro": "Na Honjaman"}, "altTitles": [{"ja-ro": "Ore dake"}, {"ko": "나 혼자만"}],
                 "originalLanguage": "ko"}
                """, "[]"))
                .singleElement()
                .extracting(ExternalTitle::titles)
                .isEqualTo(new ExternalTitle.Titles("Na Honjaman", null, "나 혼자만"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "\"\"", "{\"al\": null, \"mal\": \"\"}", "{\"al\": \"x1\"}"})
    void doesWithoutLinks(String links) throws IOException {
        assertThat(titles("{\"title\": {\"en\": \"A\"}, \"links\": " + links + "}", "[]"))
                .singleElement()
                .satisfies(title -> {
                    assertThat(title.anilistId()).isNull();
                    assertThat(title.malId()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "completed, '\"139.5\"', 139",
        "completed, '\"\"', ",
        "completed, null, ",
        "completed, 108, 108",
        "completed, '\"0\"', ",
        "completed, '\"extra\"', ",
        "cancelled, '\"12\"', 12",
        "ongoing, '\"99\"', ",
        "hiatus, '\"99\"', ",
        "unheard, '\"99\"', "
    })
    void givesALengthOnlyOfWhatIsOver(String status, String lastChapter, Integer length) throws IOException {
        assertThat(titles(
                        "{\"title\": {\"en\": \"A\"}, \"status\": \"" + status + "\", \"lastChapter\": " + lastChapter
                                + "}",
                        "[]"))
                .singleElement()
                .extracting(ExternalTitle::maxProgress)
                .isEqualTo(length);
    }

    @Test
    void showsNoCoverWhereThereIsNoneOrOnlyItsId() throws IOException {
        for (String relations : List.of(
                "[]",
                "null",
                "{}",
                "[{\"id\": \"2\", \"type\": \"cover_art\"}]",
                "[{\"id\": \"2\", \"type\": \"cover_art\", \"attributes\": {\"fileName\": null}}]")) {
            assertThat(titles("{\"title\": {\"en\": \"A\"}}", relations))
                    .as(relations)
                    .singleElement()
                    .extracting(ExternalTitle::coverUrl)
                    .isNull();
        }
    }

    @Test
    void keepsAFileNameWithinItsFolder() throws IOException {
        assertThat(titles(
                        "{\"title\": {\"en\": \"A\"}}",
                        "[{\"id\": \"2\", \"type\": \"cover_art\", \"attributes\": {\"fileName\": \"../../x?y\"}}]"))
                .singleElement()
                .extracting(ExternalTitle::coverUrl)
                .isEqualTo("https://uploads.mangadex.org/covers/" + ID + "/..%2F..%2Fx%3Fy.256.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"erotica", "pornographic"})
    void leavesOutWhatIsForAdultsOnly(String rating) throws IOException {
        String attributes = "{\"title\": {\"en\": \"A\"}, \"contentRating\": \"" + rating + "\"}";

        assertThat(titles(attributes, "[]")).isEmpty();
        assertThat(MAPPER.people(
                        search(attributes, "[{\"id\":\"1\",\"type\":\"author\",\"attributes\":{\"name\":\"N\"}}]")))
                .isEmpty();
    }

    @Test
    void givesEachPersonOnceWithTheirRoles() throws IOException {
        List<FoundCharacter> people = MAPPER.people(read("""
                {"data": [
                  {"id": "%s", "attributes": {"title": {"en": "Death Note"}, "links": {"al": "30021", "mal": "21"},
                    "tags": [{"attributes": {"name": {"en": "Mystery"}}}]},
                   "relationships": [{"id": "a", "type": "author", "attributes": {"name": "Ohba Tsugumi"}},
                     {"id": "b", "type": "artist", "attributes": {"name": "Obata Takeshi"}},
                     {"id": "c", "type": "author"}, {"id": "d", "type": "manga", "attributes": {"name": "Other"}}]},
                  {"id": "75ee72ab-c6bf-4b87-badd-de839156934c", "attributes": {"title": {"en": "Bakuman"}},
                   "relationships": [{"id": "b", "type": "author", "attributes": {"name": "Obata Takeshi"}}]}]}
                """.formatted(ID)));

        assertThat(people).hasSize(2);
        assertThat(people.get(0).character().name()).isEqualTo("Ohba Tsugumi");
        assertThat(people.get(0).character().attributes()).containsEntry("role", "author");
        assertThat(people.get(1)).satisfies(obata -> {
            assertThat(obata.character().kind()).isEqualTo(CharacterKind.PERSON);
            assertThat(obata.character().universeTitle()).isEqualTo("Death Note");
            assertThat(obata.character().genre()).isEqualTo(Genre.MYSTERY);
            assertThat(obata.character().imageUrl()).isNull();
            assertThat(obata.character().attributes()).containsEntry("role", "artist, author");
            assertThat(obata.universeIds())
                    .containsExactlyInAnyOrder(
                            new SharedId(SharedId.MANGADEX, ID),
                            new SharedId(SharedId.ANILIST_MANGA, "30021"),
                            new SharedId(SharedId.MAL_MANGA, "21"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"volumes\": []} | false | ",
                "{} | false | ",
                "{\"volumes\": null} | false | ",
                "{\"volumes\": {\"none\": {\"chapters\": {\"none\": {\"chapter\": \"none\"}}}}} | false | ",
                "{\"volumes\": {\"none\": {\"chapters\": {\"380\": {\"chapter\": \"380\"}, \"379.5\": {\"chapter\": \"379.5\"}}},"
                        + " \"1\": {\"chapters\": {\"1\": {\"chapter\": \"1\"}}}}} | false | 380",
                "{\"volumes\": {\"1\": {\"chapters\": [{\"chapter\": \"0\"}, {\"chapter\": \"1\"}]}}} | false | 1",
                "{\"volumes\": [{\"chapters\": [{\"chapter\": 7}]}]} | false | 7",
                "{\"volumes\": {\"1\": {\"chapters\": {\"5.5\": {\"chapter\": \"5.5\"}}}}} | false | 5",
                "{\"volumes\": {\"2\": {\"chapters\": {\"1\": {\"chapter\": \"1\"}, \"2\": {\"chapter\": \"2\"}, \"2.5\": {\"chapter\": \"2.5\"}}},"
                        + " \"1\": {\"chapters\": {\"1\": {\"chapter\": \"1\"}}}}} | true | 3",
                "{\"volumes\": {\"1\": {\"chapters\": {\"x\": {\"chapter\": \"99999999999\"}, \"y\": 5, \"z\": null}}}} | false | "
            })
    void countsTheChaptersThatAreOut(String chapters, boolean numbersStartAgain, Integer released) throws IOException {
        assertThat(MangaDexMapper.released(read(chapters), numbersStartAgain)).isEqualTo(released);
    }

    @Test
    void takesTheChaptersOfATitleThatGoesOn() throws IOException {
        JsonNode chapters = read("{\"volumes\": {\"none\": {\"chapters\": {\"12\": {\"chapter\": \"12\"}}}}}");

        assertThat(MAPPER.title(
                        read("{\"data\": " + manga("{\"title\": {\"en\": \"A\"}, \"status\": \"ongoing\"}", "[]")
                                + "}"),
                        chapters))
                .singleElement()
                .satisfies(title -> {
                    assertThat(title.maxProgress()).isNull();
                    assertThat(title.released()).isEqualTo(12);
                });
        assertThat(MAPPER.title(
                        read("{\"data\": "
                                + manga(
                                        "{\"title\": {\"en\": \"A\"}, \"status\": \"completed\", \"lastChapter\": \"40\"}",
                                        "[]")
                                + "}"),
                        chapters))
                .singleElement()
                .extracting(ExternalTitle::released)
                .isEqualTo(40);
    }

    @Test
    void survivesAnyShape() throws IOException {
        for (String odd : List.of(
                "{}",
                "{\"data\": null}",
                "{\"data\": []}",
                "{\"data\": [1, null, \"x\", {}, []]}",
                "{\"data\": {\"id\": \"" + ID + "\"}}",
                "{\"data\": [{\"id\": \"" + ID + "\", \"attributes\": []}]}",
                "{\"data\": [{\"id\": \"" + ID + "\", \"attributes\": {\"title\": [], \"altTitles\": {}}}]}",
                "{\"data\": [{\"id\": \"../x\", \"attributes\": {\"title\": {\"en\": \"A\"}}}]}")) {
            assertThat(MAPPER.titles(read(odd))).as(odd).isEmpty();
            assertThat(MAPPER.people(read(odd))).as(odd).isEmpty();
            assertThat(MAPPER.title(read(odd), read("{}"))).as(odd).isEmpty();
        }
        assertThat(titles("""
                {"title": {"en": "A", "ja": null, "fr": 3}, "altTitles": [null, 5, {"en": null}, []], "description": [],
                 "links": 7, "status": 4, "year": "x", "tags": [null, {"attributes": []}], "lastChapter": {},
                 "originalLanguage": null, "contentRating": null}
                """, "[null, 3, {\"type\": \"author\"}]"))
                .singleElement()
                .extracting(ExternalTitle::title)
                .isEqualTo("A");
    }

    private static List<ExternalTitle> titles(String attributes, String relationships) throws IOException {
        return MAPPER.titles(search(attributes, relationships));
    }

    private static JsonNode search(String attributes, String relationships) throws IOException {
        return read("{\"result\": \"ok\", \"data\": [" + manga(attributes, relationships) + "]}");
    }

    private static String manga(String attributes, String relationships) {
        return "{\"id\": \"" + ID + "\", \"type\": \"manga\", \"attributes\": " + attributes + ", \"relationships\": "
                + relationships + "}";
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
