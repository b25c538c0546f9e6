package io.dramatis.gateway.source;

import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.gateway.limit.SharedBuckets.Taken;
import io.dramatis.gateway.limit.SharedBuckets.Told;
import io.dramatis.gateway.limit.TokenBucket;
import io.dramatis.gateway.shared.SharedUse;
import io.dramatis.gateway.source.SourceException.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * When a source may be called: our own rate for it, and the pauses that it asks for. Both hold for all replicas
 * together where they can agree; where they cannot, each keeps to its part of the rate.
 */
final class SourceBudget {

    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,6}");

    private record Pause(Instant until, Kind reason) {}

    private final String source;
    private final SourceLimits limits;
    private final SharedBuckets shared;
    private final InstantSource clock;
    private final TokenBucket bucket;
    private final AtomicReference<Pause> pause = new AtomicReference<>(new Pause(Instant.MIN, Kind.RATE_LIMITED));
    private volatile int perMinute;

    SourceBudget(String source, SourceLimits limits, SharedBuckets shared, InstantSource clock, LongSupplier nanoTime) {
        this.source = source;
        this.limits = limits;
        this.shared = shared;
        this.clock = clock;
        this.bucket = new TokenBucket(limits.budgetPerMinute(), limits.burst(), nanoTime);
        this.perMinute = limits.budgetPerMinute();
        shared.onReturn(this::tellAgain);
    }

    /** Takes a call's token; fails with the reason where there is none. */
    Uni<Void> take() {
        Pause current = pause.get();
        Instant now = clock.instant();
        if (now.isBefore(current.until())) {
            return refuse(current.reason(), "paused by the source", Duration.between(now, current.until()));
        }
        resize();
        return UniHelper.toUni(
                        shared.take(SharedUse.SOURCE_BUDGETS, source, bucket, limits.budgetPerMinute(), limits.burst()))
                .flatMap(this::heed);
    }

    private Uni<Void> heed(Taken taken) {
        return switch (taken.outcome()) {
            case GRANTED -> {
                adopt(taken.perMinute());
                yield Uni.createFrom().voidItem();
            }
            case EMPTY -> {
                adopt(taken.perMinute());
                yield refuse(Kind.RATE_LIMITED, "our budget is used up", taken.retryAfter());
            }
            case PAUSED -> {
                Kind reason = Kind.SWITCHED_OFF.name().equals(taken.reason()) ? Kind.SWITCHED_OFF : Kind.RATE_LIMITED;
                pauseUntil(clock.instant().plus(taken.retryAfter()), reason);
                yield refuse(reason, "paused by the source", taken.retryAfter());
            }
        };
    }

    private static Uni<Void> refuse(Kind reason, String message, Duration wait) {
        return Uni.createFrom().failure(SourceException.retryLater(reason, message, wait));
    }

    /** Heeds what any answer says about the rate that is granted at present: never more than we grant ourselves. */
    void observe(MultiMap headers) {
        limits.rateLimitHeader().map(headers::get).map(String::strip).ifPresent(text -> {
            if (POSITIVE.matcher(text).matches()) {
                int granted = Math.min(limits.budgetPerMinute(), Integer.parseInt(text));
                // A lower rate is told again and again, as the others forget it after a while.
                boolean news = granted != perMinute || granted < limits.budgetPerMinute();
                perMinute = granted;
                if (news) {
                    resize();
                    shared.tell(SharedUse.SOURCE_BUDGETS, source, Told.rate(granted));
                }
            }
        });
    }

    /** Heeds what a failed call says about the next one; done when the other replicas know. Never fails. */
    Uni<Void> learn(SourceException failure) {
        return switch (failure.kind()) {
            case SWITCHED_OFF -> pauseFor(failure.retryAfter().orElse(limits.switchedOffPause()), failure.kind());
            case RATE_LIMITED -> pauseFor(failure.retryAfter().orElse(limits.assumedRetryAfter()), failure.kind());
            case FAILING ->
                failure.retryAfter()
                        .map(wait -> pauseFor(wait, Kind.SWITCHED_OFF))
                        .orElse(Uni.createFrom().voidItem());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> pauseFor(Duration wait, Kind reason) {
        pauseUntil(clock.instant().plus(wait), reason);
        return UniHelper.toUni(shared.tell(SharedUse.SOURCE_BUDGETS, source, Told.pause(wait, reason.name())));
    }

    private void pauseUntil(Instant until, Kind reason) {
        pause.accumulateAndGet(
                new Pause(until, reason), (held, asked) -> held.until().isAfter(asked.until()) ? held : asked);
    }

    /** The rate that all replicas keep to; 0 where they could not be asked. */
    private void adopt(int agreed) {
        if (agreed > 0 && agreed != perMinute) {
            perMinute = agreed;
            resize();
        }
    }

    private void resize() {
        int parts = shared.dividedReplicas();
        bucket.resize(Math.max(1, perMinute / parts), Math.max(1, limits.burst() / parts));
    }

    /** Whoever starts Redis again must not thereby give away what the source has refused or we have spent. */
    private void tellAgain() {
        Pause current = pause.get();
        Duration left = pausedUntil()
                .map(until -> Duration.between(clock.instant(), until))
                .orElse(Duration.ZERO);
        int lowered = perMinute < limits.budgetPerMinute() ? perMinute : 0;
        shared.tell(
                SharedUse.SOURCE_BUDGETS,
                source,
                new Told(left, current.reason().name(), lowered, bucket.untilFull()));
    }

    boolean switchedOff() {
        return pause.get().reason() == Kind.SWITCHED_OFF && pausedUntil().isPresent();
    }

    /** The end of the pause that the source asked for; empty where it may be called. */
    Optional<Instant> pausedUntil() {
        Instant until = pause.get().until();
        return clock.instant().isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    /** As far as this replica knows: another one may have taken some since it last asked. */
    int tokensLeft() {
        return pausedUntil().isPresent() ? 0 : bucket.tokensLeft();
    }
}
