package io.dramatis.gateway.search;

import io.dramatis.gateway.source.QueryText;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds characters in the outside sources. */
@Path("/api/characters/search")
@Tag(name = "Search")
class SearchResource {

    private final SearchService service;

    SearchResource(SearchService service) {
        this.service = service;
    }

    @GET
    @Operation(
            summary = "Search the outside sources for characters",
            description = "Answers within 3 seconds with what the sources gave, and says for each how it took part.")
    @APIResponse(responseCode = "200", description = "What was found, perhaps nothing")
    @APIResponse(responseCode = "400", description = "The parameters are not valid; all violations are listed")
    public Uni<SearchResponse> searchCharacters(
            @QueryParam("q")
                    @Parameter(
                            required = true,
                            description = "A name, or the title of a work",
                            example = "naruto",
                            schema = @Schema(minLength = 1, maxLength = QueryText.MAX_LENGTH))
                    String q,
            @QueryParam("category")
                    @Parameter(
                            description = "Kind of work",
                            schema =
                                    @Schema(
                                            defaultValue = "all",
                                            enumeration = {
                                                "anime",
                                                "manga",
                                                "movie",
                                                "tv",
                                                "bollywood",
                                                "book",
                                                "dnd",
                                                "other",
                                                "all"
                                            }))
                    String category,
            @QueryParam("limit")
                    @Parameter(
                            description = "Results at most",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    String limit) {
        return service.search(SearchRequest.parse(q, category, limit));
    }
}
