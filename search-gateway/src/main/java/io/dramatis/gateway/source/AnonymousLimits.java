package io.dramatis.gateway.source;

import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;
import java.util.Optional;

/** A source's limits for an installation that names no contact. */
final class AnonymousLimits implements SourceLimits {

    private final SourceLimits limits;

    AnonymousLimits(SourceLimits limits) {
        this.limits = limits;
    }

    @Override
    public int budgetPerMinute() {
        return limits.anonymousBudgetPerMinute().orElse(limits.budgetPerMinute());
    }

    /** A burst of more than a minute's calls would be no budget. */
    @Override
    public int burst() {
        return Math.min(limits.burst(), budgetPerMinute());
    }

    @Override
    public Optional<Integer> anonymousBudgetPerMinute() {
        return limits.anonymousBudgetPerMinute();
    }

    @Override
    public Optional<String> rateLimitHeader() {
        return limits.rateLimitHeader();
    }

    @Override
    public Duration fresh() {
        return limits.fresh();
    }

    @Override
    public Duration negative() {
        return limits.negative();
    }

    @Override
    public Duration staleWhileRevalidate() {
        return limits.staleWhileRevalidate();
    }

    @Override
    public Duration staleIfError() {
        return limits.staleIfError();
    }

    @Override
    public Duration callTimeout() {
        return limits.callTimeout();
    }

    @Override
    public int retries() {
        return limits.retries();
    }

    @Override
    public Duration retryDelay() {
        return limits.retryDelay();
    }

    @Override
    public Duration longestRetryDelay() {
        return limits.longestRetryDelay();
    }

    @Override
    public Duration assumedRetryAfter() {
        return limits.assumedRetryAfter();
    }

    @Override
    public Duration switchedOffPause() {
        return limits.switchedOffPause();
    }

    @Override
    public int concurrent() {
        return limits.concurrent();
    }

    @Override
    public int waiting() {
        return limits.waiting();
    }

    @Override
    public int breakerVolume() {
        return limits.breakerVolume();
    }

    @Override
    public double breakerRatio() {
        return limits.breakerRatio();
    }

    @Override
    public Duration breakerDelay() {
        return limits.breakerDelay();
    }

    @Override
    public MemorySize maxAnswerSize() {
        return limits.maxAnswerSize();
    }
}
