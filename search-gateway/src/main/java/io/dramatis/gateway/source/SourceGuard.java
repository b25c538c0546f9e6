package io.dramatis.gateway.source;

import io.dramatis.gateway.limit.TokenBucket;
import io.dramatis.gateway.source.AnswerCache.Key;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceMetrics.CacheResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Stands between searches and one source: answers from the cache, makes one call of any number of equal searches,
 * spends the source's budget and keeps its failures away from everyone else. A search never fails here; its report
 * says what happened.
 */
final class SourceGuard {

    private static final Logger LOG = Logger.getLogger(SourceGuard.class);
    private static final long JITTER_MS = 50;

    private final CharacterSource source;
    private final SourceLimits limits;
    private final AnswerCache cache;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final SourceBudget budget;
    private final SourceMetrics metrics;
    private final TypedGuard<Uni<List<ExternalCharacter>>> faultTolerance;
    private final Map<Key, Uni<CachedAnswer>> inFlight = new ConcurrentHashMap<>();
    private volatile CircuitBreakerState breaker = CircuitBreakerState.CLOSED;
    private volatile Instant breakerOpenedAt = Instant.EPOCH;

    SourceGuard(
            CharacterSource source,
            AnswerCache cache,
            MeterRegistry registry,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.source = source;
        this.limits = source.limits();
        this.cache = cache;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.budget =
                new SourceBudget(new TokenBucket(limits.budgetPerMinute(), limits.burst(), nanoTime), limits, clock);
        this.metrics = new SourceMetrics(registry, source.id());
        this.faultTolerance = faultTolerance();
        metrics.watch(this::breakerGauge, budget::tokensLeft);
    }

    CharacterSource source() {
        return source;
    }

    /**
     * The source's answer to the query, within {@code patience}. A call that takes longer goes on and fills the cache
     * for the next search.
     */
    Uni<SourceAnswer> search(SourceQuery query, Duration patience) {
        if (!source.configured()) {
            return Uni.createFrom().item(new SourceAnswer(List.of(), SourceReport.notConfigured(source.id())));
        }
        Key key = new Key(source.id(), source.facet(query.category()), FoldedText.of(query.text()));
        Instant now = clock.instant();
        CachedAnswer held = cache.get(key).orElse(null);
        if (held != null && held.fresh(now, limits)) {
            metrics.cache(held.items().isEmpty() ? CacheResult.NEGATIVE : CacheResult.HIT);
            return Uni.createFrom().item(answer(held, SourceStatus.CACHED, now, 0, null));
        }
        if (held != null && held.servableWhileRevalidating(now, limits)) {
            metrics.cache(CacheResult.STALE);
            flight(key, query)
                    .subscribe()
                    .with(
                            renewed -> {},
                            failure -> LOG.debugf(
                                    "renewal failed source=%s reason=%s", source.id(), failure.getMessage()));
            return Uni.createFrom().item(answer(held, SourceStatus.STALE, now, 0, null));
        }
        return wait(flight(key, query), held, now, patience);
    }

    private Uni<SourceAnswer> wait(Uni<CachedAnswer> flight, CachedAnswer held, Instant asked, Duration patience) {
        long start = nanoTime.getAsLong();
        return flight.ifNoItem()
                .after(patience)
                .failWith(() -> SourceException.of(Kind.TIMEOUT, "no answer within the search's deadline"))
                .map(fetched -> answer(fetched, SourceStatus.OK, fetched.fetchedAt(), tookMs(start), null))
                .onFailure()
                .recoverWithItem(failure -> {
                    SourceException reason = explain(failure);
                    Long retryAfter = reason.retryAfter()
                            .map(wait -> Math.max(1, (wait.toMillis() + 999) / 1000))
                            .orElse(null);
                    Instant now = clock.instant();
                    if (held != null && held.servableOnError(now, limits)) {
                        metrics.cache(CacheResult.STALE);
                        return answer(held, SourceStatus.STALE, now, tookMs(start), retryAfter);
                    }
                    SourceStatus status =
                            reason.kind() == Kind.RATE_LIMITED ? SourceStatus.RATE_LIMITED : SourceStatus.UNAVAILABLE;
                    return new SourceAnswer(
                            List.of(), new SourceReport(source.id(), status, 0, tookMs(start), null, retryAfter));
                });
    }

