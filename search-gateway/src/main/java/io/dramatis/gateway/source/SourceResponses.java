package io.dramatis.gateway.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.kit.http.RetryAfter;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideException;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What a source's HTTP answer means, as far as that is the same for all: status and content type before the body. */
public final class SourceResponses {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SourceResponses() {}

    /** The body of a good answer. Anything else fails with the matching {@link SourceException}. */
    public static JsonNode json(OutsideAnswer answer, SourceLimits limits, Instant now) {
        int status = answer.status();
        if (status != 200) {
            throw failure(status, answer.headers(), limits, now);
        }
        if (!answer.isJson()) {
            throw SourceException.of(
                    Kind.BROKEN, "content type " + answer.headers().get("Content-Type"));
        }
        try {
            JsonNode body = JSON.readTree(answer.body().getBytes());
            if (body == null || !body.isObject()) {
                throw SourceException.of(Kind.BROKEN, "the body is no JSON object");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw SourceException.of(Kind.BROKEN, "malformed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw SourceException.of(Kind.BROKEN, "unreadable body", e);
        }
    }

    /** The same, and a missing node where there is nothing under that address. */
    public static JsonNode jsonOrMissing(OutsideAnswer answer, SourceLimits limits, Instant now) {
        return answer.status() == 404 ? MissingNode.getInstance() : json(answer, limits, now);
    }

    /**
     * What a status other than 200 means.
     *
     * @param headers of the answer; empty where an error inside a good answer is meant
     */
    public static SourceException failure(int status, MultiMap headers, SourceLimits limits, Instant now) {
        Duration wait = RetryAfter.of(headers, now).orElse(null);
        if (status == 429) {
            return SourceException.retryLater(
                    Kind.RATE_LIMITED, "status 429", wait == null ? limits.assumedRetryAfter() : wait);
        }
        if (status >= 500) {
            return SourceException.retryLater(Kind.FAILING, "status " + status, wait);
        }
        return SourceException.of(status >= 400 ? Kind.REFUSED : Kind.BROKEN, "status " + status);
    }

    /** A failure below HTTP in a source's terms. */
    static SourceException transport(Throwable failure) {
        if (failure instanceof SourceException known) {
            return known;
        }
        if (failure instanceof OutsideException outside) {
            return switch (outside.kind()) {
                case OVERSIZED -> SourceException.of(Kind.BROKEN, outside.getMessage());
                case TIMEOUT -> SourceException.of(Kind.TIMEOUT, outside.getMessage());
                default -> SourceException.of(Kind.UNREACHABLE, outside.getMessage(), outside);
            };
        }
        return SourceException.of(Kind.UNREACHABLE, failure.getClass().getSimpleName(), failure);
    }
}
