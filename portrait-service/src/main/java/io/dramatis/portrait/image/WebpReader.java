package io.dramatis.portrait.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads WebP, lossy and lossless, in Java alone. The reader is made here rather than found by ImageIO, whose search for
 * plug-ins a native image would not repeat.
 */
final class WebpReader {

    private WebpReader() {}

    static boolean isWebp(byte[] file) {
        return file.length >= 16 && ascii(file, 0, "RIFF") && ascii(file, 8, "WEBP");
    }

    private static boolean ascii(byte[] file, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (file[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The picture, or the first one of an animation.
     *
     * @param limits what its announced size is held against before anything is decoded
     * @throws IOException where it is none
     */
    static BufferedImage read(byte[] file, SizeCheck limits) throws IOException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            limits.require(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    @FunctionalInterface
    interface SizeCheck {
        void require(int width, int height);
    }
}
