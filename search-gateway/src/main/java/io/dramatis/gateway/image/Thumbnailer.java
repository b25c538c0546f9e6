package io.dramatis.gateway.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.hash.Sha256;
import io.dramatis.kit.image.PictureLimits;
import io.dramatis.kit.image.Pictures;
import io.dramatis.kit.image.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** From an image's file to a thumbnail. Blocking and CPU-heavy: for worker threads. */
final class Thumbnailer {

    /** Bounds what a very tall picture costs; nobody shows a cover of other proportions. */
    private static final int MAX_HEIGHT_PER_WIDTH = 3;
    /** Enough for the largest thumbnail to be made from something at least as large. */
    private static final long KEPT_PIXELS = 4_000_000;

    private static final int ETAG_BYTES = 16;

    private final PictureLimits limits;
    private final float quality;

    Thumbnailer(ImageConfig config) {
        this.limits = new PictureLimits(config.maxSide(), config.maxPixels(), KEPT_PIXELS);
        this.quality = config.quality() / 100f;
    }

    /**
     * @param width of the thumbnail; a smaller picture keeps its own, a very tall one becomes narrower
     * @throws DomainException IMAGE_UNUSABLE or IMAGE_TOO_LARGE
     */
    Thumbnail render(byte[] file, int width) {
        try {
            BufferedImage picture = Pictures.fit(Pictures.read(file, limits), width, width * MAX_HEIGHT_PER_WIDTH);
            return Pictures.isTransparent(picture)
                    ? thumbnail(Pictures.png(picture), "image/png")
                    : thumbnail(Pictures.jpeg(picture, quality), "image/jpeg");
        } catch (UnreadablePictureException refused) {
            throw refused.tooLarge()
                    ? new DomainException(ErrorCode.IMAGE_TOO_LARGE, "It has more pixels than can be made smaller.")
                    : new DomainException(ErrorCode.IMAGE_UNUSABLE, "It is no whole PNG, JPEG or GIF.");
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always writable", e);
        }
    }

    private static Thumbnail thumbnail(byte[] content, String mediaType) {
        return new Thumbnail(
                content, mediaType, '"' + HexFormat.of().formatHex(Sha256.of(content), 0, ETAG_BYTES) + '"');
    }
}
