package io.dramatis.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The outside sources on one loopback port, each below {@code /<id>}, with pictures below {@code /images}.
 *
 * <p>{@code PUT /_faults/<id>} with a {@link Fault} as JSON makes a source misbehave, {@code DELETE /_faults} ends that,
 * {@code GET /_calls} counts the requests that reached each source. The same is to be had as methods.
 */
public final class SourceSimulator implements AutoCloseable {

    private static final String HTML_PAGE =
            "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>";
    private static final int OVERSIZED_BYTES = 50 * 1024 * 1024;

    private final ObjectMapper json = new ObjectMapper();
    private final FaultPlan faults = new FaultPlan();
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final List<SimulatedSource> sources = sources();
    private final Vertx vertx;
    private final HttpServer server;

    private SourceSimulator(int port) {
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        this.server = vertx.createHttpServer(new HttpServerOptions().setHost("localhost"));
        try {
            server.requestHandler(routes())
                    .listen(port)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (RuntimeException e) {
            vertx.close();
            throw e;
        }
    }

    /** Every source there is; a new one is added here. */
    private static List<SimulatedSource> sources() {
        World world = new World();
        return List.of(
                new AniListSimulation(world),
                new WikipediaSimulation(world),
                new TmdbSimulation(),
                new Dnd5eSimulation(),
                new MangaDexSimulation(),
                new OpenLibrarySimulation(),
                new WikidataSimulation());
    }

    /** Starts on a port of localhost, 0 for any free one, and returns when it accepts connections. */
    public static SourceSimulator start(int port) {
        return new SourceSimulator(port);
    }

    public int port() {
        return server.actualPort();
    }

    /** The URL that stands for a source's own, without a trailing slash. */
    public String url(String source) {
        return "http://localhost:" + port() + "/" + source;
    }

    public void fault(String source, Fault fault) {
        faults.set(source, fault);
    }

    public void clearFaults() {
        faults.clear();
    }

    /**
     * Sets the calls a minute that a source says it grants in {@code X-RateLimit-Limit}; AniList starts with the 30 that
     * it grants at present. Saying is all: only a fault refuses calls.
     */
    public void grant(String source, int callsAMinute) {
        sources.stream().filter(known -> known.id().equals(source)).forEach(known -> known.grant(callsAMinute));
    }

    /** How many requests reached the source since the start or the last {@link #resetCalls()}, faulty ones included. */
    public long calls(String source) {
        AtomicLong count = calls.get(source);
        return count == null ? 0 : count.get();
    }

    public void resetCalls() {
        calls.clear();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Router routes() {
        Router router = Router.router(vertx);
        router.get("/_calls").handler(this::answerCalls);
        router.put("/_faults/:source").handler(BodyHandler.create(false)).handler(this::putFault);
        router.delete("/_faults").handler(context -> {
            faults.clear();
            context.response().setStatusCode(204).end();
        });
        router.delete("/_faults/:source").handler(context -> {
            faults.clear(context.pathParam("source"));
            context.response().setStatusCode(204).end();
        });
        router.get("/images/*").handler(context -> context.response()
                .putHeader("Content-Type", "image/png")
                .end(Portraits.png(context.request().path())));
        for (SimulatedSource source : sources) {
            router.route("/" + source.id() + "*")
                    .handler(BodyHandler.create(false))
                    .handler(context -> serve(source, context));
        }
        return router;
    }

    private void serve(SimulatedSource source, RoutingContext context) {
        calls.computeIfAbsent(source.id(), id -> new AtomicLong()).incrementAndGet();
        Fault fault = faults.next(source.id()).orElse(null);
        if (fault == null) {
            send(context.response(), good(source, context));
            return;
        }
        HttpServerResponse response = context.response();
        switch (fault.kind()) {
            case RATE_LIMITED -> rateLimit(source, response, fault);
            case HTML_ERROR ->
                response.setStatusCode(502)
                        .putHeader("Content-Type", "text/html; charset=UTF-8")
                        .end(HTML_PAGE);
            case TRUNCATED -> {
                Buffer whole = good(source, context).body();
                response.putHeader("Content-Type", "application/json").end(whole.slice(0, whole.length() / 2));
            }
            case SLOW ->
                vertx.setTimer(Math.max(1, fault.ms()), timer -> {
                    if (!response.closed()) {
                        send(response, good(source, context));
                    }
                });
            case RESET -> context.request().connection().close();
            case STATUS -> send(response, source.error(fault.status(), "Simulated " + fault.status()));
            case GRAPHQL_ERRORS_200 -> {
                Answer error = source.error(500, "Internal Server Error");
                send(response, new Answer(200, error.contentType(), error.body()));
            }
            case OVERSIZED -> oversized(response);
            default -> throw new IllegalStateException("unknown fault " + fault.kind());
        }
    }

    private static Answer good(SimulatedSource source, RoutingContext context) {
        String baseUrl = "http://" + context.request().authority();
        String path = context.request().path().substring(source.id().length() + 1);
        Buffer body = context.body().buffer();
        return source.answer(context.request(), path, body == null ? Buffer.buffer() : body, baseUrl);
    }

    private static void send(HttpServerResponse response, Answer answer) {
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(answer.status())
                .putHeader("Content-Type", answer.contentType())
                .end(answer.body());
    }

    private static void rateLimit(SimulatedSource source, HttpServerResponse response, Fault fault) {
        ZonedDateTime reset = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(fault.seconds());
        switch (fault.retryAfter()) {
            case SECONDS -> {
                response.putHeader("Retry-After", String.valueOf(fault.seconds()));
                source.headersWhenLimited(reset.toInstant()).forEach(response::putHeader);
            }
            case DATE -> {
                response.putHeader("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(reset));
                source.headersWhenLimited(reset.toInstant()).forEach(response::putHeader);
            }
            case HTML -> {
                response.setStatusCode(429)
                        .putHeader("Content-Type", "text/html; charset=UTF-8")
                        .end(HTML_PAGE);
                return;
            }
            case NONE -> response.putHeader("X-RateLimit-Remaining", "0");
            default -> throw new IllegalStateException("unknown form " + fault.retryAfter());
        }
        send(response, source.error(429, "Too Many Requests."));
    }

    /** Writes no faster than the reader reads, and stops when it has gone. */
    private static void oversized(HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "application/json");
        response.write("{\"data\":\"");
        Buffer block = Buffer.buffer("x".repeat(64 * 1024));
        int[] left = {OVERSIZED_BYTES / block.length()};
        Runnable pump = () -> {
            while (left[0] > 0 && !response.closed() && !response.writeQueueFull()) {
                left[0]--;
                response.write(block.copy());
            }
            if (left[0] == 0 && !response.closed() && !response.ended()) {
                response.end("\"}");
            }
        };
        response.exceptionHandler(gone -> left[0] = 0);
        response.drainHandler(drained -> pump.run());
        pump.run();
    }

    private void putFault(RoutingContext context) {
        String source = context.pathParam("source");
        if (sources.stream().noneMatch(known -> known.id().equals(source))) {
            context.response().setStatusCode(404).end("no source " + source + "\n");
            return;
        }
        try {
            faults.set(source, json.readValue(context.body().buffer().getBytes(), Fault.class));
            context.response().setStatusCode(204).end();
        } catch (IOException e) {
            context.response().setStatusCode(400).end(e.getMessage() + "\n");
        }
    }

    private void answerCalls(RoutingContext context) {
        Map<String, Long> counts = new TreeMap<>();
        sources.forEach(source -> counts.put(source.id(), calls(source.id())));
        try {
            context.response().putHeader("Content-Type", "application/json").end(json.writeValueAsString(counts));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
