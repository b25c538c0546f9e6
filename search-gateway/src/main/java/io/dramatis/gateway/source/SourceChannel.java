package io.dramatis.gateway.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceMetrics.CacheResult;
import io.dramatis.gateway.source.SourceMetrics.SharedResult;
import io.dramatis.gateway.upstream.UpstreamHttp;
import io.dramatis.kit.outside.OutsideAnswer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.util.TypeLiteral;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * The one way to call a source. Each call spends a token of the source's budget, waits for a place among the calls
 * under way, is repeated once where that may help, and is not made at all while the breaker is open or the source has
 * asked for a pause. Fails with {@link SourceException} only.
 */
public final class SourceChannel {

    private static final Logger LOG = Logger.getLogger(SourceChannel.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long JITTER_MS = 50;

    private final String id;
    private final SourceLimits limits;
    private final UpstreamHttp http;
    private final SourceBudget budget;
    private final SourceMetrics metrics;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final TypedGuard<Uni<JsonNode>> faultTolerance;
    private volatile CircuitBreakerState breaker = CircuitBreakerState.CLOSED;
    private volatile Instant breakerOpenedAt = Instant.EPOCH;

    SourceChannel(
            String id,
            SourceLimits limits,
            UpstreamHttp http,
            SourceBudget budget,
            SourceMetrics metrics,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.id = id;
        this.limits = limits;
        this.http = http;
        this.budget = budget;
        this.metrics = metrics;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.faultTolerance = faultTolerance();
        metrics.watch(() -> breakerState().ordinal(), budget::tokensLeft);
    }

    /** Reads a JSON object; anything but 200 fails. */
    public Uni<JsonNode> get(URI uri) {
        return get(uri, Map.of(), SourceResponses::json);
    }

    public Uni<JsonNode> get(URI uri, Map<String, String> headers, AnswerReader reader) {
        return exchange(
                () -> http.get(
                        uri,
                        headers,
                        limits.callTimeout(),
                        limits.maxAnswerSize().asLongValue()),
                reader);
    }

    public Uni<JsonNode> post(URI uri, JsonNode body, AnswerReader reader) {
        Buffer json = json(body);
        return exchange(
                () -> http.postJson(
                        uri, json, limits.callTimeout(), limits.maxAnswerSize().asLongValue()),
                reader);
    }

    private Uni<JsonNode> exchange(Supplier<Uni<OutsideAnswer>> send, AnswerReader reader) {
        return call(() -> send.get().map(answer -> {
            budget.observe(answer.headers());
            return reader.read(answer, limits, clock.instant());
        }));
    }

    /** A call by other means than this class' own, under the same rules. */
    Uni<JsonNode> call(Supplier<Uni<JsonNode>> send) {
        // Deferred, so that a guard that refuses by throwing fails the call instead of its caller.
        return Uni.createFrom()
                .deferred(() -> faultTolerance.get(() -> attempt(send)))
                .onFailure()
                .transform(this::explain);
    }

    SourceMetrics metrics() {
        return metrics;
    }

    /** This replica's figures. */
    SourceStats stats() {
        return new SourceStats(
                id,
                metrics.calls(),
                metrics.rateLimited(),
                new SourceStats.Cache(
                        metrics.count(CacheResult.HIT),
                        metrics.count(CacheResult.STALE),
                        metrics.count(CacheResult.NEGATIVE),
                        metrics.count(CacheResult.MISS),
                        metrics.count(CacheResult.COALESCED)),
                new SourceStats.SharedCache(
                        metrics.count(SharedResult.HIT),
                        metrics.count(SharedResult.STALE),
                        metrics.count(SharedResult.MISS)),
                breakerState(),
                budget.tokensLeft(),
                budget.pausedUntil().orElse(null),
                new SourceStats.Latency(metrics.latencyMs(0.5), metrics.latencyMs(0.95), metrics.latencyMs(0.99)));
    }

    BreakerState breakerState() {
        if (budget.switchedOff()) {
            return BreakerState.OPEN;
        }
        return switch (breaker) {
            case CLOSED -> BreakerState.CLOSED;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case OPEN -> BreakerState.OPEN;
        };
    }

    private Uni<JsonNode> attempt(Supplier<Uni<JsonNode>> send) {
        return budget.take()
                .onFailure(SourceException.class)
                .invoke(refusal -> metrics.prevented(refusal.kind() == Kind.SWITCHED_OFF ? "paused" : "no_token"))
                .flatMap(granted -> {
                    long start = nanoTime.getAsLong();
                    return send.get()
                            .onFailure()
                            .transform(SourceResponses::transport)
                            .invoke(answer -> metrics.succeeded(since(start)))
                            .onFailure(SourceException.class)
                            .call(reason -> failed(reason, since(start)));
                });
    }

    private Uni<Void> failed(SourceException reason, Duration took) {
        metrics.failed(reason.kind(), took);
        LOG.infof("source failed source=%s kind=%s reason=%s", id, reason.kind(), reason.getMessage());
        return budget.learn(reason);
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    private Throwable explain(Throwable failure) {
        if (failure instanceof SourceException) {
            return failure;
        }
        if (failure instanceof CircuitBreakerOpenException) {
            metrics.prevented("breaker_open");
            Duration rest = Duration.between(clock.instant(), breakerOpenedAt.plus(limits.breakerDelay()));
            return SourceException.retryLater(
                    Kind.UNREACHABLE, "the breaker is open", rest.isNegative() ? Duration.ZERO : rest);
        }
        if (failure instanceof BulkheadException) {
            metrics.prevented("bulkhead_full");
            return SourceException.of(Kind.UNREACHABLE, "too many calls are under way");
        }
        LOG.errorf(failure, "source client failed unexpectedly source=%s", id);
        return SourceException.of(Kind.BROKEN, "unexpected failure", failure);
    }

    private TypedGuard<Uni<JsonNode>> faultTolerance() {
        TypedGuard.Builder<Uni<JsonNode>> builder =
                TypedGuard.create(new TypeLiteral<Uni<JsonNode>>() {}).withDescription("source " + id);
        if (limits.retries() > 0) {
            builder = builder.withRetry()
                    .maxRetries(limits.retries())
                    .whenException(failure ->
                            failure instanceof SourceException reason && reason.retryable(limits.longestRetryDelay()))
                    .jitter(JITTER_MS, ChronoUnit.MILLIS)
                    .withCustomBackoff()
                    .strategy(() -> this::retryDelayMs)
                    .done()
                    .done();
        }
        return builder.withCircuitBreaker()
                .requestVolumeThreshold(limits.breakerVolume())
                .failureRatio(limits.breakerRatio())
                .delay(limits.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof SourceException reason && reason.tripsBreaker())
                .onStateChange(this::breakerChanged)
                .done()
                .withBulkhead()
                .limit(limits.concurrent())
                .queueSize(limits.waiting())
                .done()
                .build();
    }

    private long retryDelayMs(Throwable failure) {
        // The pause that a Retry-After has set ends at that very moment; a little later is surely after it.
        return failure instanceof SourceException reason && reason.retryAfter().isPresent()
                ? reason.retryAfter().get().toMillis() + JITTER_MS + 1
                : limits.retryDelay().toMillis();
    }

    private void breakerChanged(CircuitBreakerState state) {
        if (state == CircuitBreakerState.OPEN) {
            breakerOpenedAt = clock.instant();
        }
        breaker = state;
        LOG.infof("breaker changed source=%s state=%s", id, state);
    }

    private static Buffer json(JsonNode body) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
