package io.dramatis.portrait.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file proves that it is whole. One whose name is its content's SHA-256 is proven by its name. Any other, as a
 * thumbnail, ends with a seal: the SHA-256 of what stands before it and four letters. Decoders ignore what follows an
 * image's end, so the file can be looked at as it is; and there is no second file or row that could disagree with it.
 */
final class Seal {

    private static final Pattern NAMED_BY_CONTENT = Pattern.compile("(?:.*/)?(?<hash>[0-9a-f]{64})\\.[a-z0-9]+");
    private static final byte[] MARK = "dram".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_SIZE = 32;
    private static final int SIZE = HASH_SIZE + MARK.length;

    private Seal() {}

    /** What is to be stored. */
    static byte[] close(String path, byte[] content) {
        if (NAMED_BY_CONTENT.matcher(path).matches()) {
            return content;
        }
        byte[] sealed = Arrays.copyOf(content, content.length + SIZE);
        System.arraycopy(hash(content, content.length), 0, sealed, content.length, HASH_SIZE);
        System.arraycopy(MARK, 0, sealed, content.length + HASH_SIZE, MARK.length);
        return sealed;
    }

    /** What was given to be stored; null where it is not that any more. */
    static byte[] open(String path, byte[] stored) {
        Matcher name = NAMED_BY_CONTENT.matcher(path);
        if (name.matches()) {
            return HexFormat.of().formatHex(hash(stored, stored.length)).equals(name.group("hash")) ? stored : null;
        }
        int length = stored.length - SIZE;
        if (length < 0) {
            return null;
        }
        boolean marked = Arrays.equals(stored, length + HASH_SIZE, stored.length, MARK, 0, MARK.length);
        boolean whole = marked && Arrays.equals(stored, length, length + HASH_SIZE, hash(stored, length), 0, HASH_SIZE);
        return whole ? Arrays.copyOf(stored, length) : null;
    }

    private static byte[] hash(byte[] content, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(content, 0, length);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
