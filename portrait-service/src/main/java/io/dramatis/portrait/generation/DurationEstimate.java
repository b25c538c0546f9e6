package io.dramatis.portrait.generation;

import io.dramatis.portrait.generation.GenerationJobRepository.QueuePlace;
import io.dramatis.portrait.generation.GenerationJobRepository.Workforce;
import io.dramatis.portrait.provider.ImageProviders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a portrait takes, as a moving average for each provider, and with it how long a place in a queue takes. A
 * guess: all replicas are taken to be configured alike, and to have drawn like this one.
 */
@ApplicationScoped
class DurationEstimate {

    private static final double WEIGHT_OF_THE_LATEST = 0.2;

    private final ImageProviders providers;
    private final Map<String, Double> seconds = new ConcurrentHashMap<>();
    private volatile Workforce workforce;

    DurationEstimate(ImageProviders providers, GenerationConfig config) {
        this.providers = providers;
        this.workforce = new Workforce(1, config.concurrency());
    }

    /** @param provider in whose queue the job was */
    void took(String provider, Duration duration) {
        double latest = duration.toMillis() / 1000.0;
        seconds.merge(
                providers.queueOf(provider),
                latest,
                (average, ignored) -> average + WEIGHT_OF_THE_LATEST * (latest - average));
    }

    void at(Workforce present) {
        this.workforce = present;
    }

    /** Seconds until a job at this place is done; null while nothing is known. */
    Integer eta(QueuePlace place) {
        Double average = place == null ? null : seconds.get(place.provider());
        if (average == null) {
            return null;
        }
        Workforce present = workforce;
        long lanes = Math.max(
                1, Math.min(present.places(), (long) providers.concurrent(place.provider()) * present.replicas()));
        return (int) Math.ceil(Math.ceil((double) place.place() / lanes) * average);
    }
}
