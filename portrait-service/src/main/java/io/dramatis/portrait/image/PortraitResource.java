package io.dramatis.portrait.image;

import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/characters/{id}/portrait")
@Tag(name = "Portraits")
@Cancellable(false)
public class PortraitResource {

    private final ImageService images;
    private final GalleryService gallery;
    private final Caller caller;

    PortraitResource(ImageService images, GalleryService gallery, Caller caller) {
        this.images = images;
        this.gallery = gallery;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The character's portrait", description = "For the owner; for everybody once published.")
    public Uni<PortraitResponse> getPortrait(@PathParam("id") UUID id) {
        return images.portraitFor(id, caller);
    }

    @GET
    @Path("/history")
    @Authenticated
    @Operation(summary = "What stood for the character and since when, newest first", description = "For its owner.")
    public Uni<Page<PortraitChange>> listPortraitHistory(
            @PathParam("id") UUID id, @Valid @BeanParam HistoryParams params) {
        return gallery.history(id, params, caller);
    }
}
