package io.dramatis.gateway.source;

import io.dramatis.gateway.limit.TokenBucket;
import io.dramatis.gateway.source.SourceException.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** When a source may be called: our own rate for it, and the pauses that it asks for. */
final class SourceBudget {

    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,6}");

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

    /** Takes a call's token; fails with the reason where there is none. */
    Uni<Void> take() {
        Pause current = pause.get();
        Instant now = clock.instant();
        if (now.isBefore(current.until())) {
            return Uni.createFrom()
                    .failure(SourceException.retryLater(
                            current.reason(), "paused by the source", Duration.between(now, current.until())));
        }
        if (bucket.tryTake()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .failure(SourceException.retryLater(Kind.RATE_LIMITED, "our budget is used up", bucket.untilNext()));
    }

    /** Heeds what any answer says about the rate that is granted at present: never more than we grant ourselves. */
    void observe(MultiMap headers) {
        limits.rateLimitHeader().map(headers::get).map(String::strip).ifPresent(text -> {
            if (POSITIVE.matcher(text).matches()) {
                bucket.refill(Math.min(limits.budgetPerMinute(), Integer.parseInt(text)));
            }
        });
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
