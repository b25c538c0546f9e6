package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.image.PictureFormat;
import io.dramatis.kit.image.PictureLimits;
import io.dramatis.kit.image.Pictures;
import io.dramatis.kit.image.UnreadablePictureException;
import io.dramatis.portrait.image.PictureEncoder.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** From a stranger's file to a picture of ours. Blocking and CPU-heavy: for worker threads. */
@ApplicationScoped
class UploadReader {

    /** Pixels of a PNG that are held, which may be eight bytes each; of a larger one, rows and columns are left out. */
    private static final long KEPT_PNG_PIXELS = 4_194_304;

    private final UploadConfig config;
    private final PictureEncoder encoder;

    UploadReader(UploadConfig config, PictureEncoder encoder) {
        this.config = config;
        this.encoder = encoder;
    }

    /**
     * The picture, upright, not larger than it needs to be, and without anything that its file told beside.
     *
     * @throws DomainException UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE or UPLOAD_UNREADABLE
     */
    Picture read(byte[] file) {
        try {
            boolean webp = WebpReader.isWebp(file);
            PictureFormat format = webp ? null : PictureFormat.of(file).orElse(null);
            if (!webp && format != PictureFormat.PNG && format != PictureFormat.JPEG) {
                throw new DomainException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "The file is neither PNG nor JPEG nor WebP, whatever its name says; convert it and send it again.");
            }
            BufferedImage decoded = webp
                    ? WebpReader.read(file, this::requireWebpSize)
                    : Pictures.read(
                            file,
                            new PictureLimits(
                                    config.maxSide(),
                                    config.maxPixels(),
                                    format == PictureFormat.PNG ? KEPT_PNG_PIXELS : config.maxPixels()));
            BufferedImage small = Pictures.fit(decoded, config.keptSide(), config.keptSide());
            BufferedImage upright = Orientation.upright(small, Orientation.of(file));
            boolean lossless = format == PictureFormat.PNG || Pictures.isTransparent(upright);
            return encoder.encode(upright, lossless ? PictureType.PNG : PictureType.JPEG);
        } catch (UnreadablePictureException refused) {
            throw refused.tooLarge() ? tooLarge(refused.getMessage(), config.maxPixels()) : unreadable(refused);
        } catch (DomainException known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // Of broken files, readers also say so with whatever exception they happen to stumble over.
            throw unreadable(broken);
        }
    }

    private void requireWebpSize(int width, int height) {
        if (width > config.maxSide() || height > config.maxSide() || (long) width * height > config.maxWebpPixels()) {
            throw tooLarge(width + " × " + height + " pixels", config.maxWebpPixels());
        }
    }

    private DomainException tooLarge(String found, long maxPixels) {
        return new DomainException(
                        ErrorCode.BODY_TOO_LARGE,
                        "The picture is too large (" + found + "); scale it down and send it again.")
                .with("max_side", config.maxSide())
                .with("max_pixels", maxPixels);
    }

    private static DomainException unreadable(Exception cause) {
        return new DomainException(
                ErrorCode.UPLOAD_UNREADABLE, "The file is broken or not whole; save it anew and send it again.", cause);
    }
}
