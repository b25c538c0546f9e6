package io.dramatis.gateway.edge;

import io.dramatis.kit.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a client's author reads. */
@Path("/api")
@Tag(name = "About the API")
class ApiDocumentResource {

    /** @param code as in a problem's {@code code} */
    @Schema(requiredProperties = {"code", "title", "status", "severity"})
    record ErrorResponse(String code, String title, int status, String severity) {}

    @Schema(requiredProperties = "items")
    record ErrorsResponse(List<ErrorResponse> items) {}

    private final OpenApiService openApi;

    ApiDocumentResource(OpenApiService openApi) {
        this.openApi = openApi;
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The OpenAPI document of the whole platform",
            description = "Services that do not answer are named in x-unavailable-services.")
    @APIResponse(
            responseCode = "200",
            description = "OpenAPI 3.1",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<String> getOpenApi() {
        return openApi.document();
    }

    @GET
    @Path("errors")
    @Operation(summary = "Every error code there is, with its title and HTTP status")
    public ErrorsResponse listErrors() {
        return new ErrorsResponse(Arrays.stream(ErrorCode.values())
                .map(code -> new ErrorResponse(code.name(), code.title(), code.status(), code.severity()))
                .toList());
    }
}
