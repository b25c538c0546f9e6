package io.dramatis.portrait.generation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How portraits are made. */
@ConfigMapping(prefix = "dramatis.portrait.generation")
public interface GenerationConfig {

    /**
     * Jobs this replica works on at the same time, most of which wait for providers; how many it draws itself is the
     * built-in artist's limit.
     */
    @WithDefault("8")
    @Min(1)
    @Max(256)
    int concurrency();

    /** How long a worker owns a job without a sign of life; another takes it over afterwards. */
    @WithDefault("15s")
    Duration lease();

    /** How often a worker shows that it lives. */
    @WithDefault("4s")
    Duration heartbeat();

    /** How often to look for work that nobody announced: jobs of a dead worker, retries that are due. */
    @WithDefault("1s")
    Duration idleInterval();

    /** The longest an image provider may take for one job (seed 002: 60 seconds), unless it has a limit of its own. */
    @WithDefault("60s")
    Duration timeout();

    /** Tries of one job, the first included, before it has failed. A worker's death counts as one, an outage of the database does not. */
    @WithDefault("5")
    @Min(1)
    @Max(20)
    int maxAttempts();

    /** Pause before the second try; doubled for each one after. */
    @WithDefault("2s")
    Duration retryPause();

    /** Pause of a job whose provider has enough to do and does not say for how long; doubled for each one after. */
    @WithDefault("500ms")
    Duration busyPause();

    /** The longest of these pauses. */
    @WithDefault("10s")
    Duration longestBusyPause();

    /** Unfinished jobs one account may have. */
    @WithDefault("200")
    @Min(1)
    int maxOpenPerOwner();

    /** Unfinished jobs of everybody; requests beyond that are refused for a while. */
    @WithDefault("20000")
    @Min(1)
    int maxOpen();

    /** How long a worker goes on trying to store the images it has, before it lets them go and the job is tried again. */
    @WithDefault("60s")
    Duration storePatience();

    /** Pause before the second try to store them; longer ones follow. */
    @WithDefault("500ms")
    Duration storePause();

    /**
     * Memory for the pictures that are drawn and for those that wait until they are stored. What a job takes of it is
     * its provider's limit; a job that finds none left waits before anybody is asked to draw for it.
     */
    @WithDefault("96M")
    MemorySize pictureMemory();

    /** How often unfinished jobs are counted, for the metrics and for the limit of all. */
    @WithDefault("5s")
    Duration gaugeInterval();

    /** How long a step of a job waits to be told, and is not if the next one or the end comes meanwhile. */
    @WithDefault("100ms")
    Duration progressPause();

    /** Status streams open at the same time in this replica. */
    @WithDefault("5000")
    @Min(1)
    int maxStreams();

    /** How often a status stream looks at the job itself, in case the news of its end was lost. */
    @WithDefault("2s")
    Duration streamPoll();

    /** How often a status stream without news shows that it lives. */
    @WithDefault("15s")
    Duration streamHeartbeat();
}
