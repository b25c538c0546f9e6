package io.dramatis.kit.image;

import java.util.Arrays;
import java.util.Optional;

/** What {@link Pictures} can read, known by how a file begins; names and media types lie. */
public enum PictureFormat {
    PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    JPEG(0xFF, 0xD8, 0xFF),
    GIF('G', 'I', 'F', '8');

    private final int[] magic;

    PictureFormat(int... magic) {
        this.magic = magic;
    }

    /** Empty for anything else, WebP and AVIF included, which the JDK cannot read. */
    public static Optional<PictureFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
