package io.dramatis.gateway.title;

import com.fasterxml.jackson.annotation.JsonValue;
import io.dramatis.gateway.source.ExternalTitle;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.TitleStatus;
import io.dramatis.gateway.source.TitleType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long a title is.
 *
 * @param unit what {@code max} and {@code released} count
 * @param max in all; null while the title is still running, and where nobody knows
 * @param released out by now; null where nobody knows
 * @param volumes in all, or null
 * @param source that knows the title
 * @param sources every source that was asked, and how it took part
 * @param complete false where a source that was asked could not answer, so that more may be known
 */
@Schema(requiredProperties = {"title", "type", "unit", "source", "sources", "complete"})
record TitleMaxResponse(
        String title,
        TitleType type,
        Long anilistId,
        String mangadexId,
        Unit unit,
        Integer max,
        Integer released,
        Integer volumes,
        TitleStatus status,
        String source,
        List<SourceReport> sources,
        boolean complete) {

    /** What is counted. Public, as the document's scanner asks its values what they are called. */
    public enum Unit {
        EPISODES,
        CHAPTERS;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static TitleMaxResponse of(ExternalTitle title, List<SourceReport> reports) {
        return new TitleMaxResponse(
                title.title(),
                title.type(),
                title.anilistId(),
                title.mangadexId(),
                title.type() == TitleType.ANIME ? Unit.EPISODES : Unit.CHAPTERS,
                title.maxProgress(),
                title.released(),
                title.volumes(),
                title.status(),
                title.source(),
                reports,
                TitleSearchResponse.complete(reports));
    }
}
