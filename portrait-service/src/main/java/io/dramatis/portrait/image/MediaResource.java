package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.http.Preconditions;
import io.dramatis.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/media/images")
@Tag(name = "Portraits")
public class MediaResource {

    /** The name is the content's hash, so what a client has stays true; private, since who may see it is checked. */
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final ImageService images;
    private final Caller caller;

    MediaResource(ImageService images, Caller caller) {
        this.images = images;
        this.caller = caller;
    }

    @GET
    @Path("/{session_id}/{filename}")
    @Produces("image/png")
    @Operation(summary = "An image's content", description = "For the owner; for everybody once published.")
    public Uni<RestResponse<byte[]>> getImage(
            @PathParam("session_id") String sessionId,
            @PathParam("filename") String filename,
            @Parameter(description = "Edge length of a thumbnail: 64, 256 or 512") @QueryParam("size") String size,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        UUID characterId = characterId(sessionId, filename);
        Integer thumbnail = thumbnail(size);
        String etag = '"' + filename.substring(0, 32) + (thumbnail == null ? "" : "-" + thumbnail) + '"';
        return images.content(characterId, filename, thumbnail, caller)
                .map(content -> Preconditions.notModified(ifNoneMatch, etag)
                        ? headers(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), etag)
                        : headers(RestResponse.ResponseBuilder.ok(bytes(content)), etag));
    }

    private static RestResponse<byte[]> headers(RestResponse.ResponseBuilder<byte[]> response, String etag) {
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_TYPE, "image/png")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static byte[] bytes(Buffer content) {
        return content.getBytes();
    }

    /** Anything that is not a name of ours does not exist, whatever it tries to be. */
    private static UUID characterId(String sessionId, String filename) {
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
                .orElseThrow(
                        () -> DomainException.invalid(List.of(new Violation("size", "must be one of: 64, 256, 512"))));
    }
}
