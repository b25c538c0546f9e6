package io.dramatis.gateway.edge;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Problem;
import io.dramatis.kit.error.Problems;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The edge's own refusals, as problem+json. */
@ApplicationScoped
class EdgeProblems {

    /** What is discarded of a refused body before the connection is closed, so that most clients read the answer. */
    private static final long DISCARDED = 32L * 1024 * 1024;

    private final Problems problems;
    private final EdgeConfig config;

    EdgeProblems(Problems problems, EdgeConfig config) {
        this.problems = problems;
        this.config = config;
    }

    static DomainException noSuchPath() {
        return new DomainException(ErrorCode.NOT_FOUND, "Nothing answers at this path; see /api/docs.");
    }

    static DomainException tooManyRequests(Duration wait) {
        return new DomainException(ErrorCode.RATE_LIMITED, "Send requests more slowly.").retryAfter(wait);
    }

    DomainException unavailable(String service) {
        return new DomainException(
                        ErrorCode.DEPENDENCY_UNAVAILABLE,
                        "The " + service + " service does not answer; try again in a moment.")
                .retryAfter(config.retryAfter());
    }

    /** The body of the answer; sets the headers that go with it. */
    Buffer prepare(DomainException failure, HttpServerRequest request, MultiMap headers) {
        Problem problem = problems.report(failure, request.path(), "gateway.forward");
        headers.set("Content-Type", Problem.MEDIA_TYPE).set("Cache-Control", "no-store");
        failure.retryAfter().ifPresent(wait -> headers.set("Retry-After", seconds(wait)));
        return Buffer.buffer(problems.toJson(problem));
    }

    void answer(DomainException failure, HttpServerRequest request) {
        Buffer body = prepare(failure, request, request.response().headers());
        request.response().setStatusCode(failure.code().status()).end(body);
        discardRest(request);
    }

    static void discardRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] seen = {0};
        request.handler(chunk -> {
            seen[0] += chunk.length();
            if (seen[0] > DISCARDED) {
                request.connection().close();
            }
        });
        request.resume();
    }

    static String seconds(Duration wait) {
        return Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000));
    }
}
