package io.dramatis.portrait.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, as a {@code Range} header asks for it (RFC 9110, section 14): one, in bytes.
 *
 * @param first of its bytes, from 0
 * @param last of its bytes, itself included; before the first where the file has none of them
 */
record ByteRange(int first, int last) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** Null where the whole file is to be sent: for no header, a broken one, and several parts, which nobody must send. */
    static ByteRange of(String header, int length) {
        Matcher parts = header == null ? null : ONE.matcher(header);
        if (parts == null || !parts.matches()) {
            return null;
        }
        String first = parts.group(1);
        String last = parts.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : suffix(Long.parseLong(last), length);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return null;
        }
        return from >= length ? none() : new ByteRange((int) from, (int) Math.min(to, length - 1L));
    }

    private static ByteRange suffix(long number, int length) {
        return number == 0 || length == 0 ? none() : new ByteRange((int) Math.max(0, length - number), length - 1);
    }

    private static ByteRange none() {
        return new ByteRange(0, -1);
    }

    boolean isEmpty() {
        return last < first;
    }

    String contentRange(int length) {
        return isEmpty() ? "bytes */" + length : "bytes " + first + "-" + last + "/" + length;
    }
}
