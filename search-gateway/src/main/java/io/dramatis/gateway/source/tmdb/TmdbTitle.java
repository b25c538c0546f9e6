package io.dramatis.gateway.source.tmdb;

import static io.dramatis.gateway.source.SourceJson.firstText;
import static io.dramatis.gateway.source.SourceJson.number;
import static io.dramatis.gateway.source.SourceJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.gateway.source.FoldedText;
import io.dramatis.gateway.source.Genre;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A film or a series.
 *
 * @param name in the language that was asked for
 * @param originalName in its own, or null
 * @param year of the first showing; null where it is not known yet
 * @param language of the original, as {@code hi}, or null
 * @param votes how many have rated it: the steadiest sign of how well it is known
 */
record TmdbTitle(
        Medium medium,
        long id,
        String name,
        String originalName,
        String year,
        String language,
        String overview,
        Genre genre,
        long votes) {

    enum Medium {
        MOVIE("movie", SharedId.TMDB_MOVIE),
        TV("tv", SharedId.TMDB_TV);

        private final String wire;
        private final String idSpace;

        Medium(String wire, String idSpace) {
            this.wire = wire;
            this.idSpace = idSpace;
        }

        String wire() {
            return wire;
        }

        String idSpace() {
            return idSpace;
        }

        /** Null for {@code person}, {@code collection} and whatever comes next. */
        static Medium of(String wire) {
            for (Medium medium : values()) {
                if (medium.wire.equals(wire)) {
                    return medium;
                }
            }
            return null;
        }
    }

    /** TMDB's own vocabulary, films' and series', which has not changed for years; what is not in it tells nothing. */
    private static final Map<Long, String> GENRES = Map.ofEntries(
            Map.entry(28L, "action"),
            Map.entry(12L, "adventure"),
            Map.entry(16L, "animation"),
            Map.entry(35L, "comedy"),
            Map.entry(80L, "crime"),
            Map.entry(99L, "documentary"),
            Map.entry(18L, "drama"),
            Map.entry(10751L, "family"),
            Map.entry(14L, "fantasy"),
            Map.entry(36L, "history"),
            Map.entry(27L, "horror"),
            Map.entry(10402L, "music"),
            Map.entry(9648L, "mystery"),
            Map.entry(10749L, "romance"),
            Map.entry(878L, "science fiction"),
            Map.entry(10770L, "tv movie"),
            Map.entry(53L, "thriller"),
            Map.entry(10752L, "war"),
            Map.entry(37L, "western"),
            // "Action & Adventure", "Sci-Fi & Fantasy", "War & Politics", "Soap": one word has to do.
            Map.entry(10759L, "action"),
            Map.entry(10765L, "science fiction"),
            Map.entry(10768L, "war"),
            Map.entry(10766L, "drama"),
            Map.entry(10762L, "kids"),
            Map.entry(10763L, "news"),
            Map.entry(10764L, "reality"),
            Map.entry(10767L, "talk"));

    /** @param medium null where the result says itself what it is */
    static Optional<TmdbTitle> of(JsonNode result, Medium medium) {
        Medium known = medium == null ? Medium.of(text(result.path("media_type"))) : medium;
        Long id = number(result.path("id"));
        String name = firstText(result, "title", "name", "original_title", "original_name");
        if (known == null || id == null || name == null || result.path("adult").asBoolean(false)) {
            return Optional.empty();
        }
        List<String> genres = new ArrayList<>();
        for (JsonNode genre : result.path("genre_ids")) {
            Long genreId = number(genre);
            if (genreId != null && GENRES.containsKey(genreId)) {
                genres.add(GENRES.get(genreId));
            }
        }
        Long votes = number(result.path("vote_count"));
        String date = firstText(result, "release_date", "first_air_date");
        return Optional.of(new TmdbTitle(
                known,
                id,
                name,
                firstText(result, "original_title", "original_name"),
                date != null && date.matches("\\d{4}-.*") ? date.substring(0, 4) : null,
                text(result.path("original_language")),
                SourceText.plain(text(result.path("overview"))),
                Genre.of(genres),
                votes == null ? 0 : votes));
    }

    /** {@code movie/129}; unique among all. */
    String key() {
        return medium.wire() + "/" + id;
    }

    /** 0 where it is called like the query, 1 where its name holds all of its words, else 2; unreleased ones last. */
    int distance(String foldedQuery) {
        int distance = 2;
        for (String one : originalName == null ? List.of(name) : List.of(name, originalName)) {
            String folded = FoldedText.of(one);
            if (folded.equals(foldedQuery)) {
                return 0;
            }
            if (TmdbMapper.hasWords(folded, foldedQuery)) {
                distance = 1;
            }
        }
        return year == null ? distance + 1 : distance;
    }
}
