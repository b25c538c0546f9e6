package io.dramatis.gateway;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The time by which answers age and sources pause; runs, and can be turned forward. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock implements InstantSource {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(offset.get());
    }

    /** How far it is ahead of everybody else's. */
    public Duration offset() {
        return offset.get();
    }

    public void advance(Duration by) {
        offset.accumulateAndGet(by, Duration::plus);
    }
}
