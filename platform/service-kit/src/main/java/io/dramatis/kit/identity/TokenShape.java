package io.dramatis.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Refuses bearer tokens that are no signed JWT before anything parses them: the verifier fails on some of these (such
 * as {@code ..}) in a way that cannot be told from a fault of ours.
 */
@ApplicationScoped
public class TokenShape {

    /** Three base64url parts; 8 KiB is far above any token of ours. */
    private static final Pattern BEARER = Pattern.compile(
            "bearer +[A-Za-z0-9_-]{1,2048}\\.[A-Za-z0-9_-]{1,8192}\\.[A-Za-z0-9_-]{1,2048} *",
            Pattern.CASE_INSENSITIVE);

    private static final int BEFORE_AUTHENTICATION = -10_000;

    void init(@Observes Router router) {
        router.route().order(BEFORE_AUTHENTICATION).handler(this::check);
    }

    private void check(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null
                || !header.regionMatches(true, 0, "bearer", 0, 6)
                || BEARER.matcher(header).matches()) {
            context.next();
        } else {
            context.fail(401, new AuthenticationFailedException("not a signed JWT"));
        }
    }
}
