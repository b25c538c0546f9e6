package io.dramatis.gateway.source.anilist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.TitleStatus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AniListMapperTest {

    @Test
    void readsACharacterWithItsTitle() throws IOException {
        List<ExternalCharacter> found = read("""
                {"byName": {"characters": [{
                  "id": 9, "name": {"full": "Guts", "native": "ガッツ", "alternative": ["Gattsu", null, " "]},
                  "image": {"large": "https://s4.anilist.co/9.png"}, "description": "~!x!~ A swordsman.",
                  "siteUrl": "https://anilist.co/character/9",
                  "media": {"nodes": [{"title": {"english": null, "romaji": "Berserk"}, "genres": ["Action"]}]}}]}}
                """, false);

        assertThat(found).singleElement().satisfies(guts -> {
            assertThat(guts.name()).isEqualTo("Guts");
            assertThat(guts.aliases()).containsExactly("Gattsu", "ガッツ");
            assertThat(guts.universeTitle()).isEqualTo("Berserk");
            assertThat(guts.description()).isEqualTo("A swordsman.");
            assertThat(guts.genre()).isEqualTo(Genre.ACTION);
            assertThat(guts.source()).isEqualTo("anilist");
            assertThat(guts.externalId()).isEqualTo("9");
        });
    }

    @Test
    void takesThePlaceholderForNoImage() throws IOException {
        List<ExternalCharacter> found = read("""
                {"byName": {"characters": [{"id": 1, "name": {"full": "Nobody"},
                  "image": {"large": "https://s4.anilist.co/file/anilistcdn/character/large/default.jpg"}}]}}
                """, false);

        assertThat(found)
                .singleElement()
                .extracting(ExternalCharacter::imageUrl)
                .isNull();
    }

    @Test
    void givesACharacterOnceThatIsFoundByNameAndByTitle() throws IOException {
        List<ExternalCharacter> found = read("""
                {"byName": {"characters": [{"id": 1, "name": {"full": "Naruto"}}]},
                 "byTitle": {"media": [{"title": {"english": "Naruto"}, "genres": [],
                   "characters": {"nodes": [{"id": 1, "name": {"full": "Naruto"}},
                                            {"id": 2, "name": {"full": "Sasuke"}}, null]}}]}}
                """, false);

        assertThat(found).extracting(ExternalCharacter::externalId).containsExactly("1", "2");
    }

    @Test
    void leavesOutWhoAppearsInNoTitleOfTheType() throws IOException {
        List<ExternalCharacter> found = read("""
                {"byName": {"characters": [{"id": 1, "name": {"full": "Denji"}, "media": {"nodes": []}}]}}
                """, true);

        assertThat(found).isEmpty();
    }

    @Test
    void tellsWhichWorkTheUniverseIs() throws IOException {
        List<FoundCharacter> found = AniListMapper.characters(new ObjectMapper().readTree("""
                {"byName": {"characters": [{"id": 9, "name": {"full": "Guts"}, "media": {"nodes": [
                  {"id": 30002, "idMal": 2, "type": "MANGA", "title": {"romaji": "Berserk"}}]}}]}}
                """), false);

        assertThat(found.get(0).universeIds())
                .containsExactlyInAnyOrder(
                        new SharedId(SharedId.ANILIST_MANGA, "30002"), new SharedId(SharedId.MAL_MANGA, "2"));
    }

    @Test
    void readsATitle() throws IOException {
        assertThat(titles("""
                {"id": 154587, "idMal": 52991, "type": "ANIME", "format": "TV", "status": "FINISHED",
                 "title": {"romaji": "Sousou no Frieren", "english": "Frieren", "native": "葬送のフリーレン"},
                 "synonyms": ["Frieren", "Funeral", null], "startDate": {"year": 2023}, "episodes": 28, "chapters": null,
                 "volumes": null, "nextAiringEpisode": null, "coverImage": {"large": "https://s4.anilist.co/bx1.png"},
                 "isAdult": false, "siteUrl": "https://anilist.co/anime/154587"}
                """)).singleElement().satisfies(title -> {
            assertThat(title.title()).isEqualTo("Frieren");
            assertThat(title.titles().romaji()).isEqualTo("Sousou no Frieren");
            assertThat(title.aliases()).containsExactly("Funeral");
            assertThat(title.anilistId()).isEqualTo(154587);
            assertThat(title.externalId()).isEqualTo("154587");
            assertThat(title.malId()).isEqualTo(52991);
            assertThat(title.format()).isEqualTo("tv");
            assertThat(title.status()).isEqualTo(TitleStatus.FINISHED);
            assertThat(title.year()).isEqualTo(2023);
            assertThat(title.maxProgress()).isEqualTo(28);
            assertThat(title.released()).isEqualTo(28);
            assertThat(title.coverUrl()).isEqualTo("https://s4.anilist.co/bx1.png");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ANIME, FINISHED, 26, null, null, 26, 26",
        "ANIME, FINISHED, null, null, null, , ",
        "ANIME, RELEASING, null, null, 1182, , 1181",
        "ANIME, RELEASING, 24, null, 6, , 5",
        "ANIME, RELEASING, 24, null, null, , ",
        "ANIME, NOT_YET_RELEASED, 12, null, 1, , 0",
        "ANIME, NOT_YET_RELEASED, null, null, null, , 0",
        "ANIME, CANCELLED, 3, null, null, 3, 3",
        "ANIME, SOMETHING_NEW, 3, null, null, , ",
        "MANGA, FINISHED, null, 700, null, 700, 700",
        "MANGA, RELEASING, null, null, null, , ",
        "MANGA, HIATUS, null, null, null, , ",
        "MANGA, FINISHED, null, 0, null, , "
    })
    void countsWhatIsCompleteAndWhatIsOut(
            String type, String status, String episodes, String chapters, String next, Integer max, Integer released)
            throws IOException {
        String airing = next.equals("null") ? "null" : "{\"episode\": " + next + "}";
        assertThat(titles("""
                {"id": 1, "type": "%s", "status": "%s", "title": {"native": "題"}, "episodes": %s, "chapters": %s,
                 "nextAiringEpisode": %s}
                """.formatted(type, status, episodes, chapters, airing)))
                .singleElement()
                .satisfies(title -> {
                    assertThat(title.title()).isEqualTo("題");
                    assertThat(title.maxProgress()).isEqualTo(max);
                    assertThat(title.released()).isEqualTo(released);
                });
    }

    @Test
    void leavesOutWhatIsNoTitle() throws IOException {
        assertThat(titles("""
                null, 3, {}, {"id": 1}, {"id": 2, "type": "ANIME", "title": null},
                {"id": 3, "type": "ANIME", "title": {"romaji": null, "english": " ", "native": null}},
                {"id": 4, "type": "OPERA", "title": {"romaji": "X"}}, {"id": "five", "type": "ANIME", "title": {"romaji": "X"}},
                {"id": 6, "type": "MANGA", "title": {"romaji": "Kept"}, "synonyms": {}, "startDate": null, "format": null,
                 "status": null, "coverImage": [], "nextAiringEpisode": 5}
                """)).extracting(ExternalTitle::title).containsExactly("Kept");
        for (String odd : List.of("{}", "{\"found\": null}", "{\"found\": {\"media\": {}}}")) {
            assertThat(AniListMapper.titles(new ObjectMapper().readTree(odd))).isEmpty();
        }
    }

    @Test
    void survivesAnyShape() throws IOException {
        for (String odd : List.of(
                "{}",
                "{\"byName\": null}",
                "{\"byName\": {\"characters\": {}}}",
                "{\"byName\": {\"characters\": [1, null, \"x\", {\"id\": {}}, {\"id\": 3}]}}",
                "{\"byTitle\": {\"media\": [{\"characters\": []}]}}")) {
            assertThat(read(odd, false)).as(odd).isEmpty();
        }
    }

    private static List<ExternalCharacter> read(String json, boolean typed) throws IOException {
        return AniListMapper.characters(new ObjectMapper().readTree(json), typed).stream()
                .map(FoundCharacter::character)
                .toList();
    }

    private static List<ExternalTitle> titles(String media) throws IOException {
        return AniListMapper.titles(new ObjectMapper().readTree("{\"found\": {\"media\": [" + media + "]}}"));
    }
}
