package io.dramatis.gateway.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.source.SourceReport;
import io.dramatis.gateway.source.SourceStatus;
import io.dramatis.gateway.source.Sources;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Answers as bytes, for the moment in which many ask the same: looking into six caches and writing the JSON again costs
 * several times what sending it does. Only what needed no source is kept, and only for a fraction of a second, so that
 * the ages it states are true.
 */
@ApplicationScoped
class RenderedAnswers {

    /** After the edge has admitted a request, before anything looks at who asks: the search is public. */
    private static final int AFTER_THE_EDGE = 240;

    private static final String PATH = "/api/characters/search";
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    /** Bounds the memory together with the number of entries; answers above it are rendered each time. */
    private static final int LARGEST_BYTES = 64 * 1024;

    private static final int LONGEST_QUERY = 1024;

    private record Rendered(Buffer json, List<SourceReport> sources, Instant until) {}

    private final CaffeineCache cache;
    private final SearchConfig config;
    private final Sources sources;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final Counter sentAgain;

    RenderedAnswers(
            @CacheName("rendered-answers") Cache cache,
            SearchConfig config,
            Sources sources,
            ObjectMapper mapper,
            InstantSource clock,
            MeterRegistry registry) {
        this.cache = cache.as(CaffeineCache.class);
        this.config = config;
        this.sources = sources;
        this.mapper = mapper;
        this.clock = clock;
        this.sentAgain = Counter.builder("dramatis.search.sent.again")
                .description("Searches answered with the very bytes of the one before")
                .register(registry);
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, AFTER_THE_EDGE);
    }

    private void answer(RoutingContext context) {
        Rendered rendered = held(context.request());
        if (rendered == null) {
            context.next();
            return;
        }
        sentAgain.increment();
        sources.countAgain(rendered.sources());
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(rendered.json());
    }

    private Rendered held(HttpServerRequest request) {
        String query = request.query();
        if (query == null
                || request.method() != HttpMethod.GET
                || !PATH.equals(request.path())
                || !takesJson(request.getHeader(HttpHeaders.ACCEPT))) {
            return null;
        }
        CompletableFuture<Rendered> present = cache.getIfPresent(query);
        Rendered rendered = present == null ? null : present.getNow(null);
        return rendered != null && clock.instant().isBefore(rendered.until()) ? rendered : null;
    }

    /** Everything else is for the resource to decide. */
    private static boolean takesJson(String accept) {
        return accept == null || accept.contains("*/*") || accept.contains("application/json");
    }

    /**
     * Keeps an answer for those who ask the same, unless a source was asked for it.
     *
     * @param query the request's, as it was sent
     */
    void keep(String query, SearchResponse answer) {
        if (query == null || query.length() > LONGEST_QUERY || !nobodyWasAsked(answer)) {
            return;
        }
        byte[] json = render(answer);
        if (json.length <= LARGEST_BYTES) {
            Rendered rendered = new Rendered(
                    Buffer.buffer(json), answer.sources(), clock.instant().plus(config.renderedFor()));
            cache.put(query, CompletableFuture.completedFuture(rendered));
        }
    }

    /** What a source was asked for is news; that one is known to be away is not. */
    private static boolean nobodyWasAsked(SearchResponse answer) {
        return answer.sources().stream()
                .allMatch(report -> report.tookMs() == 0
                        && (report.ageS() != null
                                || report.status() == SourceStatus.NOT_CONFIGURED
                                || report.status().missing()));
    }

    private byte[] render(SearchResponse answer) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
