package io.dramatis.gateway.source;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** What every source's configuration has in common; {@code dramatis.source.<id>}. */
public interface SourceLimits {

    /**
     * Calls a minute that we grant ourselves, all replicas together where they share a Redis; at or below what the
     * source's rules allow.
     */
    @Min(1)
    int budgetPerMinute();

    /**
     * The same where {@code dramatis.upstream.contact} is not set, for a source that grants fewer calls to those whose
     * operator it does not know.
     */
    Optional<@Min(1) Integer> anonymousBudgetPerMinute();

    /** Calls that may go out at once after a quiet while. */
    @WithDefault("5")
    @Min(1)
    int burst();

    /**
     * The header in which the source says how many calls a minute it grants at present; where that is less than our
     * own budget, it holds.
     */
    Optional<String> rateLimitHeader();

    /** Age up to which an answer is given without asking again. */
    @WithDefault("6h")
    Duration fresh();

    /** Age up to which an answer without results is given without asking again. */
    @WithDefault("10m")
    Duration negative();

    /** Age up to which an older answer is given at once while it is renewed behind. */
    @WithDefault("24h")
    Duration staleWhileRevalidate();

    /** Age up to which an old answer is given when the source fails. */
    @WithDefault("48h")
    Duration staleIfError();

    /**
     * Time for one call. Longer than a searcher waits: an answer that comes too late for the first one is there for the
     * next.
     */
    @WithDefault("8s")
    Duration callTimeout();

    /** Repetitions of a call that found nobody or a server error. */
    @WithDefault("1")
    @Min(0)
    @Max(5)
    int retries();

    /** Wait before a repetition where the source names none. */
    @WithDefault("200ms")
    Duration retryDelay();

    /** Longest wait for a repetition; a source that asks for more is left alone until then. */
    @WithDefault("1s")
    Duration longestRetryDelay();

    /** Wait that is assumed where a source says "too many requests" and not how long. */
    @WithDefault("60s")
    Duration assumedRetryAfter();

    /** Time a source is left alone that says it is switched off. */
    @WithDefault("5m")
    Duration switchedOffPause();

    /** Calls under way at the same time. */
    @WithDefault("3")
    @Min(1)
    int concurrent();

    /** Calls that wait for those; further ones are refused. */
    @WithDefault("16")
    @Min(0)
    int waiting();

    /** Calls over which the breaker looks at the share of failures. */
    @WithDefault("10")
    @Min(1)
    int breakerVolume();

    /** Share of failures at which it opens. */
    @WithDefault("0.5")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double breakerRatio();

    /** Time it stays open before it lets one call try. */
    @WithDefault("30s")
    Duration breakerDelay();

    /** Size of an answer above which it is not read. */
    @WithDefault("1M")
    MemorySize maxAnswerSize();
}
