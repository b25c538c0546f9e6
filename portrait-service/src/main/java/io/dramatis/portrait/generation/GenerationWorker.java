package io.dramatis.portrait.generation;

import io.dramatis.events.GenerationRequested;
import io.dramatis.kit.concurrent.SafeContext;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.portrait.generation.GenerationJobRepository.LeasedJob;
import io.dramatis.portrait.image.ImageService;
import io.dramatis.portrait.prompt.PortraitPrompt;
import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageProviders;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ImageRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Takes jobs from the queue and makes their images. Everything that must survive is in the database: this class may be
 * killed at any line. A lease that is not renewed passes to another worker with the next attempt number, and the
 * result of an older attempt is refused.
 */
@ApplicationScoped
class GenerationWorker {

    private static final Logger LOG = Logger.getLogger(GenerationWorker.class);

    private final GenerationService service;
    private final ImageService images;
    private final ImageProviders providers;
    private final ProgressPublisher progress;
    private final DurationEstimate estimate;
    private final GenerationConfig config;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final String name = UUID.randomUUID().toString();
    private final Map<UUID, LeasedJob> running = new ConcurrentHashMap<>();
    private final AtomicBoolean taking = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    private volatile boolean stopped;

    GenerationWorker(
            GenerationService service,
            ImageService images,
            ImageProviders providers,
            ProgressPublisher progress,
            DurationEstimate estimate,
            GenerationConfig config,
            MeterRegistry meters,
            Vertx vertx) {
        this.service = service;
        this.images = images;
        this.providers = providers;
        this.progress = progress;
        this.estimate = estimate;
        this.config = config;
        this.meters = meters;
        this.vertx = vertx;
        meters.gaugeMapSize("dramatis.generation.running", List.of(), running);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.idleInterval().toMillis(), ignored -> wake());
        vertx.setPeriodic(config.heartbeat().toMillis(), ignored -> heartbeat());
    }

    /** Takes nothing new; what runs ends here or, after the lease, elsewhere. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** There may be work. */
    void wake() {
        if (stopped || running.size() >= config.concurrency()) {
            return;
        }
        if (!taking.compareAndSet(false, true)) {
            again.set(true);
            return;
        }
        int free = config.concurrency() - running.size();
        SafeContext.run(vertx, () -> service.lease(name, free))
                .subscribe()
                .with(
                        leased -> {
                            leased.forEach(this::begin);
                            taken(leased.size() == free);
                        },
                        failure -> {
                            LOG.warnf("taking jobs failed, trying again reason=%s", failure.toString());
                            taken(false);
                        });
    }

    private void taken(boolean maybeMore) {
        taking.set(false);
        if (again.getAndSet(false) || maybeMore) {
            wake();
        }
    }

    private void heartbeat() {
        if (running.isEmpty()) {
            return;
        }
        List<UUID> ours = List.copyOf(running.keySet());
        SafeContext.run(vertx, () -> service.heartbeat(name, ours))
                .subscribe()
                .with(
                        alive -> ours.stream()
                                .filter(id -> !alive.contains(id))
                                .forEach(id -> LOG.debugf("lease is gone job_id=%s", id)),
                        failure -> LOG.warnf("renewing leases failed reason=%s", failure.toString()));
    }

    private void begin(LeasedJob job) {
        running.put(job.id(), job);
        long started = System.nanoTime();
        SafeContext.run(vertx, () -> work(job))
                .subscribe()
                .with(
                        state -> {
                            running.remove(job.id());
                            meters.counter(
                                            "dramatis.generation.attempts",
                                            "result",
                                            state.map(GenerationState::wire).orElse("overtaken"))
                                    .increment();
                            if (state.equals(Optional.of(GenerationState.COMPLETED))) {
                                estimate.took(Duration.ofNanos(System.nanoTime() - started));
                            }
                            wake();
                        },
                        failure -> {
                            // The lease runs out, and the job is taken again.
                            running.remove(job.id());
                            LOG.warnf("job left to its lease job_id=%s reason=%s", job.id(), failure.toString());
                            wake();
                        });
    }

    /** Emits the state this attempt leaves the job in; empty where another attempt has taken over. */
    private Uni<Optional<GenerationState>> work(LeasedJob job) {
        Context context = vertx.getOrCreateContext();
        GenerationRequested event = service.read(job);
        return attempt(job, event, context)
                .invoke(state -> state.ifPresent(reached -> progress.left(job, event, reached)));
    }

    private Uni<Optional<GenerationState>> attempt(LeasedJob job, GenerationRequested event, Context context) {
        if (job.attempt() > config.maxAttempts()) {
            return end(job, event, ErrorCode.GENERATION_FAILED, "No attempt of several came to its end.");
        }
        ImageProvider provider = providers.find(event.provider()).orElse(null);
        if (provider == null) {
            return end(
                    job, event, ErrorCode.GENERATION_REFUSED, "There is no image provider called " + event.provider());
        }
        String raw = PortraitPrompt.raw(event.characterName(), event.visual(), event.customPromptAdditions());
        String prompt = PortraitPrompt.styled(raw, event.visual(), event.style());
        progress.running(job, event, 20, "drawing");
        return provider.generate(imageRequest(job, event, prompt))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .invoke(() -> progress.running(job, event, 70, "storing the picture"))
                .chain(pictures -> images.store(job.id(), event.characterId(), pictures))
                // Back from the worker threads: a transaction belongs to one context.
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .chain(stored -> service.complete(job, event, prompt, provider.id(), stored))
                .map(ours -> left(ours, GenerationState.COMPLETED))
                .onFailure()
                .recoverWithUni(failure -> SafeContext.run(vertx, () -> recover(job, event, failure)));
    }

    private static ImageRequest imageRequest(LeasedJob job, GenerationRequested event, String prompt) {
        UUID character = event.characterId();
        return new ImageRequest(
                event.characterName(),
                prompt,
                event.visual(),
                event.customPromptAdditions(),
                event.style(),
                event.count() == null ? 1 : event.count(),
                event.model(),
                character.getMostSignificantBits() ^ character.getLeastSignificantBits(),
                job.id().getLeastSignificantBits());
    }

    private Uni<Optional<GenerationState>> recover(LeasedJob job, GenerationRequested event, Throwable failure) {
        if (failure instanceof ImageRefusedException refused) {
            return end(job, event, refused.code(), refused.getMessage());
        }
        LOG.warnf("attempt failed job_id=%s attempt=%d reason=%s", job.id(), job.attempt(), failure.toString());
        if (job.attempt() < config.maxAttempts()) {
            Duration pause = config.retryPause().multipliedBy(1L << (job.attempt() - 1));
            return service.retryLater(job, pause).map(ours -> left(ours, GenerationState.QUEUED));
        }
        return failure instanceof TimeoutException
                ? end(job, event, ErrorCode.GENERATION_TIMEOUT, "The image provider took too long, several times.")
                : end(job, event, ErrorCode.GENERATION_FAILED, "The image could not be made, in several attempts.");
    }

    private Uni<Optional<GenerationState>> end(
            LeasedJob job, GenerationRequested event, ErrorCode code, String reason) {
        return service.fail(job, event, code, reason).map(ours -> left(ours, GenerationState.FAILED));
    }

    private static Optional<GenerationState> left(boolean ours, GenerationState state) {
        return ours ? Optional.of(state) : Optional.empty();
    }
}
