package io.dramatis.portrait.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** One answer, whole or with the fault that needs it. */
record SimulatedReply(HttpServerResponse response, Fault fault) {

    void json(int status, JsonNode body) {
        Buffer whole = Buffer.buffer(body.toString());
        send(status, "application/json", fault == Fault.TRUNCATED_JSON ? whole.slice(0, whole.length() / 2) : whole);
    }

    void send(int status, String type, Buffer body) {
        if (!response.closed()) {
            response.setStatusCode(status)
                    .putHeader("Content-Type", fault == Fault.WRONG_TYPE ? "text/html" : type)
                    .end(body);
        }
    }
}
