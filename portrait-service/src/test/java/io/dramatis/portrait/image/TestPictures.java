package io.dramatis.portrait.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files that people upload, and those that they had better not. */
public final class TestPictures {

    private TestPictures() {}

    /** The upper left quarter is red, all else blue; the number makes it another file. */
    public static BufferedImage quartered(int width, int height, int number) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        picture.setRGB(width - 1, height - 1, number);
        return picture;
    }

    public static byte[] file(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** EXIF with an orientation and, where a position would stand, a text that must not be seen again. */
    static byte[] exif(int orientation, ByteOrder order) {
        byte[] secret = "52.5200N 13.4050E".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff =
                ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + secret.length).order(order);
        tiff.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
        tiff.putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(secret.length).putInt(38);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0).put(secret);
        return tiff.array();
    }

    public static byte[] jpegWithExif(BufferedImage picture, int orientation) {
        byte[] jpeg = file(picture, "jpeg");
        byte[] exif = exif(orientation, ByteOrder.BIG_ENDIAN);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        whole.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        whole.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        whole.put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }

    public static byte[] pngWithExif(BufferedImage picture, int orientation) {
        byte[] png = file(picture, "png");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(png, 0, 33);
        chunk(whole, "eXIf", exif(orientation, ByteOrder.LITTLE_ENDIAN));
        whole.write(png, 33, png.length - 33);
        return whole.toByteArray();
    }

    /** Lossless and of one colour: a few bytes, whatever its size. */
    public static byte[] webp(int width, int height, int argb) {
        return riff(chunk("VP8L", lossless(width, height, argb)));
    }

    public static byte[] webpWithExif(int width, int height, int argb, int orientation) {
        ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        extended.putInt(0x18);
        put24(extended, width - 1);
        put24(extended, height - 1);
        return riff(
                chunk("VP8X", extended.array()),
                chunk("VP8L", lossless(width, height, argb)),
                chunk("EXIF", exif(orientation, ByteOrder.LITTLE_ENDIAN)));
    }

    /** Of one pixel, or of what is missing in it where it announces more. */
    public static byte[] lossyWebp(int width, int height) {
        byte[] file = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(26, (short) width)
                .putShort(28, (short) height);
        return file;
    }

    private static void put24(ByteBuffer to, int value) {
        to.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private static byte[] riff(byte[]... chunks) {
        int size = 4;
        for (byte[] chunk : chunks) {
            size += chunk.length;
        }
        ByteBuffer file = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        file.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            file.put(chunk);
        }
        return file.array();
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + content.length + content.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content);
        return chunk.array();
    }

    /** No transforms, no cache, and five codes with one symbol each, so that a pixel takes no bit at all. */
    private static byte[] lossless(int width, int height, int argb) {
        Bits bits = new Bits();
        bits.put(0x2F, 8).put(width - 1, 14).put(height - 1, 14).put(1, 1).put(0, 3);
        bits.put(0, 1).put(0, 1).put(0, 1);
        for (int colour : new int[] {argb >> 8, argb >> 16, argb, argb >>> 24}) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(colour & 0xFF, 8);
        }
        bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1);
        // The reader takes eight bytes at a time, of which a real file has enough.
        return bits.put(0, 64).bytes();
    }

    /** A PNG whose rows are as many zeros as it announces, or as few. */
    public static byte[] png(int width, int height, int depth, long rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) 6);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", zeros(rows * (width * (depth / 2L) + 1)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] zeros(long count) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] block = new byte[64 * 1024];
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (long left = count; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        try {
            DataOutputStream out = new DataOutputStream(file);
            out.writeInt(content.length);
            out.write(name);
            out.write(content);
            out.writeInt((int) checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the lowest bit of the first byte on. */
    private static final class Bits {

        private final BitSet bits = new BitSet();
        private int length;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                bits.set(length++, (value >> i & 1) == 1);
            }
            return this;
        }

        byte[] bytes() {
            byte[] bytes = new byte[(length + 7) / 8];
            byte[] set = bits.toByteArray();
            System.arraycopy(set, 0, bytes, 0, set.length);
            return bytes;
        }
    }
}
