package io.dramatis.portrait.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
     * @throws IOException where the bytes are no picture
     */
    Picture encode(byte[] image) throws IOException {
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(image));
        if (decoded == null) {
            throw new IOException("the provider's answer is no picture");
        }
        byte[] png = isPng(image) ? image : png(decoded);
        Map<Integer, byte[]> thumbnails = new LinkedHashMap<>();
        BufferedImage source = decoded;
        // From the largest to the smallest, each from the one before: halving steps keep the result smooth.
        for (int index = ImagePaths.THUMBNAILS.size() - 1; index >= 0; index--) {
            int size = ImagePaths.THUMBNAILS.get(index);
            source = scale(source, size);
            thumbnails.put(size, png(source));
        }
        return new Picture(hash(png), png, decoded.getWidth(), decoded.getHeight(), thumbnails);
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
    }

    /** Fits into a square of that size, keeping the proportions. */
    private static BufferedImage scale(BufferedImage image, int size) {
        BufferedImage current = image;
        int longest = Math.max(image.getWidth(), image.getHeight());
        while (longest > size) {
            int next = Math.max(size, longest / 2);
            int width = Math.max(1, Math.round(current.getWidth() * (float) next / longest));
            int height = Math.max(1, Math.round(current.getHeight() * (float) next / longest));
            BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = smaller.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.drawImage(current, 0, 0, width, height, null);
            graphics.dispose();
            current = smaller;
            longest = next;
        }
        return current;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
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
