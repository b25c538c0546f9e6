package io.dramatis.gateway.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/** A whole answer of a server, whatever its status. */
public record UpstreamAnswer(int status, MultiMap headers, Buffer body) {

    /** Whether the content type says JSON, with or without a profile ({@code application/problem+json}). */
    public boolean isJson() {
        String type = headers.get("Content-Type");
        if (type == null) {
            return false;
        }
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.equals("application/json") || plain.endsWith("+json");
    }
}
