package io.dramatis.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;
import java.util.Map;

/** What a source says when nothing is wrong: the status, the content type, the whole body, and further headers. */
record Answer(int status, String contentType, Buffer body, Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Answer(int status, String contentType, Buffer body) {
        this(status, contentType, body, Map.of());
    }

    static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", Buffer.buffer(text));
    }

    static Answer redirect(int status, String location) {
        return new Answer(
                status,
                "text/plain; charset=utf-8",
                Buffer.buffer("Redirecting to " + location),
                Map.of("Location", location));
    }

    static Answer json(int status, Object body) {
        try {
            return new Answer(status, "application/json; charset=utf-8", Buffer.buffer(JSON.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with these headers instead of those it has. */
    Answer withHeaders(Map<String, String> others) {
        return new Answer(status, contentType, body, others);
    }
}
