package io.dramatis.gateway.source.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoldedText;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.tmdb.TmdbTitle.Medium;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TmdbMapperTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TmdbImages IMAGES = new TmdbImages(TmdbImages.DOCUMENTED_BASE, "h632");

    private static final String HOLMES = """
            {"adult": false, "genre_ids": [28, 12, 80], "id": 10528, "original_language": "en",
             "original_title": "Sherlock Holmes", "overview": "Two friends and a lord.", "popularity": 62.1,
             "release_date": "2009-12-23", "title": "Sherlock Holmes", "video": false, "vote_count": 14000}
            """;

    @Test
    void makesCharactersOfACast() {
        TmdbMapper mapper = new TmdbMapper("sherlock holmes", IMAGES);

        mapper.cast(movie(HOLMES), json("""
                {"id": 10528, "cast": [
                  {"id": 3223, "name": "Robert Downey Jr.", "profile_path": "/rdj.jpg", "cast_id": 4,
                   "character": "Sherlock Holmes", "credit_id": "52fe", "order": 0},
                  {"id": 9642, "name": "Jude Law", "profile_path": null, "character": "Dr. John Watson",
                   "credit_id": "52ff", "order": 1}]}
                """), 10);

        FoundCharacter holmes = mapper.results().get(0);
        assertThat(holmes.character().name()).isEqualTo("Sherlock Holmes");
        assertThat(holmes.character().kind()).isEqualTo(CharacterKind.CHARACTER);
        assertThat(holmes.character().universeTitle()).isEqualTo("Sherlock Holmes");
        assertThat(holmes.character().genre()).isEqualTo(Genre.ACTION);
        assertThat(holmes.character().description()).isEqualTo("Two friends and a lord.");
        assertThat(holmes.character().imageUrl()).isEqualTo("https://image.tmdb.org/t/p/h632/rdj.jpg");
        assertThat(holmes.character().externalId()).isEqualTo("movie/10528/52fe");
        assertThat(holmes.character().siteUrl()).isEqualTo("https://www.themoviedb.org/movie/10528");
        assertThat(holmes.character().attributes())
                .containsEntry("played_by", "Robert Downey Jr.")
                .containsEntry("year", "2009")
                .containsEntry("medium", "movie")
                .doesNotContainKey("performance");
        assertThat(holmes.universeIds()).containsExactly(new SharedId("tmdb_movie", "10528"));
        assertThat(mapper.results().get(1).character().imageUrl()).isNull();
    }

    @Test
    void splitsRolesOfASeriesAndShowsNobodyInPlaceOfADrawnOne() {
        TmdbMapper mapper = new TmdbMapper("naruto", IMAGES);

        mapper.cast(tv("""
                {"id": 46260, "name": "Naruto", "original_name": "ナルト", "first_air_date": "2002-10-03",
                 "genre_ids": [16, 10759], "original_language": "ja"}
                """), json("""
                {"cast": [{"id": 124541, "name": "Toshihiko Seki", "profile_path": "/s.jpg", "roles": [
                  {"credit_id": "a", "character": "Iruka Umino (voice)", "episode_count": 58},
                  {"credit_id": "b", "character": "", "episode_count": 4},
                  {"credit_id": "c", "character": "Gamabunta / Gamakichi (voice)", "episode_count": 2}]}]}
                """), 10);

        assertThat(characters(mapper))
                .extracting(ExternalCharacter::name)
                .containsExactly("Iruka Umino", "Gamabunta", "Gamakichi");
        assertThat(characters(mapper))
                .extracting(ExternalCharacter::externalId)
                .containsExactly("tv/46260/a", "tv/46260/c", "tv/46260/c/2");
        assertThat(characters(mapper)).allSatisfy(character -> {
            assertThat(character.imageUrl()).isNull();
            assertThat(character.attributes()).containsEntry("performance", "voice");
        });
        assertThat(mapper.results().get(0).universeAliases()).containsExactly("ナルト");
        assertThat(characters(mapper).get(0).genre()).isEqualTo(Genre.ACTION);
    }

    @Test
    void whoAppearsAsThemselvesIsAPerson() {
        TmdbMapper mapper = new TmdbMapper("inner world", IMAGES);

        mapper.cast(movie("{\"id\": 1, \"title\": \"The Inner World\"}"), json("""
                {"cast": [{"id": 35742, "name": "Shah Rukh Khan", "original_name": "शाहरुख़ ख़ान", "character": "Self"},
                          {"id": 2, "name": "An Actress", "character": "The Woman"},
                          {"id": 3, "name": "Somebody"}]}
                """), 10);

        assertThat(characters(mapper))
                .extracting(ExternalCharacter::name)
                .containsExactly("The Woman", "Shah Rukh Khan");
        assertThat(mapper.results().get(1).character().kind()).isEqualTo(CharacterKind.PERSON);
        assertThat(mapper.results().get(1).character().aliases()).containsExactly("शाहरुख़ ख़ान");
        assertThat(mapper.results().get(1).sharedIds()).containsExactly(new SharedId("tmdb_person", "35742"));
    }

    @Test
    void givesTheActorsOfATitleThatNamesNoCharacter() {
        TmdbMapper mapper = new TmdbMapper("obscure", IMAGES);

        mapper.cast(movie("{\"id\": 1, \"title\": \"Obscure\"}"), json("""
                {"cast": [{"id": 5, "name": "First", "character": ""}, {"id": 6, "name": "Second", "character": null},
                          {"id": 7, "name": "Third"}, {"name": "Without an id"}, {"id": 8}]}
                """), 2);

        assertThat(characters(mapper)).extracting(ExternalCharacter::name).containsExactly("First", "Second");
        assertThat(characters(mapper)).extracting(ExternalCharacter::kind).containsOnly(CharacterKind.PERSON);
    }

    @Test
    void takesBeyondTheLimitOnlyWhoIsAskedFor() {
        TmdbMapper mapper = new TmdbMapper("gabbar singh", IMAGES);

        mapper.cast(movie("{\"id\": 1, \"title\": \"Sholay\"}"), json("""
                {"cast": [{"id": 1, "name": "A", "character": "Veeru"}, {"id": 2, "name": "B", "character": "Jai"},
                          {"id": 3, "name": "C", "character": "Basanti"},
                          {"id": 4, "name": "Amjad Khan", "character": "Gabbar Singh"}]}
                """), 1);

        assertThat(characters(mapper)).extracting(ExternalCharacter::name).containsExactly("Veeru", "Gabbar Singh");
    }

    @Test
    void aCharacterOfSeveralTitlesOrActorsIsOne() {
        TmdbMapper mapper = new TmdbMapper("star wars", IMAGES);
        mapper.cast(movie("{\"id\": 11, \"title\": \"Star Wars\"}"), json("""
                {"cast": [{"id": 2, "name": "Mark Hamill", "character": "Luke Skywalker"},
                          {"id": 24342, "name": "David Prowse", "character": "Darth Vader"},
                          {"id": 15152, "name": "James Earl Jones", "character": "Darth Vader (voice)"}]}
                """), 10);
        mapper.cast(movie("{\"id\": 1891, \"title\": \"The Empire Strikes Back\"}"), json("""
                {"cast": [{"id": 2, "name": "Mark Hamill", "character": "Luke Skywalker"}]}
                """), 10);

        assertThat(characters(mapper))
                .extracting(ExternalCharacter::name)
                .containsExactly("Luke Skywalker", "Darth Vader");
        assertThat(characters(mapper).get(0).universeTitle()).isEqualTo("Star Wars");
        assertThat(characters(mapper).get(0).attributes()).containsEntry("other_titles", "The Empire Strikes Back");
        assertThat(mapper.results().get(0).universeIds())
                .containsExactlyInAnyOrder(new SharedId("tmdb_movie", "11"), new SharedId("tmdb_movie", "1891"));
        assertThat(characters(mapper).get(1).attributes()).containsEntry("played_by", "David Prowse, James Earl Jones");
    }

    @Test
    void aSingleNameIsOneOnlyWhereTheTitlesContinueOneAnother() {
        JsonNode weaver =
                json("{\"cast\": [{\"id\": 10205, \"name\": \"Sigourney Weaver\", \"character\": \"Ripley\"}]}");
        TmdbMapper alien = new TmdbMapper("alien", IMAGES);
        alien.cast(movie("{\"id\": 348, \"title\": \"Alien\"}"), weaver, 10);
        alien.cast(movie("{\"id\": 679, \"title\": \"Aliens\"}"), weaver, 10);
        assertThat(characters(alien)).hasSize(1);

        JsonNode khan = json("{\"cast\": [{\"id\": 35742, \"name\": \"Shah Rukh Khan\", \"character\": \"Rahul\"}]}");
        TmdbMapper rahul = new TmdbMapper("rahul", IMAGES);
        rahul.cast(movie("{\"id\": 1, \"title\": \"Darr\"}"), khan, 10);
        rahul.cast(movie("{\"id\": 2, \"title\": \"Yes Boss\"}"), khan, 10);
        assertThat(characters(rahul)).hasSize(2);
    }

    @Test
    void aPersonComesBeforeTheirBestKnownRoles() {
        TmdbMapper mapper = new TmdbMapper("shah rukh khan", IMAGES);
        JsonNode person = json("""
                {"id": 35742, "name": "Shah Rukh Khan", "original_name": "Shah Rukh Khan", "profile_path": "/k.jpg",
                 "known_for_department": "Acting", "known_for": [
                   {"id": 19404, "media_type": "movie", "title": "Dilwale Dulhania Le Jayenge"}]}
                """);

        mapper.person(person);
        mapper.person(person);
        mapper.filmography(person, json("""
                {"cast": [
                  {"id": 2, "media_type": "movie", "title": "Small", "vote_count": 3, "character": "A Guest",
                   "original_language": "hi", "credit_id": "s"},
                  {"id": 19404, "media_type": "movie", "title": "Dilwale Dulhania Le Jayenge", "vote_count": 4000,
                   "character": "Raj Malhotra", "original_language": "hi", "credit_id": "d"},
                  {"id": 4, "media_type": "tv", "name": "A Talk", "vote_count": 9000, "character": "Self - Guest"},
                  {"id": 5, "media_type": "movie", "title": "Abroad", "vote_count": 5000, "character": "Stranger",
                   "original_language": "en"},
                  {"id": 6, "media_type": "movie", "title": "Without", "vote_count": 8000}]}
                """), title -> "hi".equals(title.language()), 1);

        assertThat(characters(mapper))
                .extracting(ExternalCharacter::name)
                .containsExactly("Shah Rukh Khan", "Raj Malhotra");
        assertThat(characters(mapper).get(0).attributes())
                .containsEntry("known_for", "Dilwale Dulhania Le Jayenge")
                .containsEntry("department", "Acting");
        assertThat(characters(mapper).get(1).attributes()).containsEntry("played_by", "Shah Rukh Khan");
        assertThat(characters(mapper).get(1).imageUrl()).endsWith("/h632/k.jpg");
    }

    @Test
    void standsNullsAndOtherTypesEverywhere() {
        TmdbMapper mapper = new TmdbMapper("x", IMAGES);
        TmdbTitle title =
                movie("{\"id\": 1, \"title\": \"X\", \"genre_ids\": null, \"overview\": null, \"release_date\": \"\"}");

        mapper.cast(title, MissingNode.getInstance(), 5);
        mapper.cast(title, json("{\"cast\": null}"), 5);
        mapper.cast(title, json("""
                {"cast": [null, 7, "x", [], {"roles": null}, {"id": "abc", "name": 5, "character": {"a": 1}},
                          {"id": 9, "name": "N", "profile_path": "//elsewhere.example/x.jpg", "character": 47}]}
                """), 9);

        assertThat(characters(mapper)).extracting(ExternalCharacter::name).containsExactly("47");
        assertThat(characters(mapper).get(0).imageUrl()).isNull();
        assertThat(characters(mapper).get(0).genre()).isNull();
        assertThat(characters(mapper).get(0).attributes()).doesNotContainKey("year");
        assertThat(characters(mapper).get(0).externalId()).isEqualTo("movie/1/person-9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 10, 'media_type': 'collection', 'name': 'Star Wars Collection'}",
                "{'id': 10, 'media_type': 'person', 'name': 'Somebody'}",
                "{'id': 10, 'name': 'Untyped'}",
                "{'media_type': 'movie', 'title': 'Without an id'}",
                "{'id': 10, 'media_type': 'movie', 'title': ''}",
                "{'id': 10, 'media_type': 'movie', 'title': 'Adult', 'adult': true}",
            })
    void isNoTitle(String result) {
        assertThat(TmdbTitle.of(json(result.replace('\'', '"')), null)).isEmpty();
    }

    @Test
    void tellsHowNearATitleIs() {
        assertThat(title("Naruto", "ナルト", "2002-10-03").distance("naruto")).isZero();
        assertThat(title("Naruto", "ナルト", "2002-10-03").distance(FoldedText.of("ナルト")))
                .isZero();
        assertThat(title("Naruto Shippūden", "x", "2007-02-15").distance("naruto"))
                .isEqualTo(1);
        assertThat(title("Sherlock Holmes 3", "x", "").distance("sherlock holmes"))
                .isEqualTo(2);
        assertThat(title("Boruto", "x", "2017-04-05").distance("naruto")).isEqualTo(2);
    }

    @Test
    void readsWherePicturesAre() {
        JsonNode configuration = json("""
                {"images": {"secure_base_url": "https://img.example/t/p", "profile_sizes": ["w45", "original"]}}
                """);

        assertThat(TmdbImages.of(configuration, "w45").url("/a.jpg")).isEqualTo("https://img.example/t/p/w45/a.jpg");
        assertThat(TmdbImages.of(configuration, "h632").url("/a.jpg"))
                .isEqualTo("https://img.example/t/p/original/a.jpg");
        assertThat(TmdbImages.of(json("{}"), "h632").url("/a.jpg")).isEqualTo("https://image.tmdb.org/t/p/h632/a.jpg");
        assertThat(IMAGES.url(null)).isNull();
        assertThat(IMAGES.url("a.jpg")).isNull();
    }

    private static TmdbTitle title(String name, String original, String date) {
        return movie("{\"id\": 1, \"title\": \"%s\", \"original_title\": \"%s\", \"release_date\": \"%s\"}"
                .formatted(name, original, date));
    }

    private static TmdbTitle movie(String result) {
        return TmdbTitle.of(json(result), Medium.MOVIE).orElseThrow();
    }

    private static TmdbTitle tv(String result) {
        return TmdbTitle.of(json(result), Medium.TV).orElseThrow();
    }

    private static List<ExternalCharacter> characters(TmdbMapper mapper) {
        return mapper.results().stream().map(FoundCharacter::character).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
