package io.dramatis.kit.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Reads pictures that strangers made, scales them and writes them anew, with the JDK's own codecs. Blocking and
 * CPU-heavy: for worker threads. Needs no file, so a read-only root will do; compiled natively it needs quarkus-awt, which
 * the services that use it bring.
 */
public final class Pictures {

    /**
     * Pixels that may be gone over in all passes of a JPEG. A progressive one goes over the whole picture with each of
     * its scans, and a scan costs its maker ten bytes: without a bound, 5 MB keep a processor busy for hours. Sixteen
     * megapixels in ten scans, as cameras write them, pass.
     */
    private static final long MAX_SCANNED_PIXELS = 200_000_000;

    private Pictures() {}

    /**
     * The picture, or the first one of an animation.
     *
     * @throws UnreadablePictureException for what is no whole PNG, JPEG or GIF, or is beyond the limits; its dimensions are
     *     looked at before anything is decoded
     */
    public static BufferedImage read(byte[] content, PictureLimits limits) throws UnreadablePictureException {
        PictureFormat format = PictureFormat.of(content)
                .orElseThrow(() -> UnreadablePictureException.broken("neither PNG nor JPEG nor GIF", null));
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (!limits.allow(width, height)) {
                throw UnreadablePictureException.tooLarge(width + " × " + height + " pixels");
            }
            if (format == PictureFormat.JPEG) {
                checkScans(content, (long) width * height);
            }
            int step = limits.step(width, height);
            ImageReadParam thinning = reader.getDefaultReadParam();
            thinning.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, thinning);
        } catch (UnreadablePictureException known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // Of broken files, the readers also say so with whatever exception they happen to stumble over.
            throw UnreadablePictureException.broken("a broken " + format, broken);
        } finally {
            reader.dispose();
        }
    }

    /** Inside of a scan, 0xFF is never followed by what begins or ends one, so that no structure needs to be followed. */
    private static void checkScans(byte[] jpeg, long pixels) throws UnreadablePictureException {
        long scans = 0;
        boolean ended = false;
        for (int i = 0; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xFF) {
                if (jpeg[i + 1] == (byte) 0xDA) {
                    scans++;
                    ended = false;
                } else if (jpeg[i + 1] == (byte) 0xD9) {
                    ended = true;
                }
            }
        }
        if (!ended) {
            // The reader would make up the missing part in grey.
            throw UnreadablePictureException.broken("half a JPEG", null);
        }
        if (scans * pixels > MAX_SCANNED_PIXELS) {
            throw UnreadablePictureException.tooLarge(scans + " scans of " + pixels + " pixels");
        }
    }

    /**
     * A copy that fits into the box with its proportions kept; never larger than it was. With an alpha channel if the
     * picture has one, in RGB otherwise.
     */
    public static BufferedImage fit(BufferedImage picture, int maxWidth, int maxHeight) {
        double ratio =
                Math.min(1, Math.min((double) maxWidth / picture.getWidth(), (double) maxHeight / picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * ratio));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * ratio));
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage current = picture;
        do {
            // Halving steps keep the result smooth: bilinear interpolation looks at no more than four pixels.
            current = redraw(
                    current,
                    Math.max(width, (current.getWidth() + 1) / 2),
                    Math.max(height, (current.getHeight() + 1) / 2),
                    type);
        } while (current.getWidth() > width || current.getHeight() > height);
        return current;
    }

    private static BufferedImage redraw(BufferedImage picture, int width, int height, int type) {
        BufferedImage copy = new BufferedImage(width, height, type);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return copy;
    }

    /** Whether any pixel lets the background through; an alpha channel alone does not mean much. */
    public static boolean isTransparent(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return false;
        }
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xFF) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Losslessly, with what transparency there is. */
    public static byte[] png(BufferedImage picture) throws IOException {
        return write("png", picture, Float.NaN);
    }

    /** @param quality 0 to 1; transparent parts come out black */
    public static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        BufferedImage opaque = picture.getType() == BufferedImage.TYPE_INT_RGB
                ? picture
                : redraw(picture, picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        return write("jpeg", opaque, quality);
    }

    private static byte[] write(String format, BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (!Float.isNaN(quality)) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