    private SourceAnswer answer(CachedAnswer answer, SourceStatus status, Instant now, long tookMs, Long retryAfterS) {
        SourceStatus shown = answer.items().isEmpty() ? SourceStatus.EMPTY : status;
        Long age = status == SourceStatus.OK ? null : answer.age(now).toSeconds();
        return new SourceAnswer(
                answer.items(),
                new SourceReport(source.id(), shown, answer.items().size(), tookMs, age, retryAfterS));
    }

    private long tookMs(long start) {
        return (nanoTime.getAsLong() - start) / 1_000_000;
    }

    /**
     * The call for this key that is under way, or a new one. Never cancelled by those who wait for it, as the others
     * and the cache want its answer, too.
     */
    private Uni<CachedAnswer> flight(Key key, SourceQuery query) {
        boolean[] started = {false};
        CachedAnswer[] landed = {null};
        Uni<CachedAnswer> flight = inFlight.computeIfAbsent(key, absent -> {
            // The call that a search has just missed may have ended between its look into the cache and this one.
            CachedAnswer present = cache.get(key).orElse(null);
            if (present != null && present.fresh(clock.instant(), limits)) {
                landed[0] = present;
                return null;
            }
            started[0] = true;
            return call(query)
                    .map(items -> new CachedAnswer(items, clock.instant()))
                    .invoke(fetched -> cache.put(key, fetched))
                    .onTermination()
                    .invoke(() -> inFlight.remove(key))
                    .memoize()
                    .indefinitely();
        });
        if (flight == null) {
            return Uni.createFrom().item(landed[0]);
        }
        metrics.cache(started[0] ? CacheResult.MISS : CacheResult.COALESCED);
        return flight;
    }

    private Uni<List<ExternalCharacter>> call(SourceQuery query) {
        // Deferred, so that a guard that refuses by throwing fails the flight instead of the search that started it.
        return Uni.createFrom()
                .deferred(() -> faultTolerance.get(() -> attempt(query)))
                .onFailure()
                .invoke(failure -> {
                    if (failure instanceof CircuitBreakerOpenException) {
                        metrics.prevented("breaker_open");
                    } else if (failure instanceof BulkheadException) {
                        metrics.prevented("bulkhead_full");
                    }
                });
    }

    private Uni<List<ExternalCharacter>> attempt(SourceQuery query) {
        SourceException refusal = budget.take().orElse(null);
        if (refusal != null) {
            metrics.prevented(refusal.kind() == Kind.SWITCHED_OFF ? "paused" : "no_token");
            return Uni.createFrom().failure(refusal);
        }
        long start = nanoTime.getAsLong();
        return source.search(query)
                .onFailure()
                .transform(SourceResponses::transport)
                .invoke(items -> metrics.call(items.isEmpty() ? "empty" : "ok", since(start)))
                .onFailure(SourceException.class)
                .invoke(reason -> {
                    budget.learn(reason);
                    metrics.call(reason.kind().name().toLowerCase(Locale.ROOT), since(start));
                    LOG.infof(
                            "source failed source=%s kind=%s reason=%s",
                            source.id(), reason.kind(), reason.getMessage());
                });
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    private SourceException explain(Throwable failure) {
        if (failure instanceof SourceException known) {
            return known;
        }
        if (failure instanceof CircuitBreakerOpenException) {
            Duration rest = Duration.between(clock.instant(), breakerOpenedAt.plus(limits.breakerDelay()));
            return SourceException.retryLater(
                    Kind.UNREACHABLE, "the breaker is open", rest.isNegative() ? Duration.ZERO : rest);
        }
        if (failure instanceof BulkheadException) {
            return SourceException.of(Kind.UNREACHABLE, "too many calls are under way");
        }
        LOG.errorf(failure, "source client failed unexpectedly source=%s", source.id());
        return SourceException.of(Kind.BROKEN, "unexpected failure", failure);
    }

    private TypedGuard<Uni<List<ExternalCharacter>>> faultTolerance() {
        TypedGuard.Builder<Uni<List<ExternalCharacter>>> builder = TypedGuard.create(
                        new TypeLiteral<Uni<List<ExternalCharacter>>>() {})
                .withDescription("source " + source.id());
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
        LOG.infof("breaker changed source=%s state=%s", source.id(), state);
    }

    private int breakerGauge() {
        if (budget.switchedOff()) {
            return 2;
        }
        return switch (breaker) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }
}
