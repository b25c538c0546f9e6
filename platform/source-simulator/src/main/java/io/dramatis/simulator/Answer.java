package io.dramatis.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;

/** What a source says when nothing is wrong: the status, the content type and the whole body. */
record Answer(int status, String contentType, Buffer body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer json(int status, Object body) {
        try {
            return new Answer(status, "application/json; charset=utf-8", Buffer.buffer(JSON.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
