package io.dramatis.gateway.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.upstream.OversizedAnswerException;
import io.dramatis.gateway.upstream.UpstreamAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/** What a source's HTTP answer means, as far as that is the same for all: status and content type before the body. */
public final class SourceResponses {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SourceResponses() {}

    /** The body of a good answer. Anything else fails with the matching {@link SourceException}. */
    public static JsonNode json(UpstreamAnswer answer, SourceLimits limits, Instant now) {
        int status = answer.status();
        if (status != 200) {
            throw failure(status, answer.headers().get("Retry-After"), limits, now);
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

    /** What a status other than 200 means. */
    public static SourceException failure(int status, String retryAfterHeader, SourceLimits limits, Instant now) {
        Duration wait = RetryAfter.parse(retryAfterHeader, now).orElse(null);
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
        if (failure instanceof OversizedAnswerException) {
            return SourceException.of(Kind.BROKEN, failure.getMessage());
        }
        if (failure instanceof TimeoutException) {
            return SourceException.of(Kind.TIMEOUT, failure.getMessage());
        }
        return SourceException.of(Kind.UNREACHABLE, failure.getClass().getSimpleName(), failure);
    }
}
