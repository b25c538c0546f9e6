package io.dramatis.gateway.source;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds the address of a call; the same name may be given several times. */
public final class SourceUri {

    private final StringBuilder uri;
    private boolean hasQuery;

    private SourceUri(String address) {
        uri = new StringBuilder(address);
    }

    /** @param path starting with a slash, of segments that need no encoding */
    public static SourceUri of(URI base, String path) {
        String start = base.toString();
        return new SourceUri((start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path);
    }

    /** Appends one segment, whatever characters it holds. */
    public SourceUri segment(String text) {
        // A query's plus sign would be a plus in a path.
        uri.append('/').append(encoded(text).replace("+", "%20"));
        return this;
    }

    public SourceUri param(String name, Object value) {
        uri.append(hasQuery ? '&' : '?').append(encoded(name)).append('=').append(encoded(String.valueOf(value)));
        hasQuery = true;
        return this;
    }

    public URI build() {
        return URI.create(uri.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
