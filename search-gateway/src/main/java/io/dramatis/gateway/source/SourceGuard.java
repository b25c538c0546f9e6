package io.dramatis.gateway.source;

import io.dramatis.gateway.source.AnswerCache.Key;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceMetrics.CacheResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Stands between searches and one source: answers from the cache, puts any number of equal questions as one, and lets
 * nobody wait longer than they have patience. Never fails; the report says what happened.
 */
final class SourceGuard {

    private static final Logger LOG = Logger.getLogger(SourceGuard.class);

    private final OutsideSource source;
    private final SourceLimits limits;
    private final SourceMetrics metrics;
    private final AnswerCache cache;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Map<Key, Uni<? extends CachedAnswer<?>>> inFlight = new ConcurrentHashMap<>();

    SourceGuard(
            OutsideSource source,
            SourceMetrics metrics,
            AnswerCache cache,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.source = source;
        this.limits = source.limits();
        this.metrics = metrics;
        this.cache = cache;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    OutsideSource source() {
        return source;
    }

    /**
     * The source's answer, within {@code patience}. A call that takes longer goes on and fills the cache for the next
     * one who asks.
     */
    <T> Uni<SourceAnswer<T>> ask(SourceQuestion<T> question, Duration patience) {
        if (!source.configured()) {
            return Uni.createFrom().item(new SourceAnswer<>(List.of(), SourceReport.notConfigured(source.id())));
        }
        Key key = Key.of(source.id(), question);
        Instant now = clock.instant();
        CachedAnswer<T> held = cache.get(key, question.type()).orElse(null);
        if (held != null && held.fresh(now, limits)) {
            metrics.cache(held.items().isEmpty() ? CacheResult.NEGATIVE : CacheResult.HIT);
            return Uni.createFrom().item(answer(held, SourceStatus.CACHED, now, 0, null));
        }
        if (held != null && held.servableWhileRevalidating(now, limits)) {
            metrics.cache(CacheResult.STALE);
            flight(key, question)
                    .subscribe()
                    .with(
                            renewed -> {},
                            failure -> LOG.debugf(
                                    "renewal failed source=%s reason=%s", source.id(), failure.getMessage()));
            return Uni.createFrom().item(answer(held, SourceStatus.STALE, now, 0, null));
        }
        return wait(flight(key, question), held, patience);
    }

    /** The source's answer where it is known and fresh; nobody is asked. */
    <T> Optional<SourceAnswer<T>> held(SourceQuestion<T> question) {
        Instant now = clock.instant();
        return cache.get(Key.of(source.id(), question), question.type())
                .filter(held -> held.fresh(now, limits))
                .map(held -> answer(held, SourceStatus.CACHED, now, 0, null));
    }

    private <T> Uni<SourceAnswer<T>> wait(Uni<CachedAnswer<T>> flight, CachedAnswer<T> held, Duration patience) {
        long start = nanoTime.getAsLong();
        return flight.ifNoItem()
                .after(patience)
                .failWith(() -> SourceException.of(Kind.TIMEOUT, "no answer within the search's deadline"))
                .map(fetched -> answer(fetched, SourceStatus.OK, fetched.fetchedAt(), tookMs(start), null))
                .onFailure()
                .recoverWithItem(failure -> {
                    SourceException reason = SourceResponses.transport(failure);
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
                    return new SourceAnswer<>(
                            List.of(), new SourceReport(source.id(), status, 0, tookMs(start), null, retryAfter));
                });
    }

    private <T> SourceAnswer<T> answer(
            CachedAnswer<T> answer, SourceStatus status, Instant now, long tookMs, Long retryAfterS) {
        SourceStatus shown = answer.items().isEmpty() ? SourceStatus.EMPTY : status;
        Long age = status == SourceStatus.OK ? null : answer.age(now).toSeconds();
        return new SourceAnswer<>(
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
    @SuppressWarnings("unchecked") // A key's operation decides on the type of its elements.
    private <T> Uni<CachedAnswer<T>> flight(Key key, SourceQuestion<T> question) {
        boolean[] started = {false};
        Object[] landed = {null};
        Uni<CachedAnswer<T>> flight = (Uni<CachedAnswer<T>>) inFlight.computeIfAbsent(key, absent -> {
            // The call that a search has just missed may have ended between its look into the cache and this one.
            CachedAnswer<T> present = cache.get(key, question.type()).orElse(null);
            if (present != null && present.fresh(clock.instant(), limits)) {
                landed[0] = present;
                return null;
            }
            started[0] = true;
            // Deferred, so that a source that throws fails the flight instead of the search that started it.
            return Uni.createFrom()
                    .deferred(() -> question.call().get())
                    .map(items -> new CachedAnswer<>(items, clock.instant()))
                    .invoke(fetched -> cache.put(key, question.type(), fetched))
                    .onTermination()
                    .invoke(() -> inFlight.remove(key))
                    .memoize()
                    .indefinitely();
        });
        if (flight == null) {
            return Uni.createFrom().item((CachedAnswer<T>) landed[0]);
        }
        metrics.cache(started[0] ? CacheResult.MISS : CacheResult.COALESCED);
        return flight;
    }
}
