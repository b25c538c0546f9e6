package io.dramatis.gateway.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path as the services will understand it. What two servers might read differently (dot segments, encoded slashes,
 * matrix parameters, empty segments, control characters) is no path at all.
 */
final class RequestPath {

    private RequestPath() {}

    /** The decoded segments, none for {@code "/"}; empty where the path is not safe. A last slash is ignored. */
    static Optional<List<String>> segments(String rawPath) {
        if (rawPath == null || !rawPath.startsWith("/")) {
            return Optional.empty();
        }
        String inner = rawPath.substring(1);
        if (inner.endsWith("/")) {
            inner = inner.substring(0, inner.length() - 1);
        }
        if (inner.isEmpty()) {
            return rawPath.equals("/") ? Optional.of(List.of()) : Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String raw : inner.split("/", -1)) {
            String segment = decode(raw);
            if (segment == null || !safe(segment)) {
                return Optional.empty();
            }
            segments.add(segment);
        }
        return Optional.of(segments);
    }

    private static boolean safe(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return false;
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '/' || c == '\\' || c == ';' || c == '%' || Character.isISOControl(c)) {
                return false;
            }
        }
        return true;
    }

    /** Null where the escapes are broken or are not UTF-8. */
    private static String decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        byte[] from = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer to = ByteBuffer.allocate(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] != '%') {
                to.put(from[i]);
                continue;
            }
            int high = i + 2 <= from.length - 1 ? Character.digit(from[i + 1], 16) : -1;
            int low = i + 2 <= from.length - 1 ? Character.digit(from[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            to.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
