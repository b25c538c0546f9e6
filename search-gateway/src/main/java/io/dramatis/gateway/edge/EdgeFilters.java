package io.dramatis.gateway.edge;

import io.dramatis.gateway.edge.Forwarding.Client;
import io.dramatis.gateway.edge.RouteTable.Owner;
import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.gateway.limit.SharedBuckets.Taken;
import io.dramatis.kit.address.AddressRange;
import io.dramatis.kit.http.BodyLimits;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.MDC;

/** What every request passes before a resource or a service sees it. */
@ApplicationScoped
class EdgeFilters {

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
    private final EdgeHeaders headers;

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
        this.headers = new EdgeHeaders(config.hstsMaxAge().toSeconds());
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
        filters.register(this::route, BETWEEN_CORS_AND_AUTHENTICATION);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpConnection connection = request.connection();
        Client client = forwarding.client(
                connection.remoteAddress().hostAddress(),
                connection.isSsl() ? "https" : "http",
                host(request),
                request.headers());
        context.put(CLIENT, client);
        String traceId = RequestIds.trace(request);
        MDC.put("traceId", traceId);
        Optional<List<String>> segments = RequestPath.segments(request.path());
        request.response().putHeader(EdgeHeaders.REQUEST_ID, RequestIds.request(request, traceId));
        headers.write(request.response().headers(), segments.orElse(List.of("unsafe")), client.secure());

        if (!config.clientLimit().enabled()) {
            pass(context, segments);
            return;
        }
        Future<Taken> taken = limits.take(client.address());
        if (taken.isComplete()) {
            decide(context, segments, taken.result());
        } else {
            // The request arrives paused, and stays so until somebody reads its body. Redis answers on a loop of its
            // own.
            Context here = Vertx.currentContext();
            taken.onSuccess(answer -> here.runOnContext(back -> decide(context, segments, answer)));
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

    /** The router has refused whatever is no authority, except from HTTP/1.0, where it need not be there at all. */
    private static String host(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_1_0) {
            return request.getHeader(HttpHeaders.HOST);
        }
        return request.authority() == null ? null : request.authority().toString();
    }

    private void route(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> segments = context.get(SEGMENTS);
        long maxBody = RouteTable.takesUploads(segments)
                ? config.bodyLimits().upload().asLongValue()
                : config.bodyLimits().standard().asLongValue();
        if (announcedLength(request) > maxBody) {
            problems.answer(BodyLimits.tooLarge(maxBody), request);
            return;
        }
        Owner owner = RouteTable.owner(segments);
        if (owner == Owner.GATEWAY) {
            context.next();
        } else {
            RequestIds.carry(request.headers(), (String) MDC.get("traceId"));
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
}
