package io.dramatis.portrait.image;

import io.dramatis.kit.hash.Sha256;
import io.dramatis.kit.image.PictureFormat;
import io.dramatis.kit.image.PictureLimits;
import io.dramatis.kit.image.Pictures;
import io.dramatis.kit.image.UnreadablePictureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** From pictures to what is stored. Blocking and CPU-heavy: for worker threads. */
@ApplicationScoped
class PictureEncoder {

    /** Providers draw up to eight megapixels. Nothing is left out, and no more memory needed than for an upload. */
    private static final PictureLimits PROVIDED = new PictureLimits(8192, 8_388_608, 8_388_608);

    /** Losses that nobody sees in an image that is not edited any more. */
    private static final float QUALITY = 0.92f;

    private static final float THUMBNAIL_QUALITY = 0.85f;

    PictureEncoder() {
        // Memory instead of temporary files: the root file system may be read-only.
        ImageIO.setUseCache(false);
    }

    /**
     * A provider's picture: PNG stays as it is, anything else becomes PNG.
     *
     * @throws NoPictureException where the bytes are no picture, or beyond the limits
     */
    Picture encode(byte[] image) throws IOException {
        BufferedImage decoded = read(image);
        boolean png = PictureFormat.of(image).filter(PictureFormat.PNG::equals).isPresent();
        return picture(png ? image : Pictures.png(decoded), PictureType.PNG, decoded);
    }

    /** A picture written anew, so that nothing of the file it came from is left. */
    Picture encode(BufferedImage picture, PictureType type) throws IOException {
        return picture(write(picture, type, QUALITY), type, picture);
    }

    /**
     * One thumbnail of a stored image.
     *
     * @throws NoPictureException where the image's file is none
     */
    byte[] thumbnail(byte[] image, int size, PictureType type) throws IOException {
        BufferedImage source = read(image);
        // By the same steps as at first, so that it is the same file.
        for (int index = ImagePaths.THUMBNAILS.size() - 1; index >= 0; index--) {
            int step = ImagePaths.THUMBNAILS.get(index);
            if (step >= size) {
                source = Pictures.fit(source, step, step);
            }
        }
        return write(source, type, THUMBNAIL_QUALITY);
    }

    private static Picture picture(byte[] content, PictureType type, BufferedImage decoded) throws IOException {
        Map<Integer, byte[]> thumbnails = new LinkedHashMap<>();
        PictureType thumbnailType = null;
        BufferedImage source = decoded;
        // From the largest to the smallest, each from the one before.
        for (int index = ImagePaths.THUMBNAILS.size() - 1; index >= 0; index--) {
            int size = ImagePaths.THUMBNAILS.get(index);
            source = Pictures.fit(source, size, size);
            if (thumbnailType == null) {
                Encoded smaller = smaller(source);
                thumbnailType = smaller.type();
                thumbnails.put(size, smaller.content());
            } else {
                thumbnails.put(size, write(source, thumbnailType, THUMBNAIL_QUALITY));
            }
        }
        return new Picture(
                Sha256.hex(content), content, type, decoded.getWidth(), decoded.getHeight(), thumbnails, thumbnailType);
    }

    /** JPEG is several times smaller for what looks like a photograph, and larger for pixel art. */
    private static Encoded smaller(BufferedImage picture) throws IOException {
        byte[] png = write(picture, PictureType.PNG, THUMBNAIL_QUALITY);
        if (!Pictures.isTransparent(picture)) {
            byte[] jpeg = write(picture, PictureType.JPEG, THUMBNAIL_QUALITY);
            if (jpeg.length < png.length) {
                return new Encoded(PictureType.JPEG, jpeg);
            }
        }
        return new Encoded(PictureType.PNG, png);
    }

    private record Encoded(PictureType type, byte[] content) {}

    private static byte[] write(BufferedImage picture, PictureType type, float quality) throws IOException {
        return type == PictureType.JPEG ? Pictures.jpeg(picture, quality) : Pictures.png(picture);
    }

    private static BufferedImage read(byte[] image) {
        try {
            return Pictures.read(image, PROVIDED);
        } catch (UnreadablePictureException refused) {
            throw new NoPictureException("the provider's answer is no picture", refused);
        }
    }

    /** @param thumbnails by edge length */
    record Picture(
            String hash,
            byte[] content,
            PictureType type,
            int width,
            int height,
            Map<Integer, byte[]> thumbnails,
            PictureType thumbnailType) {

        /** Bytes of all its files. */
        long size() {
            return content.length
                    + thumbnails.values().stream()
                            .mapToLong(thumbnail -> thumbnail.length)
                            .sum();
        }
    }
}
