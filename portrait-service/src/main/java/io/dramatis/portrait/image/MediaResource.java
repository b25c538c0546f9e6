package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Problem;
import io.dramatis.kit.error.Problems;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.http.Preconditions;
import io.dramatis.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/media/images")
@Tag(name = "Portraits")
@Cancellable(false)
public class MediaResource {

    private static final String CONTENT_RANGE = "Content-Range";

    /** The name is the content's hash, so what a client has stays true; private, since who may see it is checked. */
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final MediaService media;
    private final Caller caller;
    private final InstantSource clock;
    private final Problems problems;

    MediaResource(MediaService media, Caller caller, InstantSource clock, Problems problems) {
        this.media = media;
        this.problems = problems;
        this.caller = caller;
        this.clock = clock;
    }

    // No @Produces: with two media types, the framework would choose a writer for text.
    @GET
    @Path("/{session_id}/{filename}")
    @Operation(
            summary = "An image's content",
            description = "For the owner; for everybody once published, or with a signed URL. One Range at a time.")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            headers = {
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Cache-Control", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Accept-Ranges", schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/apng", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "206",
            description = "The part of it that Range asks for",
            headers = @Header(name = "Content-Range", schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/apng", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "There is none that the caller may see (IMAGE_NOT_FOUND)")
    @APIResponse(
            responseCode = "416",
            description = "It has nothing of what Range asks for",
            headers = @Header(name = "Content-Range", schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<byte[]>> getImage(
            @PathParam("session_id") String sessionId,
            @PathParam("filename") String filename,
            @Parameter(description = "Edge length of a thumbnail: 64, 256 or 512") @QueryParam("size") String size,
            @Parameter(
                            description =
                                    "Breathing and blinking, as an animated PNG of 384 pixels; of what the built-in "
                                            + "artist drew. Pages show the still one to those who want less motion.")
                    @QueryParam("animated")
                    @DefaultValue("false")
                    boolean animated,
            @Parameter(description = "Of a signed URL") @QueryParam("expires") String expires,
            @Parameter(description = "Of a signed URL") @QueryParam("key") String key,
            @Parameter(description = "Of a signed URL") @QueryParam("signature") String signature,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange) {
        UUID session = sessionId(sessionId, filename);
        return media.find(
                        session, filename, thumbnail(size), animated, UrlSignature.of(expires, key, signature), caller)
                .chain(found -> {
                    if (Preconditions.notModified(ifNoneMatch, found.etag())) {
                        return Uni.createFrom()
                                .item(ResponseBuilder.<byte[]>notModified())
                                .map(response -> withHeaders(response, found));
                    }
                    // A condition that is not this very tag means: the rest of something else.
                    boolean whole = ifRange != null && !ifRange.strip().equals(found.etag());
                    return media.read(found)
                            .map(content ->
                                    answer(ImagePaths.url(session, filename), found, content, whole ? null : range));
                });
    }

    private RestResponse<byte[]> answer(String path, Media found, Buffer content, String range) {
        int length = content.length();
        ByteRange part = ByteRange.of(range, length);
        if (part == null) {
            return withHeaders(ResponseBuilder.ok(content.getBytes()), found);
        }
        if (part.isEmpty()) {
            return unsatisfiable(path, part.contentRange(length));
        }
        return withHeaders(
                ResponseBuilder.create(
                                RestResponse.Status.PARTIAL_CONTENT, content.getBytes(part.first(), part.last() + 1))
                        .header(CONTENT_RANGE, part.contentRange(length)),
                found);
    }

    /** Written here, since it tells the length in a header, too. */
    private RestResponse<byte[]> unsatisfiable(String path, String contentRange) {
        DomainException refused = new DomainException(
                ErrorCode.RANGE_NOT_SATISFIABLE, "Ask for bytes that the file has; Content-Range tells its length.");
        Problem problem = problems.report(refused, path, "media.get_image");
        return ResponseBuilder.create(
                        RestResponse.Status.REQUESTED_RANGE_NOT_SATISFIABLE,
                        problems.toJson(problem).getBytes(StandardCharsets.UTF_8))
                .header(CONTENT_RANGE, contentRange)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .build();
    }

    private RestResponse<byte[]> withHeaders(ResponseBuilder<byte[]> response, Media found) {
        return response.header(HttpHeaders.ETAG, found.etag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl(found.goodUntil()))
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_TYPE, found.type().mediaType())
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private String cacheControl(Instant goodUntil) {
        return goodUntil == null
                ? FOR_EVER
                : "private, max-age="
                        + Math.max(
                                0, Duration.between(clock.instant(), goodUntil).toSeconds());
    }

    /** Anything that is not a name of ours does not exist, whatever it tries to be. */
    private static UUID sessionId(String sessionId, String filename) {
        if (!ImagePaths.isFilename(filename)) {
            throw new ImageNotFoundException(filename);
        }
        try {
            return UUID.fromString(sessionId);
        } catch (IllegalArgumentException noId) {
            throw new ImageNotFoundException(filename);
        }
    }

    private static Integer thumbnail(String size) {
        if (size == null) {
            return null;
        }
        return ImagePaths.THUMBNAILS.stream()
                .filter(known -> known.toString().equals(size))
                .findFirst()
                .orElseThrow(() -> DomainException.invalid(List.of(new Violation("size", ThumbnailSize.MESSAGE))));
    }
}
