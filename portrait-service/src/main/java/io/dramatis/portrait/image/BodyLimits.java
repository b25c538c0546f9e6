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

    private final long maxOtherBody;

    BodyLimits(UploadConfig config) {
        this.maxOtherBody = config.maxOtherBody().asLongValue();
    }

    void init(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::checkAnnounced);
        // After the framework has put its own limit there.
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limitUnannounced);
    }

    private void checkAnnounced(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isLimited(context) && exceeds(length)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.fail(new DomainException(ErrorCode.BODY_TOO_LARGE, "Send a smaller body.")
                    .with("max_bytes", maxOtherBody));
            return;
        }
        context.next();
    }

    private boolean exceeds(String length) {
        try {
            return Long.parseLong(length) > maxOtherBody;
        } catch (NumberFormatException broken) {
            return false;
        }
    }

    private void limitUnannounced(RoutingContext context) {
        if (isLimited(context)) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, maxOtherBody);
        }
        context.next();
    }

    private static boolean isLimited(RoutingContext context) {
        return !UPLOAD.matcher(context.request().path()).matches();
    }
}
