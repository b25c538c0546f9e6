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

    private record Size(long nanosPerToken, int burst) {}

    private volatile Size size;
    private final LongSupplier nanoTime;
    private final AtomicLong fullAt;

    /**
     * @param perMinute tokens added each minute, at least 1
     * @param burst tokens that a rested bucket holds, at least 1
     * @param nanoTime a clock that never runs backwards, as {@link System#nanoTime()}
     */
    public TokenBucket(int perMinute, int burst, LongSupplier nanoTime) {
        resize(perMinute, burst);
        this.nanoTime = nanoTime;
        this.fullAt = new AtomicLong(nanoTime.getAsLong());
    }

    /** Has another size from now on. Half a bucket of the old size is half a bucket of the new one. */
    public void resize(int perMinute, int burst) {
        if (perMinute < 1 || burst < 1) {
            throw new IllegalArgumentException("a budget needs a rate and a burst of at least 1");
        }
        size = new Size(Duration.ofMinutes(1).toNanos() / perMinute, burst);
    }

    /** Takes a token where there is one. */
    public boolean tryTake() {
        long now = nanoTime.getAsLong();
        Size current = size;
        long nanosWhenEmpty = current.nanosPerToken() * current.burst();
        while (true) {
            long was = fullAt.get();
            long next = (was - now > 0 ? was : now) + current.nanosPerToken();
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
        Size current = size;
        long missing = Math.max(0, fullAt.get() - nanoTime.getAsLong());
        return (int) Math.max(0, current.burst() - (missing + current.nanosPerToken() - 1) / current.nanosPerToken());
    }

    /** The time until the next token; zero where there is one. */
    public Duration untilNext() {
        Size current = size;
        long wait = fullAt.get() - nanoTime.getAsLong() - current.nanosPerToken() * (current.burst() - 1);
        return Duration.ofNanos(Math.max(0, wait));
    }

    /** The time until it is full again, in which its whole state can be said. */
    public Duration untilFull() {
        return Duration.ofNanos(Math.max(0, fullAt.get() - nanoTime.getAsLong()));
    }

    /** Heeds that others have taken from it, too: it will not be full before that time. */
    public void notFullBefore(Duration untilFull) {
        long now = nanoTime.getAsLong();
        fullAt.accumulateAndGet(now + untilFull.toNanos(), (held, told) -> held - told >= 0 ? held : told);
    }

    /** Whether nothing was taken lately, so that a new bucket would behave the same. */
    public boolean isFull() {
        return fullAt.get() - nanoTime.getAsLong() <= 0;
    }
}
