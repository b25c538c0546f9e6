package io.dramatis.portrait.image;

import io.dramatis.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/characters/{id}/portrait")
@Tag(name = "Portraits")
public class PortraitResource {

    private final ImageService images;
    private final Caller caller;

    PortraitResource(ImageService images, Caller caller) {
        this.images = images;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The character's portrait", description = "For the owner; for everybody once published.")
    public Uni<PortraitResponse> getPortrait(@PathParam("id") UUID id) {
        return images.portraitFor(id, caller);
    }
}
