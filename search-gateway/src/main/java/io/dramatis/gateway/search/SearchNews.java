package io.dramatis.gateway.search;

import io.dramatis.gateway.source.ExternalCharacter;
import io.dramatis.gateway.source.SourceReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a streamed search tells: some {@link Results}, then one {@link Done}; signs of life at any time. */
sealed interface SearchNews {

    /**
     * One source has answered.
     *
     * @param report how it took part
     * @param items what it found, ranked; the final list may hold them merged with other sources' ones
     */
    @RegisterForReflection
    @Schema(
            name = "SourceResults",
            requiredProperties = {"report", "items"})
    record Results(SourceReport report, List<ExternalCharacter> items) implements SearchNews {}

    /** All have answered, or time is up. */
    record Done(SearchResponse response) implements SearchNews {}

    /** Nothing yet. */
    record Waiting() implements SearchNews {}
}
