package io.dramatis.portrait.image;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a URL is to be signed. */
public record SignedUrlRequest(
        @Schema(description = "Seconds the URL is good for, from a minute to a week", defaultValue = "3600")
        @Min(value = 60, message = RANGE)
        @Max(value = 604_800, message = RANGE)
        Long expiresIn,

        @Schema(description = "A thumbnail's edge length, 64, 256 or 512; absent for the image itself") @ThumbnailSize
        Integer size) {

    static final String RANGE = "must be from 60 to 604800";

    private static final long HOUR = 3_600;

    long seconds() {
        return expiresIn == null ? HOUR : expiresIn;
    }
}
