package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/characters/{id}/images")
@Authenticated
@Tag(name = "Portraits")
@Cancellable(false)
public class GalleryResource {

    private final GalleryService gallery;
    private final MediaService media;
    private final Caller caller;

    GalleryResource(GalleryService gallery, MediaService media, Caller caller) {
        this.gallery = gallery;
        this.media = media;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The character's gallery, newest first",
            description = "For its owner alone: others see the single images of a published character by their URLs.")
    public Uni<Page<GalleryImage>> listImages(@PathParam("id") UUID id, @Valid @BeanParam GalleryParams params) {
        return gallery.list(id, params, caller);
    }

    @GET
    @Path("/{image_id}")
    @Operation(summary = "An image of the gallery")
    public Uni<GalleryImage> getGalleryImage(@PathParam("id") UUID id, @PathParam("image_id") UUID imageId) {
        return gallery.get(id, imageId, caller);
    }

    @GET
    @Path("/{image_id}/compare")
    @Operation(summary = "Two images and what differs in how they came to be")
    public Uni<ImageComparison> compareImages(
            @PathParam("id") UUID id,
            @PathParam("image_id") UUID imageId,
            @QueryParam("with") @Parameter(required = true, description = "The other image's id, of the same gallery")
                    String with) {
        return gallery.compare(id, imageId, other(with), caller);
    }

    @DELETE
    @Path("/{image_id}")
    @Operation(
            summary = "Remove an image from the gallery",
            description =
                    "While a story or the library uses it, its URL stays good for them. Where it was the portrait,"
                            + " the newest other one takes its place.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> deleteImage(@PathParam("id") UUID id, @PathParam("image_id") UUID imageId) {
        return gallery.remove(id, imageId, caller);
    }

    @POST
    @Path("/{image_id}/signed-url")
    @Operation(
            summary = "A URL that shows the image to whoever has it, for a while",
            description = "Deleting the image ends it at once.")
    @APIResponse(responseCode = "200", description = "The URL")
    public Uni<SignedUrlResponse> signImageUrl(
            @PathParam("id") UUID id, @PathParam("image_id") UUID imageId, @Valid SignedUrlRequest request) {
        return media.sign(id, imageId, request == null ? new SignedUrlRequest(null, null) : request, caller);
    }

    private static UUID other(String with) {
        try {
            return UUID.fromString(with);
        } catch (IllegalArgumentException | NullPointerException noId) {
            throw DomainException.invalid(List.of(new Violation("with", "must be an image's id")));
        }
    }
}
