package io.dramatis.gateway.image;

import io.dramatis.kit.http.Preconditions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows the sources' images, which pages must not take from the sources themselves. */
@Path("/api/images")
@Tag(name = "Search")
class ImageResource {

    private final ImageService service;
    private final ImageConfig config;
    private final ImageUrls urls;
    private final String cacheControl;

    ImageResource(ImageService service, ImageConfig config) {
        this.service = service;
        this.config = config;
        this.urls = new ImageUrls(config);
        // Immutable for that long: what a source shows under one URL hardly ever changes.
        this.cacheControl = "public, max-age=" + config.browserAge().toSeconds() + ", immutable";
    }

    // No @Produces: with two media types, the framework would choose a writer for text.
    @GET
    @Operation(
            summary = "A thumbnail of a source's image",
            description = "Pages show the image_url of a search result (or the cover_url of a title) through this,"
                    + " as <img src=\"/api/images?url={image_url, URL-encoded}&width=256\">: some sources forbid"
                    + " hot-linking, and readers' addresses stay with us. The image is scaled to the width, never up, and"
                    + " at most to three times the width in height; it is JPEG, or PNG where it is transparent.")
    @APIResponse(
            responseCode = "200",
            description = "The thumbnail",
            headers = {
                @Header(name = "ETag", description = "Hash of the content", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Cache-Control", schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "400",
            description =
                    "The URL is none of a source's images, or the width is not offered; all violations are listed")
    @APIResponse(responseCode = "404", description = "The source does not have it (IMAGE_NOT_FOUND)")
    @APIResponse(
            responseCode = "422",
            description = "What the source sent is no PNG, JPEG or GIF, or leads elsewhere (IMAGE_UNUSABLE),"
                    + " or is too large (IMAGE_TOO_LARGE)")
    @APIResponse(
            responseCode = "503",
            description = "The source does not answer (SOURCE_UNAVAILABLE), or too much is asked for (OVERLOADED);"
                    + " Retry-After says when to try again")
    public Uni<RestResponse<Buffer>> getImage(
            @QueryParam("url")
                    @Parameter(
                            required = true,
                            description = "A search result's image_url, as it is there",
                            example = "https://s4.anilist.co/file/anilistcdn/character/large/b17-phjcWCkRuIhu.png",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 2048))
                    String url,
            @QueryParam("width")
                    @Parameter(
                            description = "Width in pixels",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            enumeration = {"64", "128", "256", "512"},
                                            defaultValue = "256"))
                    String width,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ImageRequest request = ImageRequest.parse(url, width, urls, config);
        return service.thumbnail(request.url(), request.width())
                .map(thumbnail -> Preconditions.notModified(ifNoneMatch, thumbnail.etag())
                        ? withHeaders(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), thumbnail)
                        : withHeaders(
                                RestResponse.ResponseBuilder.ok(Buffer.buffer(thumbnail.content()))
                                        .header(HttpHeaders.CONTENT_TYPE, thumbnail.mediaType())
                                        .header("Content-Disposition", "inline"),
                                thumbnail));
    }

    private RestResponse<Buffer> withHeaders(RestResponse.ResponseBuilder<Buffer> response, Thumbnail thumbnail) {
        return response.header(HttpHeaders.ETAG, thumbnail.etag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .build();
    }
}
