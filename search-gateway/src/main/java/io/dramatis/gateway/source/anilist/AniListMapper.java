package io.dramatis.gateway.source.anilist;

import static io.dramatis.gateway.source.SourceJson.text;
import static io.dramatis.gateway.source.SourceJson.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SourceJson;
import io.dramatis.gateway.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads AniList's answer, leniently: any field may be absent, null or new. */
final class AniListMapper {

    private static final String PLACEHOLDER = "/default.jpg";

    private AniListMapper() {}

    /**
     * The characters found by name, then the cast of the titles found, each once.
     *
     * @param data of the document {@code search-characters.graphql}
     * @param typed whether the search was for one type of title, so that characters without such a title are none
     */
    static List<FoundCharacter> characters(JsonNode data, boolean typed) {
        Map<String, FoundCharacter> found = new LinkedHashMap<>();
        for (JsonNode character : data.path("byName").path("characters")) {
            JsonNode title = character.path("media").path("nodes").path(0);
            if (!typed || title.isObject()) {
                add(found, character, title);
            }
        }
        for (JsonNode title : data.path("byTitle").path("media")) {
            for (JsonNode character : title.path("characters").path("nodes")) {
                add(found, character, title);
            }
        }
        return List.copyOf(found.values());
    }

    private static void add(Map<String, FoundCharacter> found, JsonNode character, JsonNode title) {
        String id = text(character.path("id"));
        String name = text(character.path("name").path("full"));
        if (id == null || name == null) {
            return;
        }
        FoundCharacter.Builder builder = FoundCharacter.of(AniListSource.ID, id, name, CharacterKind.CHARACTER)
                .aliases(texts(character.path("name").path("alternative")))
                .alias(text(character.path("name").path("native")))
                .universe(title(title.path("title")))
                .description(SourceText.fromAniListMarkdown(text(character.path("description"))))
                .image(image(text(character.path("image").path("large"))))
                .genre(Genre.of(texts(title.path("genres"))))
                .page(text(character.path("siteUrl")));
        title.path("title").forEach(variant -> builder.universeAlias(text(variant)));
        found.putIfAbsent(id, builder.build());
    }

    private static String title(JsonNode titles) {
        return SourceJson.firstText(titles, "english", "romaji", "native");
    }

    private static String image(String url) {
        return url == null || url.endsWith(PLACEHOLDER) ? null : url;
    }
}
