package io.dramatis.portrait.image;

import io.dramatis.kit.image.PictureFormat;
import io.dramatis.kit.image.Pictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** From a provider's bytes to what is stored. Blocking and CPU-heavy: for worker threads. */
@ApplicationScoped
class PictureEncoder {

    PictureEncoder() {
        // Memory instead of temporary files: the root file system may be read-only.
        ImageIO.setUseCache(false);
    }

    /**
     * @throws NoPictureException where the bytes are no picture
     */
    Picture encode(byte[] image) throws IOException {
        BufferedImage decoded = read(image);
        byte[] png =
                PictureFormat.of(image).filter(PictureFormat.PNG::equals).isPresent() ? image : Pictures.png(decoded);
        Map<Integer, byte[]> thumbnails = new LinkedHashMap<>();
        BufferedImage source = decoded;
        // From the largest to the smallest, each from the one before.
        for (int index = ImagePaths.THUMBNAILS.size() - 1; index >= 0; index--) {
            int size = ImagePaths.THUMBNAILS.get(index);
            source = Pictures.fit(source, size, size);
            thumbnails.put(size, Pictures.png(source));
        }
        return new Picture(hash(png), png, decoded.getWidth(), decoded.getHeight(), thumbnails);
    }

    private static BufferedImage read(byte[] image) {
        BufferedImage decoded = null;
        IOException reason = null;
        try {
            decoded = ImageIO.read(new ByteArrayInputStream(image));
        } catch (IOException broken) {
            reason = broken;
        }
        if (decoded == null) {
            throw new NoPictureException("the provider's answer is no picture", reason);
        }
        return decoded;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @param thumbnails PNG by edge length */
    record Picture(String hash, byte[] png, int width, int height, Map<Integer, byte[]> thumbnails) {}
}
