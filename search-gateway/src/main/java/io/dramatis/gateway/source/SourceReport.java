package io.dramatis.gateway.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one source during a search.
 *
 * @param count results it gave, before merging
 * @param tookMs time that this search waited for it
 * @param ageS age of the answer in seconds where it came from the cache, else null
 * @param retryAfterS seconds until it is asked again where that is known, else null
 */
@Schema(requiredProperties = {"source", "status", "count", "took_ms"})
public record SourceReport(String source, SourceStatus status, int count, long tookMs, Long ageS, Long retryAfterS) {

    public static SourceReport notConfigured(String source) {
        return new SourceReport(source, SourceStatus.NOT_CONFIGURED, 0, 0, null, null);
    }

    /** The same for another number of results. */
    public SourceReport withCount(int results) {
        return new SourceReport(source, status, results, tookMs, ageS, retryAfterS);
    }
}
