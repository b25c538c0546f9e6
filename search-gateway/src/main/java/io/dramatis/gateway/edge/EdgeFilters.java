package io.dramatis.gateway.edge;

import io.dramatis.gateway.address.AddressRange;
import io.dramatis.gateway.edge.Forwarding.Client;
import io.dramatis.gateway.edge.RouteTable.Owner;
import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.gateway.limit.SharedBuckets.Taken;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What every request passes before a resource or a service sees it. */
@ApplicationScoped
class EdgeFilters {

    static final String REQUEST_ID = "X-Request-Id";

    /** Before anything that may refuse a request, so that refusals carry the headers, too, and count. */
    private static final int FIRST = 20_000;

    /** Quarkus answers CORS preflights at 300 and verifies tokens at 200, which is the services' own business. */
    private static final int BETWEEN_CORS_AND_AUTHENTICATION = 250;

    private static final String CLIENT = "dramatis.client";
    private static final String SEGMENTS = "dramatis.segments";

    private final EdgeConfig config;
    private final EdgeProxy proxy;
    private final EdgeProblems problems;
    private final Forwarding forwarding;
    private final ClientLimits limits;
    private final String rateLimitPolicy;
    private final String strictTransportSecurity;

    EdgeFilters(EdgeConfig config, EdgeProxy proxy, EdgeProblems problems, SharedBuckets buckets) {
        this.config = config;
        this.proxy = proxy;
        this.problems = problems;
        this.forwarding = new Forwarding(config.trustedProxies().orElse(List.of()).stream()
                .map(AddressRange::parse)
                .toList());
        EdgeConfig.ClientLimit limit = config.clientLimit();
        this.limits = new ClientLimits(limit.perMinute(), limit.burst(), limit.maxClients(), buckets, System::nanoTime);
        this.rateLimitPolicy = "\"client\";q=" + limit.perMinute() + ";w=60";
        this.strictTransportSecurity = "max-age=" + config.hstsMaxAge().toSeconds() + "; includeSubDomains";
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
        filters.register(this::route, BETWEEN_CORS_AND_AUTHENTICATION);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String authority =
                request.authority() == null ? null : request.authority().toString();
        Client client = forwarding.client(
                request.connection().remoteAddress().hostAddress(), request.scheme(), authority, request.headers());
        context.put(CLIENT, client);
        request.response().putHeader(REQUEST_ID, requestId(request));
        Optional<List<String>> segments = RequestPath.segments(request.path());
        addSecurityHeaders(context, client, segments.orElse(List.of("unsafe")));

        if (!config.clientLimit().enabled()) {
            pass(context, segments);
            return;
        }
        Future<Taken> taken = limits.take(client.address());
        if (taken.isComplete()) {
            decide(context, segments, taken.result());
        } else {
            // The request arrives paused, and stays so until somebody reads its body.
            taken.onSuccess(answer -> decide(context, segments, answer));
        }
    }

    private void decide(RoutingContext context, Optional<List<String>> segments, Taken taken) {
        if (taken.granted()) {
            pass(context, segments);
            return;
        }
        HttpServerRequest request = context.request();
        request.response()
                .putHeader("RateLimit-Policy", rateLimitPolicy)
                .putHeader("RateLimit", "\"client\";r=0;t=" + EdgeProblems.seconds(taken.retryAfter()));
        problems.answer(EdgeProblems.tooManyRequests(taken.retryAfter()), request);
    }

    private void pass(RoutingContext context, Optional<List<String>> segments) {
        if (segments.isEmpty() || RouteTable.owner(segments.get()) == Owner.NOBODY) {
            problems.answer(EdgeProblems.noSuchPath(), context.request());
            return;
        }
        context.put(SEGMENTS, segments.get());
        context.next();
    }

    private void route(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> segments = context.get(SEGMENTS);
        long maxBody = RouteTable.takesUploads(segments)
                ? config.bodyLimits().upload().asLongValue()
                : config.bodyLimits().standard().asLongValue();
        if (announcedLength(request) > maxBody) {
            problems.answer(EdgeProblems.bodyTooLarge(maxBody), request);
            return;
        }
        Owner owner = RouteTable.owner(segments);
        if (owner == Owner.GATEWAY) {
            context.next();
        } else {
            proxy.forward(request, owner, context.get(CLIENT), maxBody);
        }
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return 0;
        }
        // Digits only: the server has refused anything else. More than 18 do not fit, and are too many anyway.
        return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
    }

    /** The client's own id where it is a tame one, else the trace's, so that logs of all services can be joined. */
    private static String requestId(HttpServerRequest request) {
        String given = request.getHeader(REQUEST_ID);
        if (given != null && given.matches("[A-Za-z0-9._-]{1,64}")) {
            return given;
        }
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : UUID.randomUUID().toString();
    }

    private void addSecurityHeaders(RoutingContext context, Client client, List<String> segments) {
        HttpServerResponse response = context.response();
        String policy = SecurityPolicy.of(segments);
        // At the last moment, so that what a service sends for itself is replaced rather than doubled.
        context.addHeadersEndHandler(end -> {
            MultiMap headers = response.headers();
            headers.set("Content-Security-Policy", policy);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            if (client.secure()) {
                headers.set("Strict-Transport-Security", strictTransportSecurity);
            }
        });
    }
}
