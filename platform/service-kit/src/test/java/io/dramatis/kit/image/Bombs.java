package io.dramatis.kit.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small files that would like to be large pictures. */
final class Bombs {

    private static final int MIB = 1024 * 1024;

    /** What is to be made of a bomb. Some are pictures, after all: what is wrong with them must not be looked at. */
    enum Verdict {
        READ,
        TOO_LARGE,
        BROKEN;

        static Verdict on(Bomb bomb, PictureLimits limits) {
            try {
                Pictures.read(bomb.file(), limits);
                return READ;
            } catch (UnreadablePictureException refused) {
                return refused.tooLarge() ? TOO_LARGE : BROKEN;
            }
        }
    }

    record Bomb(Verdict verdict, byte[] file) {}

    private Bombs() {}

    static Map<String, Bomb> all() throws IOException {
        Map<String, Bomb> bombs = new LinkedHashMap<>();
        bombs.put("PNG of 50,000 by 50,000", new Bomb(Verdict.TOO_LARGE, png(50_000, 50_000, 8, 2, 0, zeros(MIB))));
        bombs.put("PNG of 2^31-1 by 1", new Bomb(Verdict.TOO_LARGE, png(Integer.MAX_VALUE, 1, 8, 2, 0, zeros(64))));
        bombs.put("PNG of -1 by -1", new Bomb(Verdict.BROKEN, png(-1, -1, 8, 2, 0, zeros(64))));
        bombs.put(
                "PNG of 16 megapixels of 64 bits",
                new Bomb(Verdict.READ, png(4000, 4000, 16, 6, 0, zeros(4000 * (4000 * 8 + 1)))));
        bombs.put(
                "PNG of 16 megapixels, interlaced",
                new Bomb(Verdict.READ, png(4000, 4000, 8, 6, 1, zeros(4000 * (4000 * 4 + 8)))));
        bombs.put(
                "PNG with 512 MB behind its last row", new Bomb(Verdict.READ, png(16, 16, 8, 2, 0, zeros(512 * MIB))));
        bombs.put(
                "PNG of 16 megapixels that are missing",
                new Bomb(Verdict.BROKEN, png(4000, 4000, 8, 6, 0, zeros(100))));
        bombs.put("PNG with 256 MB of comment", new Bomb(Verdict.READ, pngWith("zTXt", "Comment\0\0", 256 * MIB)));
        bombs.put(
                "PNG with 256 MB of international comment",
                new Bomb(Verdict.READ, pngWith("iTXt", "Comment\0\1\0\0\0", 256 * MIB)));
        bombs.put(
                "PNG with 256 MB of colour profile", new Bomb(Verdict.READ, pngWith("iCCP", "profile\0\0", 256 * MIB)));
        bombs.put("GIF of 65,535 by 65,535", new Bomb(Verdict.TOO_LARGE, gif(65_535, 65_535)));
        bombs.put("GIF of 16 megapixels that are missing", new Bomb(Verdict.READ, gif(4000, 4000)));
        bombs.put("JPEG of 65,500 by 65,500", new Bomb(Verdict.TOO_LARGE, jpegHeader(65_500, 65_500)));
        bombs.put("JPEG of 16 megapixels that are missing", new Bomb(Verdict.READ, jpegHeader(4000, 4000)));
        bombs.put("JPEG of 10,000 scans", new Bomb(Verdict.TOO_LARGE, scans(10_000)));
        return bombs;
    }

    /** A PNG whose rows are whatever {@code data} inflates to. */
    static byte[] png(int width, int height, int depth, int colourType, int interlace, byte[] data) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        begin(file, width, height, depth, colourType, interlace);
        chunk(file, "IDAT", data);
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] pngWith(String type, String begin, int size) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        begin(file, 16, 16, 8, 2, 0);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(begin.getBytes(StandardCharsets.ISO_8859_1));
        content.write(zeros(size));
        chunk(file, type, content.toByteArray());
        chunk(file, "IDAT", zeros(16 * (16 * 3 + 1)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void begin(OutputStream file, int width, int height, int depth, int colourType, int interlace)
            throws IOException {
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {(byte) depth, (byte) colourType, 0, 0, (byte) interlace});
        chunk(file, "IHDR", header.toByteArray());
    }

    private static void chunk(OutputStream file, String type, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }

    /** So many zeros, deflated: about a thousandth of them. */
    private static byte[] zeros(int count) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] block = new byte[64 * 1024];
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int left = count; left > 0; left -= block.length) {
                out.write(block, 0, Math.min(left, block.length));
            }
        }
        return deflated.toByteArray();
    }

    private static byte[] gif(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        byte[] size = {(byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8)};
        file.write(size);
        file.write(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        file.write(new byte[] {',', 0, 0, 0, 0});
        file.write(size);
        file.write(new byte[] {0, 2, 2, (byte) 0x84, 0x51, 0, ';'});
        return file.toByteArray();
    }

    private static byte[] jpegHeader(int width, int height) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpeg", small);
        byte[] file = small.toByteArray();
        int frame = indexOf(file, 0xC0);
        file[frame + 5] = (byte) (height >> 8);
        file[frame + 6] = (byte) height;
        file[frame + 7] = (byte) (width >> 8);
        file[frame + 8] = (byte) width;
        return file;
    }

    /** A progressive JPEG of a megapixel whose last scan comes again and again. */
    private static byte[] scans(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(
                    null,
                    new IIOImage(new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB), null, null),
                    settings);
        } finally {
            writer.dispose();
        }
        byte[] file = bytes.toByteArray();
        int scan = lastIndexOf(file, 0xDA);
        int end = lastIndexOf(file, 0xD9);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(file, 0, scan);
        for (int i = 0; i < count; i++) {
            bomb.write(file, scan, end - scan);
        }
        bomb.write(file, end, 2);
        return bomb.toByteArray();
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) marker) {
                return i;
            }
        }
        throw new IllegalArgumentException("no marker " + marker);
    }

    private static int lastIndexOf(byte[] jpeg, int marker) {
        for (int i = jpeg.length - 2; i >= 0; i--) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) marker) {
                return i;
            }
        }
        throw new IllegalArgumentException("no marker " + marker);
    }
}
