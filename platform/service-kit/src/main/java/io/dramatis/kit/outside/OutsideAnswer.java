package io.dramatis.kit.outside;

import io.dramatis.kit.http.RetryAfter;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A whole answer of a server, whatever its status. */
public record OutsideAnswer(int status, MultiMap headers, Buffer body) {

    /** Whether the content type says JSON, with or without a profile ({@code application/problem+json}). */
    public boolean isJson() {
        String type = mediaType();
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** Lower case and without parameters; empty where there is none. */
    public String mediaType() {
        String type = headers.get("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** When the server wants to be asked again, at most an hour from now; empty where it does not say. */
    public Optional<Duration> retryAfter(Instant now) {
        return RetryAfter.parse(headers.get("Retry-After"), now);
    }
}
