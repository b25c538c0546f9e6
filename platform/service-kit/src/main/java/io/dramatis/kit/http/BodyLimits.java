package io.dramatis.kit.http;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses too large bodies as a problem; the framework does so without a word, and where the length is not announced it
 * has the resource fail besides.
 */
@ApplicationScoped
public class BodyLimits {

    private static final String UNANNOUNCED_LIMIT = BodyLimits.class.getName();
    private static final String MULTIPART = "multipart/";

    private final List<BodyLimit> limits;
    private final long otherwise;

    BodyLimits(
            @All List<BodyLimit> limits,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize otherwise) {
        this.limits = limits;
        this.otherwise = otherwise.asLongValue();
    }

    void init(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::checkAnnounced);
        // After the framework has put its own limit there.
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limitUnannounced);
    }

    /** What a body of unknown length may have at most; empty where that need not be counted. */
    static OptionalLong unannounced(RoutingContext context) {
        Long limit = context.get(UNANNOUNCED_LIMIT);
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    /** @param limit in bytes */
    public static DomainException tooLarge(long limit) {
        return new DomainException(ErrorCode.BODY_TOO_LARGE, "Send a smaller body.").with("max_bytes", limit);
    }

    private void checkAnnounced(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            long limit = limit(context);
            if (bytes(length) > limit) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                context.fail(tooLarge(limit));
                return;
            }
        }
        context.next();
    }

    private static long bytes(String length) {
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException broken) {
            return Long.MAX_VALUE;
        }
    }

    private void limitUnannounced(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.getHeader(HttpHeaders.CONTENT_LENGTH) == null && !request.isEnded()) {
            long limit = limit(context);
            if (isMultipart(request)) {
                context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
            } else {
                context.put(UNANNOUNCED_LIMIT, limit);
                context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, Long.MAX_VALUE);
            }
        }
        context.next();
    }

    private static boolean isMultipart(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }

    private long limit(RoutingContext context) {
        String path = context.request().path();
        for (BodyLimit limit : limits) {
            OptionalLong bytes = limit.of(path);
            if (bytes.isPresent()) {
                return bytes.getAsLong();
            }
        }
        return otherwise;
    }
}
