package io.dramatis.portrait.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How long a portrait takes here, as a moving average. */
@ApplicationScoped
class DurationEstimate {

    private static final double WEIGHT_OF_THE_LATEST = 0.2;

    private final GenerationConfig config;
    private volatile double seconds;

    DurationEstimate(GenerationConfig config) {
        this.config = config;
    }

    synchronized void took(Duration duration) {
        double latest = duration.toMillis() / 1000.0;
        seconds = seconds == 0 ? latest : seconds + WEIGHT_OF_THE_LATEST * (latest - seconds);
    }

    /** Seconds until a job at this place in the queue is done; null while nothing is known. */
    Integer eta(int queuePosition) {
        if (seconds == 0) {
            return null;
        }
        double rounds = Math.ceil((double) queuePosition / config.concurrency());
        return (int) Math.ceil(rounds * seconds);
    }
}
