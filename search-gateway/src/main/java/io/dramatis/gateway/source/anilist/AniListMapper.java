package io.dramatis.gateway.source.anilist;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    static List<ExternalCharacter> characters(JsonNode data, boolean typed) {
        Map<String, ExternalCharacter> found = new LinkedHashMap<>();
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

    private static void add(Map<String, ExternalCharacter> found, JsonNode character, JsonNode title) {
        String id = text(character.path("id"));
        String name = text(character.path("name").path("full"));
        if (id == null || name == null) {
            return;
        }
        found.putIfAbsent(
                id,
                new ExternalCharacter(
                        name,
                        aliases(character.path("name"), name),
                        title(title.path("title")),
                        SourceText.fromAniListMarkdown(text(character.path("description"))),
                        image(text(character.path("image").path("large"))),
                        Genre.of(texts(title.path("genres"))),
                        AniListSource.ID,
                        id,
                        text(character.path("siteUrl")),
                        CharacterKind.CHARACTER,
                        List.of(),
                        0));
    }

    private static List<String> aliases(JsonNode names, String name) {
        Set<String> aliases = new LinkedHashSet<>(texts(names.path("alternative")));
        String nativeName = text(names.path("native"));
        if (nativeName != null) {
            aliases.add(nativeName);
        }
        aliases.remove(name);
        return List.copyOf(aliases);
    }

    private static String title(JsonNode titles) {
        for (String language : List.of("english", "romaji", "native")) {
            String title = text(titles.path(language));
            if (title != null) {
                return title;
            }
        }
        return null;
    }

    private static String image(String url) {
        return url == null || url.endsWith(PLACEHOLDER) ? null : url;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            String text = text(element);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }
}
