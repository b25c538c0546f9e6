package io.dramatis.gateway.source;

/**
 * An identity that several sources know of, so that what carries the same one is the same.
 *
 * @param space who gave it, lower case: {@code wikidata}, {@code tmdb_person}, {@code openlibrary_author}, {@code mal_manga}
 * @param value as its giver writes it: {@code Q4653}
 */
public record SharedId(String space, String value) {

    public static final String WIKIDATA = "wikidata";
    public static final String TMDB_PERSON = "tmdb_person";
    public static final String TMDB_MOVIE = "tmdb_movie";
    public static final String TMDB_TV = "tmdb_tv";
    public static final String OPENLIBRARY_AUTHOR = "openlibrary_author";
    public static final String OPENLIBRARY_WORK = "openlibrary_work";
    public static final String ANILIST_ANIME = "anilist_anime";
    public static final String ANILIST_MANGA = "anilist_manga";
    public static final String MAL_ANIME = "mal_anime";
    public static final String MAL_MANGA = "mal_manga";
    public static final String MANGADEX = "mangadex";

    @Override
    public String toString() {
        return space + ":" + value;
    }
}
