package io.dramatis.portrait.image;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which image is to stand for the character; one of the two. */
@Schema(description = "Exactly one of image_id and index")
public record SelectImageRequest(
        @Schema(description = "An image of the character's gallery")
        UUID imageId,

        @Schema(
                description = "Its place, from 0, among the images of the character's newest generation, as its"
                        + " image_urls list them",
                minimum = "0")
        Integer index) {}
