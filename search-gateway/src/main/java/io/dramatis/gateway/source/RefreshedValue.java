package io.dramatis.gateway.source;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Something small that a source seldom changes: read when it is first wanted, by one call for all who want it, and read
 * again behind their backs when it is old. A failure to renew leaves what is there.
 */
public final class RefreshedValue<T> {

    private record Held<T>(T value, Instant until) {}

    private final Supplier<Uni<T>> loader;
    private final T substitute;
    private final Duration lifetime;
    private final Duration pause;
    private final InstantSource clock;
    private final AtomicReference<Uni<T>> loading = new AtomicReference<>();
    private volatile Held<T> held;

    /**
     * @param substitute what is given while it cannot be read and never was; null to fail instead
     * @param pause wait after a failed attempt, as long as there is anything else to give
     */
    public RefreshedValue(
            Supplier<Uni<T>> loader, T substitute, Duration lifetime, Duration pause, InstantSource clock) {
        this.loader = loader;
        this.substitute = substitute;
        this.lifetime = lifetime;
        this.pause = pause;
        this.clock = clock;
    }

    /** The value; waits for it only where none is there yet. */
    public Uni<T> get() {
        Held<T> present = held;
        if (present != null && clock.instant().isBefore(present.until())) {
            return Uni.createFrom().item(present.value());
        }
        Uni<T> load = loading.updateAndGet(underWay -> underWay == null ? load() : underWay);
        if (present == null) {
            return load;
        }
        // What fails here has been logged by the source's channel.
        load.subscribe().with(renewed -> {}, failure -> {});
        return Uni.createFrom().item(present.value());
    }

    /** Runs once, when it is first subscribed to, and for all who wait for it, whoever of them goes away. */
    private Uni<T> load() {
        return Uni.createFrom()
                .deferred(loader::get)
                .invoke(value -> keep(value, lifetime))
                .onFailure()
                .recoverWithUni(failure -> {
                    T instead = held == null ? substitute : held.value();
                    if (instead == null) {
                        return Uni.createFrom().failure(failure);
                    }
                    keep(instead, pause);
                    return Uni.createFrom().item(instead);
                })
                .onTermination()
                .invoke(() -> loading.set(null))
                .memoize()
                .indefinitely();
    }

    private void keep(T value, Duration span) {
        held = new Held<>(value, clock.instant().plus(span));
    }
}
