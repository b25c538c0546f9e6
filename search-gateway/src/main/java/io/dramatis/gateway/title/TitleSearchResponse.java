package io.dramatis.gateway.title;

import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.TitleType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param type null where titles of all types were looked for
 * @param sources every source that was asked, and how it took part
 * @param complete false where a source that was asked could not answer, so that there may be more
 */
@Schema(requiredProperties = {"query", "items", "sources", "complete"})
record TitleSearchResponse(
        String query, TitleType type, List<ExternalTitle> items, List<SourceReport> sources, boolean complete) {

    static TitleSearchResponse of(TitleQuery query, List<ExternalTitle> items, List<SourceReport> reports) {
        return new TitleSearchResponse(query.text(), query.type(), items, reports, complete(reports));
    }

    static boolean complete(List<SourceReport> reports) {
        return reports.stream().noneMatch(report -> report.status().missing());
    }
}
