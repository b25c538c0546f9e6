package io.dramatis.portrait.provider;

import io.dramatis.portrait.provider.ProviderException.Kind;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * The one way to a provider: so many jobs at a time, so many a minute, none while it asked for a pause or has failed too
 * often. Nobody waits in here: the queue is in the database, and a job that is sent away as {@link Kind#BUSY} goes back
 * to it and leaves its worker free for other providers' jobs.
 */
final class ProviderChannel {

    private static final Logger LOG = Logger.getLogger(ProviderChannel.class);

    private final ImageProvider provider;
    private final ProviderLimits limits;
    private final ProviderMetrics metrics;
    private final InstantSource clock;
    private final JobsPerMinute rate;
    private final TypedGuard<Uni<List<ProvidedImage>>> breaker;
    private final AtomicInteger running = new AtomicInteger();
    private volatile CircuitBreakerState breakerState = CircuitBreakerState.CLOSED;
    private volatile Instant breakerOpenedAt = Instant.EPOCH;
    private volatile Instant pausedUntil = Instant.EPOCH;
    private volatile boolean answers = true;

    ProviderChannel(ImageProvider provider, ProviderLimits limits, ProviderMetrics metrics, InstantSource clock) {
        this.provider = provider;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
        this.rate = new JobsPerMinute(limits.perMinute(), clock);
        this.breaker = breakerGuard();
        metrics.watch(
                running::get, () -> status() == ProviderStatus.AVAILABLE || status() == ProviderStatus.BUSY ? 1 : 0);
    }

    String id() {
        return provider.id();
    }

    ProviderCapabilities capabilities() {
        return provider.capabilities();
    }

    ProviderStatus status() {
        if (!capabilities().configured()) {
            return ProviderStatus.NOT_CONFIGURED;
        }
        if (!answers || breakerState == CircuitBreakerState.OPEN) {
            return ProviderStatus.UNAVAILABLE;
        }
        return running.get() >= limits.concurrent() || clock.instant().isBefore(pausedUntil)
                ? ProviderStatus.BUSY
                : ProviderStatus.AVAILABLE;
    }

    /**
     * How many more jobs it would take on now; those that are taken for it and have not reached it yet count as running.
     *
     * @param held jobs that are taken for it
     */
    int free(int held) {
        if (!capabilities().configured()) {
            // Who asks it learns at once that it is not.
            return limits.concurrent();
        }
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil) || resting(now)) {
            return 0;
        }
        int busy = Math.max(held, running.get());
        int places = breakerState == CircuitBreakerState.CLOSED ? limits.concurrent() : 1;
        return Math.max(0, Math.min(places - busy, rate.left()));
    }

    /** Whether it failed too often of late, and it is too early to try. */
    boolean resting() {
        return resting(clock.instant());
    }

    private boolean resting(Instant now) {
        return breakerState == CircuitBreakerState.OPEN && now.isBefore(breakerOpenedAt.plus(limits.breakerDelay()));
    }

    /** Jobs it works on at the same time. */
    int concurrent() {
        return limits.concurrent();
    }

    /** Bytes that a job may take until its pictures are encoded. */
    long memory(int pictures) {
        return limits.drawingMemory().asLongValue()
                + pictures * limits.pictureMemory().asLongValue();
    }

    /**
     * Draws, or fails at once.
     *
     * @param timeout where the provider has none of its own
     */
    Uni<List<ProvidedImage>> generate(ImageRequest request, Duration timeout) {
        return Uni.createFrom().deferred(() -> {
            if (!capabilities().configured()) {
                throw ProviderException.misconfigured("not configured");
            }
            Duration pause = Duration.between(clock.instant(), pausedUntil);
            if (pause.compareTo(Duration.ZERO) > 0) {
                throw sentAway("paused", pause);
            }
            if (running.incrementAndGet() > limits.concurrent()) {
                running.decrementAndGet();
                throw sentAway("concurrency", null);
            }
            Duration wait = rate.take();
            if (wait.compareTo(Duration.ZERO) > 0) {
                running.decrementAndGet();
                throw sentAway("rate", wait);
            }
            return guarded(() -> attempt(request, limits.timeout().orElse(timeout)))
                    .onFailure()
                    .transform(this::explain)
                    .onTermination()
                    .invoke(running::decrementAndGet);
        });
    }

    /** Looks whether the provider is there; never fails. */
    Uni<Void> check(Duration timeout) {
        return Uni.createFrom()
                .deferred(provider::check)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onItemOrFailure()
                .invoke((fine, failure) -> {
                    boolean before = answers;
                    // Too busy to say so is an answer, too.
                    answers = failure == null || isKind(failure, Kind.BUSY);
                    if (before != answers) {
                        LOG.infof(
                                "image provider %s provider=%s reason=%s",
                                answers ? "is back" : "is away", id(), failure);
                    }
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<ProvidedImage>> attempt(ImageRequest request, Duration timeout) {
        long started = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> provider.generate(request))
                .ifNoItem()
                .after(timeout)
                .fail()
                .invoke(images -> {
                    answers = true;
                    metrics.call(request.model(), "ok", since(started));
                    metrics.images(images);
                })
                .onFailure()
                .invoke(failure -> failed(request, failure, since(started)))
                .onCancellation()
                .invoke(() -> metrics.call(request.model(), "cancelled", since(started)));
    }

    private void failed(ImageRequest request, Throwable failure, Duration took) {
        metrics.call(request.model(), outcome(failure), took);
        if (isKind(failure, Kind.BUSY)) {
            Duration wait = ((ProviderException) failure).retryAfter().orElse(limits.assumedRetryAfter());
            pausedUntil = clock.instant().plus(wait);
        } else if (isKind(failure, Kind.MISCONFIGURED)) {
            LOG.errorf("image provider needs its operator provider=%s reason=%s", id(), failure.getMessage());
        }
    }

    private static String outcome(Throwable failure) {
        if (failure instanceof ProviderException known) {
            return known.kind().name().toLowerCase(Locale.ROOT);
        }
        if (failure instanceof ImageRefusedException) {
            return "refused";
        }
        return failure instanceof TimeoutException ? "timeout" : "failed";
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private ProviderException sentAway(String reason, Duration retryAfter) {
        metrics.prevented(reason);
        return ProviderException.busy("no place free: " + reason, retryAfter);
    }

    private Throwable explain(Throwable failure) {
        if (failure instanceof CircuitBreakerOpenException) {
            metrics.prevented("breaker_open");
            Duration rest = Duration.between(clock.instant(), breakerOpenedAt.plus(limits.breakerDelay()));
            return ProviderException.unavailable("failed too often of late", rest.isNegative() ? Duration.ZERO : rest);
        }
        return failure;
    }

    /**
     * Runs the work inside of the breaker. That does not pass a cancellation on, so it goes around it: the work is
     * cancelled, and the breaker sees it fail, which is none of the provider's failures.
     */
    private Uni<List<ProvidedImage>> guarded(Supplier<Uni<List<ProvidedImage>>> work) {
        return Uni.createFrom().emitter(outer -> {
            AtomicReference<Runnable> abandon = new AtomicReference<>(() -> {});
            Uni<List<ProvidedImage>> cancellable = Uni.createFrom().emitter(inner -> {
                Cancellable subscription = work.get().subscribe().with(inner::complete, inner::fail);
                abandon.set(() -> {
                    subscription.cancel();
                    inner.fail(new CancellationException());
                });
            });
            outer.onTermination(() -> abandon.get().run());
            // Deferred, so that a breaker that refuses by throwing fails the call instead of its caller.
            Uni.createFrom()
                    .deferred(() -> breaker.get(() -> cancellable))
                    .subscribe()
                    .with(outer::complete, outer::fail);
        });
    }

    private TypedGuard<Uni<List<ProvidedImage>>> breakerGuard() {
        return TypedGuard.create(new TypeLiteral<Uni<List<ProvidedImage>>>() {})
                .withDescription("image provider " + id())
                .withCircuitBreaker()
                .requestVolumeThreshold(limits.breakerVolume())
                .failureRatio(limits.breakerRatio())
                .delay(limits.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .when(ProviderChannel::tripsBreaker)
                .onStateChange(this::breakerChanged)
                .done()
                .build();
    }

    private static boolean tripsBreaker(Throwable failure) {
        if (failure instanceof ProviderException known) {
            return known.kind() == Kind.FAILED || known.kind() == Kind.UNAVAILABLE;
        }
        return !(failure instanceof ImageRefusedException) && !(failure instanceof CancellationException);
    }

    private static boolean isKind(Throwable failure, Kind kind) {
        return failure instanceof ProviderException known && known.kind() == kind;
    }

    private void breakerChanged(CircuitBreakerState state) {
        if (state == CircuitBreakerState.OPEN) {
            breakerOpenedAt = clock.instant();
        }
        breakerState = state;
        LOG.infof("image provider's breaker changed provider=%s state=%s", id(), state);
    }
}
