package io.dramatis.gateway.source;

import io.dramatis.gateway.limit.TokenBucket;
import io.dramatis.gateway.source.SourceException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** When a source may be called: our own rate for it, and the pauses that it asks for. */
final class SourceBudget {

    private record Pause(Instant until, Kind reason) {}

    private final TokenBucket bucket;
    private final SourceLimits limits;
    private final InstantSource clock;
    private final AtomicReference<Pause> pause = new AtomicReference<>(new Pause(Instant.MIN, Kind.RATE_LIMITED));

    SourceBudget(TokenBucket bucket, SourceLimits limits, InstantSource clock) {
        this.bucket = bucket;
        this.limits = limits;
        this.clock = clock;
    }

    /** Takes a call's token, or says why there is none. */
    Optional<SourceException> take() {
        Pause current = pause.get();
        Instant now = clock.instant();
        if (now.isBefore(current.until())) {
            return Optional.of(SourceException.retryLater(
                    current.reason(), "paused by the source", Duration.between(now, current.until())));
        }
        if (bucket.tryTake()) {
            return Optional.empty();
        }
        return Optional.of(SourceException.retryLater(Kind.RATE_LIMITED, "our budget is used up", bucket.untilNext()));
    }

    /** Heeds what a failed call says about the next one. */
    void learn(SourceException failure) {
        if (failure.kind() == Kind.SWITCHED_OFF) {
            pauseFor(failure.retryAfter().orElse(limits.switchedOffPause()), failure.kind());
        } else if (failure.kind() == Kind.RATE_LIMITED) {
            pauseFor(failure.retryAfter().orElse(limits.assumedRetryAfter()), failure.kind());
        } else if (failure.kind() == Kind.FAILING) {
            failure.retryAfter().ifPresent(wait -> pauseFor(wait, Kind.SWITCHED_OFF));
        }
    }

    private void pauseFor(Duration wait, Kind reason) {
        Instant until = clock.instant().plus(wait);
        pause.accumulateAndGet(
                new Pause(until, reason), (held, asked) -> held.until().isAfter(asked.until()) ? held : asked);
    }

    boolean switchedOff() {
        Pause current = pause.get();
        return current.reason() == Kind.SWITCHED_OFF && clock.instant().isBefore(current.until());
    }

    int tokensLeft() {
        return clock.instant().isBefore(pause.get().until()) ? 0 : bucket.tokensLeft();
    }
}
