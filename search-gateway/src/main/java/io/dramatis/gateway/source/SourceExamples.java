package io.dramatis.gateway.source;

/** Answers as they stand in the API's document. */
final class SourceExamples {

    static final String LIST = """
            {
              "items": [{
                "id": "anilist",
                "name": "AniList",
                "searches": ["anime", "manga", "all"],
                "titles": ["anime", "manga"],
                "configured": true,
                "attribution": "Data from AniList",
                "attribution_url": "https://anilist.co",
                "attribution_logo_url": null
              }]
            }""";

    static final String STATS = """
            {
              "items": [{
                "source": "anilist",
                "calls": {"no_token": 3, "ok": 211, "rate_limited": 1, "timeout": 2},
                "rate_limited": 1,
                "cache": {"hits": 1840, "stale_hits": 25, "negative_hits": 61, "misses": 230, "coalesced": 12},
                "shared_cache": {"hits": 14, "stale_hits": 2, "misses": 214},
                "breaker": "closed",
                "tokens_left": 4,
                "paused_until": null,
                "latency_ms": {"p50": 182.3, "p95": 410.1, "p99": 1240.5}
              }],
              "shared": {"configured": true, "connected": true, "replicas": 2, "fallbacks": 0}
            }""";

    private SourceExamples() {}
}
