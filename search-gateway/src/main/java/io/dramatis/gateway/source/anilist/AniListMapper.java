package io.dramatis.gateway.source.anilist;

import static io.dramatis.gateway.source.SourceJson.text;
import static io.dramatis.gateway.source.SourceJson.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceJson;
import io.dramatis.gateway.source.SourceText;
import io.dramatis.gateway.source.TitleStatus;
import io.dramatis.gateway.source.TitleType;
import io.dramatis.kit.validation.WireValue;
import io.dramatis.kit.validation.WireValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        TitleType type = constant(TitleType.class, title.path("type"));
        if (type != null) {
            boolean anime = type == TitleType.ANIME;
            builder.universeId(anime ? SharedId.ANILIST_ANIME : SharedId.ANILIST_MANGA, text(title.path("id")))
                    .universeId(anime ? SharedId.MAL_ANIME : SharedId.MAL_MANGA, text(title.path("idMal")));
        }
        found.putIfAbsent(id, builder.build());
    }

    /** @param data of the document {@code find-titles.graphql} */
    static List<ExternalTitle> titles(JsonNode data) {
        List<ExternalTitle> found = new ArrayList<>();
        for (JsonNode title : data.path("found").path("media")) {
            Long id = SourceJson.number(title.path("id"));
            TitleType type = constant(TitleType.class, title.path("type"));
            if (id != null && type != null && title(title.path("title")) != null) {
                found.add(title(id, type, title));
            }
        }
        return found;
    }

    private static ExternalTitle title(Long id, TitleType type, JsonNode title) {
        JsonNode titles = title.path("title");
        TitleStatus status = constant(TitleStatus.class, title.path("status"));
        String format = text(title.path("format"));
        boolean complete = status != null && status.complete();
        // A planned length is no length yet.
        Integer length = complete ? positive(title.path(type == TitleType.ANIME ? "episodes" : "chapters")) : null;
        return ExternalTitle.of(AniListSource.ID, id.toString(), type)
                .titles(text(titles.path("romaji")), text(titles.path("english")), text(titles.path("native")))
                .aliases(texts(title.path("synonyms")))
                .anilistId(id)
                .malId(SourceJson.number(title.path("idMal")))
                .format(format == null ? null : format.toLowerCase(Locale.ROOT))
                .status(status)
                .year(SourceJson.integer(title.path("startDate").path("year")))
                .cover(image(text(title.path("coverImage").path("large"))))
                .maxProgress(length)
                .released(complete ? length : released(status, title.path("nextAiringEpisode")))
                .volumes(complete ? positive(title.path("volumes")) : null)
                .page(text(title.path("siteUrl")))
                .adult(title.path("isAdult").asBoolean(false))
                .build();
    }

    private static Integer released(TitleStatus status, JsonNode nextEpisode) {
        Integer next = positive(nextEpisode.path("episode"));
        if (next != null) {
            return next - 1;
        }
        return status == TitleStatus.NOT_YET_RELEASED ? 0 : null;
    }

    private static Integer positive(JsonNode value) {
        Integer number = SourceJson.integer(value);
        return number != null && number > 0 ? number : null;
    }

    private static <E extends Enum<E> & WireValue> E constant(Class<E> type, JsonNode value) {
        return WireValues.parse(type, text(value)).orElse(null);
    }

    private static String title(JsonNode titles) {
        return SourceJson.firstText(titles, "english", "romaji", "native");
    }

    private static String image(String url) {
        return url == null || url.endsWith(PLACEHOLDER) ? null : url;
    }
}
