package io.dramatis.portrait.image;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of an image that the caller may have.
 *
 * @param imagePath of the image itself, in the store
 * @param size a thumbnail's edge length, or null for the image itself
 * @param type of this file
 * @param sitter whom the animated image shows, as JSON; null for the still one
 * @param goodUntil the end of the signed URL that it was asked for by; null for the caller's own right
 */
record Media(String filename, String imagePath, Integer size, PictureType type, String sitter, Instant goodUntil) {

    static Media of(ImageEntity image, Integer size, Instant goodUntil) {
        PictureType type =
                size == null ? PictureType.ofFile(image.filename) : PictureType.ofEnding(image.thumbnailType);
        return new Media(image.filename, image.path, size, type, null, goodUntil);
    }

    /** The same image, moving. */
    static Media animated(ImageEntity image, Instant goodUntil) {
        return new Media(image.filename, image.path, null, PictureType.APNG, image.sitter, goodUntil);
    }

    boolean isAnimated() {
        return sitter != null;
    }

    /** In the store. */
    String path() {
        if (isAnimated()) {
            return ImagePaths.animationPath(imagePath);
        }
        return size == null ? imagePath : ImagePaths.thumbnailPath(imagePath, size, type);
    }

    /** Strong: the same name is always the same bytes. */
    String etag() {
        return '"'
                + filename.substring(0, 32)
                + (size == null ? "" : "-" + size)
                + (isAnimated() ? "-animated" : "")
                + '"';
    }

    /** Whose file it is, for {@link ImageRepository#findByFile}. */
    record Name(UUID sessionId, String filename) {}
}
