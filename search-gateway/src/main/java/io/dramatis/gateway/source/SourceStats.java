package io.dramatis.gateway.source;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one replica has seen of a source since it was started.
 *
 * @param calls calls by how they ended, those that were prevented (no token, paused, breaker open) included
 * @param rateLimited calls that it answered with 429
 * @param cache searches by what our own cache had for them
 * @param sharedCache misses by what other replicas had for them; all 0 without Redis
 * @param tokensLeft calls that may go out at once
 * @param pausedUntil end of a pause that it has asked for, or null
 * @param latencyMs of the latest calls, good or bad
 */
@Schema(
        requiredProperties = {
            "source",
            "calls",
            "rate_limited",
            "cache",
            "shared_cache",
            "breaker",
            "tokens_left",
            "latency_ms"
        })
record SourceStats(
        String source,
        Map<String, Long> calls,
        long rateLimited,
        Cache cache,
        SharedCache sharedCache,
        BreakerState breaker,
        int tokensLeft,
        Instant pausedUntil,
        Latency latencyMs) {

    /** @param negativeHits hits on the knowledge that there is nothing */
    @Schema(
            name = "SourceCacheStats",
            requiredProperties = {"hits", "stale_hits", "negative_hits", "misses", "coalesced"})
    record Cache(long hits, long staleHits, long negativeHits, long misses, long coalesced) {}

    @Schema(
            name = "SourceSharedCacheStats",
            requiredProperties = {"hits", "stale_hits", "misses"})
    record SharedCache(long hits, long staleHits, long misses) {}

    /** Milliseconds; null where there was no call lately. */
    @Schema(name = "SourceLatency")
    record Latency(Double p50, Double p95, Double p99) {}
}
