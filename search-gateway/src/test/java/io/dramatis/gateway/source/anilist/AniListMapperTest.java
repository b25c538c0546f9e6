package io.dramatis.gateway.source.anilist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
