package io.dramatis.portrait.image;

import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/characters/{id}/upload")
@Authenticated
@Tag(name = "Portraits")
@Cancellable(false)
public class UploadResource {

    private final UploadService uploads;
    private final Caller caller;

    UploadResource(UploadService uploads, Caller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a picture of one's own to the gallery",
            description =
                    "PNG, JPEG or WebP, up to 10 MiB, 8,192 pixels a side and 16 megapixels (WebP: 4). It is written"
                            + " anew, upright and at most 2,048 pixels a side, and nothing else that its file tells is kept. It"
                            + " becomes the portrait if the character has none.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "file",
                                            properties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            type = SchemaType.STRING,
                                                            format = "binary"))))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GalleryImage.class)))
    @APIResponse(responseCode = "409", description = "Your galleries are full (GALLERY_FULL)")
    @APIResponse(responseCode = "413", description = "The file or the picture is too large (BODY_TOO_LARGE)")
    @APIResponse(responseCode = "415", description = "Neither PNG nor JPEG nor WebP (UNSUPPORTED_MEDIA_TYPE)")
    @APIResponse(responseCode = "422", description = "Broken, or not whole (UPLOAD_UNREADABLE)")
    public Uni<RestResponse<GalleryImage>> uploadImage(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @RestForm(FileUpload.ALL) List<FileUpload> files) {
        return uploads.upload(id, files, idempotencyKey, caller)
                .map(image -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, image)
                        .header(HttpHeaders.LOCATION, "/api/characters/" + id + "/images/" + image.id())
                        .build());
    }
}
