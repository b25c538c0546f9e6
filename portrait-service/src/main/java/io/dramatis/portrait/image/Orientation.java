package io.dramatis.portrait.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Which way up a camera's picture is: the one thing in its metadata that must not be lost with the rest. Read by hand, as
 * libraries read all of it, and a stranger's file decides how much that is.
 */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT = 3;
    private static final byte[] EXIF_IN_JPEG = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Orientation() {}

    /** From 1 (upright) to 8, as TIFF 6.0 and EXIF define it; 1 where the file does not say. */
    static int of(byte[] file) {
        ByteBuffer exif = exif(ByteBuffer.wrap(file));
        if (exif == null) {
            return UPRIGHT;
        }
        int orientation = read(exif.slice());
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
    }

    private static ByteBuffer exif(ByteBuffer file) {
        if (file.remaining() < 16) {
            return null;
        }
        return switch (file.getInt(0)) {
            case 0x89504E47 -> inPng(file);
            case 0x52494646 -> inWebp(file.order(ByteOrder.LITTLE_ENDIAN));
            default -> (file.getShort(0) & 0xFFFF) == 0xFFD8 ? inJpeg(file) : null;
        };
    }

    private static ByteBuffer inJpeg(ByteBuffer file) {
        int at = 2;
        while (at + 4 <= file.limit()) {
            int marker = file.getShort(at) & 0xFFFF;
            int length = file.getShort(at + 2) & 0xFFFF;
            if (marker < 0xFFC0 || marker == 0xFFDA || length < 2) {
                return null;
            }
            int begin = at + 4;
            int end = at + 2 + length;
            if (marker == 0xFFE1 && beginsWithExif(file, begin, end)) {
                return part(file, begin + EXIF_IN_JPEG.length, end);
            }
            at = end;
        }
        return null;
    }

    private static boolean beginsWithExif(ByteBuffer file, int begin, int end) {
        if (end - begin < EXIF_IN_JPEG.length || end > file.limit()) {
            return false;
        }
        for (int i = 0; i < EXIF_IN_JPEG.length; i++) {
            if (file.get(begin + i) != EXIF_IN_JPEG[i]) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer inPng(ByteBuffer file) {
        long at = 8;
        while (at + 12 <= file.limit()) {
            long length = file.getInt((int) at) & 0xFFFFFFFFL;
            int type = file.getInt((int) at + 4);
            if (type == 0x65584966) {
                return part(file, at + 8, at + 8 + length);
            }
            at += 12 + length;
        }
        return null;
    }

    private static ByteBuffer inWebp(ByteBuffer file) {
        long at = 12;
        while (at + 8 <= file.limit()) {
            long length = file.getInt((int) at + 4) & 0xFFFFFFFFL;
            // "EXIF", its bytes from the last to the first.
            if (file.getInt((int) at) == 0x46495845) {
                return part(file, at + 8, at + 8 + length);
            }
            at += 8 + length + (length & 1);
        }
        return null;
    }

    private static ByteBuffer part(ByteBuffer file, long begin, long end) {
        return end > file.limit() || begin >= end ? null : file.slice((int) begin, (int) (end - begin));
    }

    /** A TIFF header and its first directory. */
    private static int read(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFFFFFFL;
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort((int) entry) & 0xFFFF) == ORIENTATION_TAG && tiff.getShort((int) entry + 2) == SHORT) {
                return tiff.getShort((int) entry + 8);
            }
        }
        return UPRIGHT;
    }

    /** The picture the right way up; itself where it is already. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean turned = orientation >= 5;
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage upright = new BufferedImage(turned ? height : width, turned ? width : height, type);
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(picture, transform(orientation, width, height), null);
        graphics.dispose();
        return upright;
    }

    private static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
