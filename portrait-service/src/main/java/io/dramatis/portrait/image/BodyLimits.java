package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Keeps all bodies but uploads as small as everywhere else: the framework knows one limit for the whole service, which
 * uploads need to be large.
 */
@ApplicationScoped
class BodyLimits {

    private static final Pattern UPLOAD = Pattern.compile("/api/characters/[^/]+/upload/?");

    /** What multipart/form-data may put around the file. */
    private static final long AROUND_THE_FILE = 1024 * 1024;

    private final long maxUpload;
    private final long maxOtherBody;

    BodyLimits(UploadConfig config) {
        this.maxUpload = config.maxFileSize().asLongValue() + AROUND_THE_FILE;
        this.maxOtherBody = config.maxOtherBody().asLongValue();
    }

    void init(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::checkAnnounced);
        // After the framework has put its own limit there.
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limitUnannounced);
    }

    private void checkAnnounced(RoutingContext context) {
        long limit = limit(context);
        if (announced(context) > limit) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.fail(
                    new DomainException(ErrorCode.BODY_TOO_LARGE, "Send a smaller body.").with("max_bytes", limit));
            return;
        }
        context.next();
    }

    private static long announced(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException broken) {
            return Long.MAX_VALUE;
        }
    }

    private void limitUnannounced(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context));
        context.next();
    }

    private long limit(RoutingContext context) {
        return UPLOAD.matcher(context.request().path()).matches() ? maxUpload : maxOtherBody;
    }
}
