package io.dramatis.portrait.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * So many jobs in any minute. Not the rate limit of SmallRye Fault Tolerance 6.10: its meters have other tags at the
 * first call than at the start, which Prometheus refuses, and the call with it.
 */
final class JobsPerMinute {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int limit;
    private final InstantSource clock;
    private final Deque<Instant> granted = new ArrayDeque<>();

    /** @param limit 0 for none */
    JobsPerMinute(int limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** How long to wait for the next place; zero where this job has just taken one. */
    synchronized Duration take() {
        if (limit == 0) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        forget(now);
        if (granted.size() >= limit) {
            return Duration.between(now, granted.getFirst().plus(MINUTE));
        }
        granted.addLast(now);
        return Duration.ZERO;
    }

    /** Places that are left now. */
    synchronized int left() {
        if (limit == 0) {
            return Integer.MAX_VALUE;
        }
        forget(clock.instant());
        return limit - granted.size();
    }

    private void forget(Instant now) {
        while (!granted.isEmpty() && !granted.getFirst().plus(MINUTE).isAfter(now)) {
            granted.removeFirst();
        }
    }
}
