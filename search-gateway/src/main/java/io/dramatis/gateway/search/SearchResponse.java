package io.dramatis.gateway.search;

import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceReport;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param sources every source that the category names, and how it took part
 * @param complete false where a source that was asked could not answer, so that there may be more
 */
@Schema(requiredProperties = {"query", "category", "items", "sources", "complete"})
record SearchResponse(
        String query,
        SearchCategory category,
        List<ExternalCharacter> items,
        List<SourceReport> sources,
        boolean complete) {}
