package io.dramatis.portrait.provider;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How much a provider is asked; {@code dramatis.portrait.provider.limits.<id>}, for each replica. */
public interface ProviderLimits {

    /**
     * Jobs it works on at the same time; further ones wait in its queue. Less than
     * {@code dramatis.portrait.generation.concurrency}, so that a slow provider leaves room for others.
     */
    @WithDefault("4")
    @Min(1)
    @Max(1024)
    int concurrent();

    /**
     * Memory that a job of it is reckoned with for each of its pictures until they are ready to be stored: the whole
     * answer, or what was read from it. A picture of two megapixels that cannot be compressed takes that much, in Base64.
     */
    @WithDefault("12M")
    MemorySize pictureMemory();

    /** Memory that drawing takes, once for each job, where the provider draws in this process. */
    @WithDefault("0")
    MemorySize drawingMemory();

    /** Jobs a minute; 0 for no limit of ours. */
    @WithDefault("0")
    @Min(0)
    int perMinute();

    /** The longest it may take for one job, where that is not the same as for all others. */
    Optional<Duration> timeout();

    /** Wait that is assumed where it says "too many requests" and not how long. */
    @WithDefault("20s")
    Duration assumedRetryAfter();

    /** Calls over which the breaker looks at the share of failures. */
    @WithDefault("6")
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
}
