package io.dramatis.portrait.prompt;

import io.dramatis.kit.http.Preconditions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The styles a portrait can have. */
@Path("/api/portraits/styles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portraits")
public class StyleResource {

    private static final String SUBJECT = "{subject}";

    /**
     * @param id what requests name it by
     * @param template the prompt it makes; {@code {subject}} stands for the character
     * @param negativePrompt what its pictures must not show
     */
    @Schema(requiredProperties = {"id", "name", "description", "template", "negative_prompt", "is_default"})
    public record StyleResponse(
            String id, String name, String description, String template, String negativePrompt, boolean isDefault) {}

    @Schema(requiredProperties = "items")
    public record StylesResponse(List<StyleResponse> items) {}

    private final StylesResponse styles = new StylesResponse(
            Stream.of(PortraitStyle.values()).map(StyleResource::response).toList());
    // The styles are the build's: equal content has an equal tag in every replica.
    private final String etag = '"' + Integer.toHexString(styles.hashCode()) + '"';

    @GET
    @Operation(summary = "The style presets")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "304", description = "They are as the client has them")
    public RestResponse<StylesResponse> listStyles(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ResponseBuilder<StylesResponse> response = Preconditions.notModified(ifNoneMatch, etag)
                ? ResponseBuilder.notModified()
                : ResponseBuilder.ok(styles);
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    private static StyleResponse response(PortraitStyle style) {
        return new StyleResponse(
                style.wire(),
                style.label(),
                style.description(),
                style.opening() + ", " + SUBJECT + ", " + String.join(", ", style.closing()),
                style.negative(),
                style == PortraitStyle.DEFAULT);
    }
}
