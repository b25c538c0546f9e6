package io.dramatis.gateway.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A budget of calls that refills evenly and holds up to {@code burst} of them. Never waits; safe for any number of
 * threads. The state is one number, the time at which the bucket is full again (the generic cell rate algorithm), so
 * that the same rule can be kept by a shared store.
 */
public final class TokenBucket {

    private volatile long nanosPerToken;
    private final int burst;
    private final LongSupplier nanoTime;
    private final AtomicLong fullAt;

    /**
     * @param perMinute tokens added each minute, at least 1
     * @param burst tokens that a rested bucket holds, at least 1
     * @param nanoTime a clock that never runs backwards, as {@link System#nanoTime()}
     */
    public TokenBucket(int perMinute, int burst, LongSupplier nanoTime) {
        if (perMinute < 1 || burst < 1) {
            throw new IllegalArgumentException("a budget needs a rate and a burst of at least 1");
        }
        this.nanosPerToken = nanosPerToken(perMinute);
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.fullAt = new AtomicLong(nanoTime.getAsLong());
    }

    /** Refills at another rate from now on; at least 1. */
    public void refill(int perMinute) {
        nanosPerToken = nanosPerToken(perMinute);
    }

    private static long nanosPerToken(int perMinute) {
        return Duration.ofMinutes(1).toNanos() / perMinute;
    }

    /** Takes a token where there is one. */
    public boolean tryTake() {
        long now = nanoTime.getAsLong();
        long nanosPerToken = this.nanosPerToken;
        long nanosWhenEmpty = nanosPerToken * burst;
        while (true) {
            long was = fullAt.get();
            long next = (was - now > 0 ? was : now) + nanosPerToken;
            if (next - now > nanosWhenEmpty) {
                return false;
            }
            if (fullAt.compareAndSet(was, next)) {
                return true;
            }
        }
    }

    /** Whole tokens to be had now. */
    public int tokensLeft() {
        long missing = Math.max(0, fullAt.get() - nanoTime.getAsLong());
        return (int) Math.max(0, burst - (missing + nanosPerToken - 1) / nanosPerToken);
    }

    /** The time until the next token; zero where there is one. */
    public Duration untilNext() {
        long wait = fullAt.get() - nanoTime.getAsLong() - nanosPerToken * (burst - 1);
        return Duration.ofNanos(Math.max(0, wait));
    }

    /** Whether nothing was taken lately, so that a new bucket would behave the same. */
    public boolean isFull() {
        return fullAt.get() - nanoTime.getAsLong() <= 0;
    }

    public int burst() {
        return burst;
    }
}
