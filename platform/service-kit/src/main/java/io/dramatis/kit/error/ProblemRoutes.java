package io.dramatis.kit.error;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers what fails before a resource is reached, and paths that none answers, as problem+json: a refused token
 * (authentication is proactive), a body that is too large, an unreadable URL.
 */
@ApplicationScoped
public class ProblemRoutes {

    private final Problems problems;

    ProblemRoutes(Problems problems) {
        this.problems = problems;
    }

    void init(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
        router.route().last().handler(context -> respond(context, problems.fromStatus(404, null)));
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended()) {
            return;
        }
        if (failure != null) {
            respond(context, problems.classify(failure));
            return;
        }
        respond(context, problems.fromStatus(context.statusCode(), null));
    }

    private void respond(RoutingContext context, DomainException failure) {
        Problem problem = problems.report(failure, context.request().path(), "platform.route_request");
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        failure.retryAfter().ifPresent(delay -> context.response()
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, delay.toSeconds()))));
        context.response().end(problems.toJson(problem));
    }
}
