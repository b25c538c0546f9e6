package io.dramatis.gateway.source;

import io.dramatis.gateway.shared.SharedStore;
import io.dramatis.kit.identity.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the platform searches. */
@Path("/api/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
class SourceResource {

    /**
     * @param searches the categories of characters that it can be asked for
     * @param titles the types of titles that it can be asked for
     * @param attribution the credit that must be shown beside its results, linked to {@code attributionUrl}
     * @param attributionLogoUrl the logo that must be shown with it, or null
     */
    @Schema(requiredProperties = {"id", "name", "searches", "titles", "configured", "attribution", "attribution_url"})
    record SourceResponse(
            String id,
            String name,
            List<SearchCategory> searches,
            List<TitleType> titles,
            boolean configured,
            String attribution,
            URI attributionUrl,
            URI attributionLogoUrl) {}

    @Schema(requiredProperties = "items")
    record SourcesResponse(List<SourceResponse> items) {}

    /**
     * What replicas share.
     *
     * @param configured false where each replica keeps to itself
     * @param replicas as last counted
     * @param fallbacks what this replica did by itself because Redis did not answer
     */
    @Schema(requiredProperties = {"configured", "connected", "replicas", "fallbacks"})
    record SharedState(boolean configured, boolean connected, int replicas, long fallbacks) {}

    @Schema(requiredProperties = {"items", "shared"})
    record SourceStatsResponse(List<SourceStats> items, SharedState shared) {}

    private final Sources sources;
    private final SourceChannels channels;
    private final SharedStore store;

    SourceResource(Sources sources, SourceChannels channels, SharedStore store) {
        this.sources = sources;
        this.channels = channels;
        this.store = store;
    }

    @GET
    @Operation(summary = "The outside sources, whether they are configured, and the credit that each asks for")
    @APIResponse(
            responseCode = "200",
            description = "All sources",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SourcesResponse.class),
                            examples = @ExampleObject(name = "one of them", value = SourceExamples.LIST)))
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
                        source.attributionUrl(),
                        source.attributionLogoUrl().orElse(null)))
                .toList());
    }

    @GET
    @Path("/stats")
    @RolesAllowed(Caller.ADMIN)
    @Operation(
            summary = "How each source is doing; for admins",
            description = "Counts since the start of the replica that answers, which is one of several where there are"
                    + " several. A budget and its pauses are shared by all where they share a Redis.")
    @APIResponse(
            responseCode = "200",
            description = "The figures of each source",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SourceStatsResponse.class),
                            examples = @ExampleObject(name = "one of them", value = SourceExamples.STATS)))
    @APIResponse(responseCode = "401", description = "No or no valid access token")
    @APIResponse(responseCode = "403", description = "An account that is no admin's")
    public SourceStatsResponse getSourceStats() {
        return new SourceStatsResponse(
                sources.all().stream()
                        .map(source -> channels.of(source.id(), source.limits()).stats())
                        .toList(),
                new SharedState(store.configured(), store.connected(), store.replicas(), store.fallbacks()));
    }
}
