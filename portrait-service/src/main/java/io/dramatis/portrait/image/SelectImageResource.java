package io.dramatis.portrait.image;

import io.dramatis.kit.identity.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/characters/{id}/select-image")
@Authenticated
@Tag(name = "Portraits")
@Cancellable(false)
public class SelectImageResource {

    private final GalleryService gallery;
    private final Caller caller;

    SelectImageResource(GalleryService gallery, Caller caller) {
        this.gallery = gallery;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Make an image the character's portrait",
            description = "The catalog and collections show it as soon as the event reaches them.")
    @APIResponse(responseCode = "200", description = "The portrait as it is now")
    @APIResponse(
            responseCode = "400",
            description = "No image, two, or a place where there is none (CHARACTER_VALIDATION)")
    public Uni<PortraitResponse> selectImage(@PathParam("id") UUID id, SelectImageRequest request) {
        return gallery.select(id, request, caller);
    }
}
