package io.dramatis.gateway.title;

/** Answers as they stand in the API's document. */
final class TitleExamples {

    static final String SEARCH = """
            {
              "query": "berserk",
              "type": "manga",
              "items": [{
                "source": "anilist",
                "external_id": "30002",
                "title": "Berserk",
                "titles": {"romaji": "Berserk", "english": "Berserk", "native": "ベルセルク"},
                "aliases": ["Берсерк"],
                "type": "manga",
                "anilist_id": 30002,
                "mal_id": 2,
                "mangadex_id": "801513ba-a712-498c-8f57-cae55b38cc92",
                "format": "manga",
                "status": "releasing",
                "year": 1989,
                "cover_url": "https://s4.anilist.co/file/anilistcdn/media/manga/cover/medium/30002.jpg",
                "max_progress": null,
                "released": null,
                "volumes": null,
                "site_url": "https://anilist.co/manga/30002",
                "is_adult": false
              }],
              "sources": [
                {"source": "anilist", "status": "ok", "count": 1, "took_ms": 210, "age_s": null, "retry_after_s": null},
                {"source": "mangadex", "status": "cached", "count": 1, "took_ms": 0, "age_s": 71, "retry_after_s": null}
              ],
              "complete": true
            }""";

    static final String AUTOCOMPLETE = """
            {
              "query": "frier",
              "type": "anime",
              "items": [{
                "source": "anilist",
                "external_id": "154587",
                "title": "Frieren: Beyond Journey's End",
                "titles": {
                  "romaji": "Sousou no Frieren",
                  "english": "Frieren: Beyond Journey's End",
                  "native": "葬送のフリーレン"
                },
                "aliases": ["Frieren at the Funeral"],
                "type": "anime",
                "anilist_id": 154587,
                "mal_id": 52991,
                "mangadex_id": null,
                "format": "tv",
                "status": "finished",
                "year": 2023,
                "cover_url": "https://s4.anilist.co/file/anilistcdn/media/anime/cover/medium/154587.jpg",
                "max_progress": 28,
                "released": 28,
                "volumes": null,
                "site_url": "https://anilist.co/anime/154587",
                "is_adult": false
              }],
              "sources": [
                {"source": "anilist", "status": "cached", "count": 1, "took_ms": 0, "age_s": 3, "retry_after_s": null}
              ],
              "complete": true
            }""";

    static final String MANGADEX = """
            {
              "query": "nagatoro",
              "type": "manga",
              "items": [{
                "source": "mangadex",
                "external_id": "d86cf65b-5f6c-437d-a0af-19a31f94ec55",
                "title": "Don't Toy With Me, Miss Nagatoro!",
                "titles": {
                  "romaji": "Ijiranaide, Nagatoro-san",
                  "english": "Don't Toy With Me, Miss Nagatoro!",
                  "native": "イジらないで、長瀞さん"
                },
                "aliases": ["No me molestes, Nagatoro-san"],
                "type": "manga",
                "anilist_id": 100664,
                "mal_id": 110737,
                "mangadex_id": "d86cf65b-5f6c-437d-a0af-19a31f94ec55",
                "format": "manga",
                "status": "finished",
                "year": 2017,
                "cover_url": "https://uploads.mangadex.org/covers/d86cf65b-5f6c-437d-a0af-19a31f94ec55/5e4a.jpg.256.jpg",
                "max_progress": 154,
                "released": 154,
                "volumes": 20,
                "site_url": "https://mangadex.org/title/d86cf65b-5f6c-437d-a0af-19a31f94ec55",
                "is_adult": false
              }],
              "sources": [
                {"source": "mangadex", "status": "ok", "count": 1, "took_ms": 180, "age_s": null, "retry_after_s": null}
              ],
              "complete": true
            }""";

    static final String MAX_COMPLETE = """
            {
              "title": "Naruto",
              "type": "anime",
              "anilist_id": 20,
              "mangadex_id": null,
              "unit": "episodes",
              "max": 220,
              "released": 220,
              "volumes": null,
              "status": "finished",
              "source": "anilist",
              "sources": [
                {"source": "anilist", "status": "ok", "count": 1, "took_ms": 190, "age_s": null, "retry_after_s": null}
              ],
              "complete": true
            }""";

    static final String MAX_RUNNING = """
            {
              "title": "Berserk",
              "type": "manga",
              "anilist_id": 30002,
              "mangadex_id": "801513ba-a712-498c-8f57-cae55b38cc92",
              "unit": "chapters",
              "max": null,
              "released": 380,
              "volumes": null,
              "status": "releasing",
              "source": "anilist",
              "sources": [
                {"source": "anilist", "status": "cached", "count": 1, "took_ms": 0, "age_s": 40, "retry_after_s": null},
                {"source": "mangadex", "status": "ok", "count": 1, "took_ms": 240, "age_s": null, "retry_after_s": null}
              ],
              "complete": true
            }""";

    static final String INVALID = """
            {
              "type": "/api/errors#VALIDATION",
              "title": "The request is not valid",
              "status": 400,
              "detail": "Mend the listed fields and send the request again.",
              "instance": "/api/sources/search",
              "code": "VALIDATION",
              "error_id": "0199f5a0-5c3e-7c1a-9a55-2f7f0f2b7d10",
              "timestamp": "2026-10-18T09:12:44.120Z",
              "source": "titles.search_titles",
              "severity": "warning",
              "violations": [
                {"field": "q", "message": "must hold 1 to 200 characters"},
                {"field": "type", "message": "must be one of: anime, manga"}
              ],
              "additional_data": {}
            }""";

    static final String INVALID_MAX = """
            {
              "type": "/api/errors#VALIDATION",
              "title": "The request is not valid",
              "status": 400,
              "detail": "Mend the listed fields and send the request again.",
              "instance": "/api/sources/max",
              "code": "VALIDATION",
              "error_id": "0199f5a0-5c3e-7c1a-9a55-2f7f0f2b7d11",
              "timestamp": "2026-10-18T09:12:45.003Z",
              "source": "titles.get_max_progress",
              "severity": "warning",
              "violations": [
                {"field": "q", "message": "is needed where no anilist_id is given"},
                {"field": "type", "message": "must be one of: anime, manga"}
              ],
              "additional_data": {}
            }""";

    static final String NOT_FOUND = """
            {
              "type": "/api/errors#TITLE_NOT_FOUND",
              "title": "There is no such title",
              "status": 404,
              "detail": "No source knows a title like this. Try another name of it.",
              "instance": "/api/sources/max",
              "code": "TITLE_NOT_FOUND",
              "error_id": "0199f5a0-5c3e-7c1a-9a55-2f7f0f2b7d12",
              "timestamp": "2026-10-18T09:12:46.871Z",
              "source": "titles.get_max_progress",
              "severity": "warning",
              "violations": [],
              "additional_data": {}
            }""";

    static final String UNAVAILABLE = """
            {
              "type": "/api/errors#SOURCE_UNAVAILABLE",
              "title": "The source cannot be reached",
              "status": 503,
              "detail": "A source that may know this title does not answer. Ask again later.",
              "instance": "/api/sources/max",
              "code": "SOURCE_UNAVAILABLE",
              "error_id": "0199f5a0-5c3e-7c1a-9a55-2f7f0f2b7d13",
              "timestamp": "2026-10-18T09:12:48.010Z",
              "source": "titles.get_max_progress",
              "severity": "error",
              "violations": [],
              "additional_data": {"sources": ["anilist"]}
            }""";

    private TitleExamples() {}
}
