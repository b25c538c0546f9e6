package io.dramatis.gateway.source;

import io.dramatis.gateway.source.AnswerCache.Key;
import io.dramatis.gateway.source.SourceException.Kind;
import io.dramatis.gateway.source.SourceMetrics.CacheResult;
import io.dramatis.gateway.source.SourceMetrics.SharedResult;
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
    private final SharedAnswers shared;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Map<Key, Uni<? extends Landing<?>>> inFlight = new ConcurrentHashMap<>();

    /** An answer and where it comes from: the source, or a cache. */
    private record Landing<T>(CachedAnswer<T> answer, SourceStatus status) {}

    SourceGuard(
            OutsideSource source,
            SourceMetrics metrics,
            AnswerCache cache,
            SharedAnswers shared,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.source = source;
        this.limits = source.limits();
        this.metrics = metrics;
        this.cache = cache;
        this.shared = shared;
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
            metrics.cache(CacheResult.of(held));
            return Uni.createFrom().item(answer(held, SourceStatus.CACHED, now, 0, null));
        }
        if (held != null && held.servableWhileRevalidating(now, limits)) {
            metrics.cache(CacheResult.STALE);
            renew(key, question);
            return Uni.createFrom().item(answer(held, SourceStatus.STALE, now, 0, null));
        }
        return wait(flight(key, question, false), key, question, patience);
    }

    /** The source's answer where it is known and fresh; nobody is asked. */
    <T> Optional<SourceAnswer<T>> held(SourceQuestion<T> question) {
        Instant now = clock.instant();
        return cache.get(Key.of(source.id(), question), question.type())
                .filter(held -> held.fresh(now, limits))
                .map(held -> answer(held, SourceStatus.CACHED, now, 0, null));
    }

    /** @param status of the answer from the cache that is given once more */
    void countAgain(SourceStatus status) {
        switch (status) {
            case CACHED -> metrics.cache(CacheResult.HIT);
            case STALE -> metrics.cache(CacheResult.STALE);
            case EMPTY -> metrics.cache(CacheResult.NEGATIVE);
            default -> {
                // Was not asked.
            }
        }
    }

    private <T> void renew(Key key, SourceQuestion<T> question) {
        flight(key, question, true)
                .subscribe()
                .with(
                        renewed -> {},
                        failure -> LOG.debugf("renewal failed source=%s reason=%s", source.id(), failure.getMessage()));
    }

    private <T> Uni<SourceAnswer<T>> wait(
            Uni<Landing<T>> flight, Key key, SourceQuestion<T> question, Duration patience) {
        long start = nanoTime.getAsLong();
        return flight.ifNoItem()
                .after(patience)
                .failWith(() -> SourceException.of(Kind.TIMEOUT, "no answer within the search's deadline"))
                .map(landing -> answer(landing.answer(), landing.status(), clock.instant(), tookMs(start), null))
                .onFailure()
                .recoverWithItem(failure -> {
                    SourceException reason = SourceResponses.transport(failure);
                    Long retryAfter = reason.retryAfter()
                            .map(wait -> Math.max(1, (wait.toMillis() + 999) / 1000))
                            .orElse(null);
                    Instant now = clock.instant();
                    CachedAnswer<T> held = cache.get(key, question.type()).orElse(null);
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
     *
     * @param renewal whether an old answer has already been given, so that another one helps nobody
     */
    @SuppressWarnings("unchecked") // A key's operation decides on the type of its elements.
    private <T> Uni<Landing<T>> flight(Key key, SourceQuestion<T> question, boolean renewal) {
        boolean[] started = {false};
        Object[] landed = {null};
        Uni<Landing<T>> flight = (Uni<Landing<T>>) inFlight.computeIfAbsent(key, absent -> {
            // The call that a search has just missed may have ended between its look into the cache and this one.
            CachedAnswer<T> present = cache.get(key, question.type()).orElse(null);
            if (present != null && present.fresh(clock.instant(), limits)) {
                landed[0] = present;
                return null;
            }
            started[0] = true;
            Uni<Landing<T>> answer = shared.configured()
                    ? Uni.createFrom()
                            .deferred(() -> shared.get(key, question.type()))
                            .flatMap(found -> land(key, question, found.orElse(null), renewal))
                    : fetch(key, question);
            return answer.onTermination()
                    .invoke(() -> inFlight.remove(key))
                    .invoke(landing -> {
                        if (landing.status() == SourceStatus.STALE) {
                            renew(key, question);
                        }
                    })
                    .memoize()
                    .indefinitely();
        });
        if (flight == null) {
            CachedAnswer<T> present = (CachedAnswer<T>) landed[0];
            if (!renewal) {
                metrics.cache(CacheResult.of(present));
            }
            return Uni.createFrom().item(new Landing<>(present, SourceStatus.CACHED));
        }
        if (!renewal) {
            metrics.cache(started[0] ? CacheResult.MISS : CacheResult.COALESCED);
        }
        return flight;
    }

    /** Takes another replica's answer where that is good enough, else asks the source. */
    private <T> Uni<Landing<T>> land(Key key, SourceQuestion<T> question, CachedAnswer<T> found, boolean renewal) {
        Instant now = clock.instant();
        if (found != null && newerThanOurs(key, question, found)) {
            // Kept whatever its age: it may be all there is when the source fails.
            cache.put(key, question.type(), found);
            if (found.fresh(now, limits)) {
                metrics.shared(SharedResult.HIT);
                return Uni.createFrom().item(new Landing<>(found, SourceStatus.CACHED));
            }
            if (!renewal && found.servableWhileRevalidating(now, limits)) {
                metrics.shared(SharedResult.STALE);
                return Uni.createFrom().item(new Landing<>(found, SourceStatus.STALE));
            }
        }
        metrics.shared(SharedResult.MISS);
        return fetch(key, question);
    }

    private <T> Uni<Landing<T>> fetch(Key key, SourceQuestion<T> question) {
        // Deferred, so that a source that throws fails the flight instead of the search that started it.
        return Uni.createFrom()
                .deferred(() -> question.call().get())
                .map(items -> new CachedAnswer<>(items, clock.instant()))
                .invoke(fetched -> {
                    cache.put(key, question.type(), fetched);
                    if (shared.configured()) {
                        shared.put(key, question.type(), fetched, limits);
                    }
                })
                .map(fetched -> new Landing<>(fetched, SourceStatus.OK));
    }

    private <T> boolean newerThanOurs(Key key, SourceQuestion<T> question, CachedAnswer<T> found) {
        return cache.get(key, question.type())
                .map(ours -> found.fetchedAt().isAfter(ours.fetchedAt()))
                .orElse(true);
    }
}
