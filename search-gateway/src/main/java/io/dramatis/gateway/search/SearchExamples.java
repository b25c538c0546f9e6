package io.dramatis.gateway.search;

/** Answers as the API's document shows them; a test reads them back. */
final class SearchExamples {

    private static final String ITEM = """
            {"name": "Naruto Uzumaki", "aliases": ["うずまきナルト"], "universe_title": "Naruto", \
            "description": "A loud boy from a ninja village who wants to lead it one day.", \
            "image_url": "https://s4.anilist.co/file/anilistcdn/character/large/b17-phjcWCkRuIhu.png", \
            "genre": "action", "source": "anilist", "external_id": "17", \
            "site_url": "https://anilist.co/character/17", "kind": "character", "attributes": {}, \
            "also_in": [{"source": "wikipedia", "external_id": "2074605", \
            "site_url": "https://en.wikipedia.org/wiki/Naruto_Uzumaki", "reason": "name_and_universe", \
            "evidence": "naruto uzumaki · naruto"}], "score": 0.87}""";

    private static final String REPORT = """
            {"source": "anilist", "status": "ok", "count": 1, "took_ms": 312, "age_s": null, "retry_after_s": null}""";

    private static final String LATE = """
            {"source": "wikipedia", "status": "cached", "count": 1, "took_ms": 0, "age_s": 95, "retry_after_s": null}""";

    static final String RESPONSE = "{\"query\": \"naruto\", \"category\": \"all\", \"items\": [" + ITEM
            + "], \"sources\": [" + REPORT + ", " + LATE + "], \"complete\": true}";

    static final String STREAM = "event: results\nid: anilist\ndata: {\"report\": " + REPORT + ", \"items\": [" + ITEM
            + "]}\n\nevent: done\nid: done\ndata: " + RESPONSE + "\n\n";

    static final String INVALID = """
            {
              "type": "/api/errors#VALIDATION",
              "title": "The request is not valid",
              "status": 400,
              "detail": "Mend the listed fields and send the request again.",
              "instance": "/api/characters/search",
              "code": "VALIDATION",
              "error_id": "0199f5a0-5c3e-7c1a-9a55-2f7f0f2b7d20",
              "timestamp": "2026-10-18T09:12:44.120Z",
              "source": "search.search_characters",
              "severity": "warning",
              "violations": [
                {"field": "q", "message": "must hold 1 to 200 characters"},
                {"field": "category", "message": "must be one of: anime, manga, movie, tv, bollywood, book, dnd, other, all"},
                {"field": "limit", "message": "must be a number from 1 to 100"}
              ],
              "additional_data": {}
            }""";

    private SearchExamples() {}
}
