package io.dramatis.gateway.source;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the platform searches. */
@Path("/api/sources")
@Tag(name = "Search")
class SourceResource {

    /**
     * @param searches the categories of characters that it can be asked for
     * @param titles the types of titles that it can be asked for
     * @param attribution the credit that must be shown beside its results, linked to {@code attributionUrl}
     */
    @Schema(requiredProperties = {"id", "name", "searches", "titles", "configured", "attribution", "attribution_url"})
    record SourceResponse(
            String id,
            String name,
            List<SearchCategory> searches,
            List<TitleType> titles,
            boolean configured,
            String attribution,
            URI attributionUrl) {}

    @Schema(requiredProperties = "items")
    record SourcesResponse(List<SourceResponse> items) {}

    private final Sources sources;

    SourceResource(Sources sources) {
        this.sources = sources;
    }

    @GET
    @Operation(summary = "The outside sources, whether they are configured, and the credit that each asks for")
    public SourcesResponse listSources() {
        return new SourcesResponse(sources.all().stream()
                .map(source -> new SourceResponse(
                        source.id(),
                        source.displayName(),
                        source instanceof CharacterSource characters
                                ? characters.categories().stream().sorted().toList()
                                : List.of(),
                        source instanceof TitleSource titles
                                ? titles.titleTypes().stream().sorted().toList()
                                : List.of(),
                        source.configured(),
                        source.attribution(),
                        source.attributionUrl()))
                .toList());
    }
}
