package io.dramatis.portrait.provider.builtin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Joins PNG files to an animated one (PNG, third edition, "Animation information"), which repeats for ever. What does
 * not know animation shows the first frame.
 */
final class AnimatedPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int END = 12;

    private AnimatedPng() {}

    /** @param png of the same colour type as all others; the first one covers the picture */
    record Frame(byte[] png, int left, int top, int width, int height, int milliseconds) {}

    static byte[] of(List<Frame> frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            int sequence = 0;
            for (int i = 0; i < frames.size(); i++) {
                Frame frame = frames.get(i);
                if (i == 0) {
                    chunk(out, "IHDR", data(frame.png(), "IHDR"));
                    chunk(out, "acTL", numbers(frames.size(), 0));
                }
                chunk(out, "fcTL", control(sequence++, frame));
                byte[] pixels = data(frame.png(), "IDAT");
                if (i == 0) {
                    chunk(out, "IDAT", pixels);
                } else {
                    ByteArrayOutputStream numbered = new ByteArrayOutputStream(pixels.length + 4);
                    numbered.writeBytes(numbers(sequence++));
                    numbered.writeBytes(pixels);
                    chunk(out, "fdAT", numbered.toByteArray());
                }
            }
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** The frame replaces what is under it and stays. */
    private static byte[] control(int sequence, Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(numbers(sequence, frame.width(), frame.height(), frame.left(), frame.top()));
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(frame.milliseconds());
        out.writeShort(1_000);
        out.writeShort(0);
        return bytes.toByteArray();
    }

    private static byte[] numbers(int... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int number : numbers) {
            out.writeInt(number);
        }
        return bytes.toByteArray();
    }

    /** The data of all chunks of a type, in their order. */
    private static byte[] data(byte[] png, String type) throws IOException {
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(png));
        in.skipBytes(SIGNATURE.length);
        while (in.available() >= END) {
            int length = in.readInt();
            String name = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
            byte[] content = in.readNBytes(length);
            in.skipBytes(4);
            if (name.equals(type)) {
                found.writeBytes(content);
            }
        }
        return found.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
