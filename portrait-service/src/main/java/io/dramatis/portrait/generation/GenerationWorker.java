package io.dramatis.portrait.generation;

import io.dramatis.events.GenerationRequested;
import io.dramatis.kit.concurrent.SafeContext;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.portrait.generation.GenerationJobRepository.LeasedJob;
import io.dramatis.portrait.image.ImageService;
import io.dramatis.portrait.prompt.EnhancedPrompt;
import io.dramatis.portrait.prompt.PromptBrief;
import io.dramatis.portrait.prompt.PromptService;
import io.dramatis.portrait.provider.Drawing;
import io.dramatis.portrait.provider.ImageProviders;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderException;
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
    private final PromptService prompts;
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
            PromptService prompts,
            ImageProviders providers,
            ProgressPublisher progress,
            DurationEstimate estimate,
            GenerationConfig config,
            MeterRegistry meters,
            Vertx vertx) {
        this.service = service;
        this.images = images;
        this.prompts = prompts;
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
        if (job.tries() > config.maxAttempts()) {
            return end(job, event, ErrorCode.GENERATION_FAILED, "No attempt of several came to its end.");
        }
        return prompt(job, event)
                .invoke(() -> progress.running(job, event, 20, "drawing"))
                .chain(prompt -> providers
                        .draw(event.provider(), imageRequest(job, event, prompt), config.timeout())
                        .invoke(() -> progress.running(job, event, 70, "storing the picture"))
                        .chain(drawing -> images.store(job.id(), event.characterId(), contents(drawing))
                                // Back from the worker threads: a transaction belongs to one context.
                                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                                .chain(stored -> service.complete(job, event, prompt, drawing, stored))))
                .map(ours -> left(ours, GenerationState.COMPLETED))
                .onFailure()
                .recoverWithUni(failure -> SafeContext.run(vertx, () -> recover(job, event, failure)));
    }

    /** An earlier attempt's, or a new one, which is kept for later attempts where somebody was asked for it. */
    private Uni<EnhancedPrompt> prompt(LeasedJob job, GenerationRequested event) {
        PromptBrief brief =
                new PromptBrief(event.characterName(), event.visual(), event.customPromptAdditions(), event.style());
        if (job.enhancedPrompt() != null) {
            return Uni.createFrom().item(() -> prompts.recall(brief, job.enhancedPrompt(), job.enhancedBy()));
        }
        if (!providers.readsText(event.provider())) {
            return Uni.createFrom().item(() -> prompts.byRules(brief));
        }
        return prompts.enhance(brief)
                .call(prompt -> prompt.isByRules()
                        ? Uni.createFrom().voidItem()
                        : SafeContext.run(vertx, () -> service.keepPrompt(job, prompt)));
    }

    private static List<byte[]> contents(Drawing drawing) {
        return drawing.images().stream().map(ProvidedImage::content).toList();
    }

    private static ImageRequest imageRequest(LeasedJob job, GenerationRequested event, EnhancedPrompt prompt) {
        UUID character = event.characterId();
        return new ImageRequest(
                event.characterName(),
                event.visual(),
                prompt.prompt(),
                prompt.negative(),
                event.customPromptAdditions(),
                event.style(),
                event.count() == null ? 1 : event.count(),
                event.model(),
                null,
                List.of(),
                ImageRequest.DEFAULT_IDENTITY_STRENGTH,
                character.getMostSignificantBits() ^ character.getLeastSignificantBits(),
                job.id().getLeastSignificantBits());
    }

    private Uni<Optional<GenerationState>> recover(LeasedJob job, GenerationRequested event, Throwable failure) {
        if (failure instanceof ImageRefusedException refused) {
            return end(job, event, refused.code(), refused.getMessage());
        }
        if (failure instanceof ProviderException known) {
            if (known.kind() == ProviderException.Kind.BUSY) {
                return service.postpone(job, busyPause(job, known)).map(ours -> left(ours, GenerationState.QUEUED));
            }
            if (known.kind() == ProviderException.Kind.MISCONFIGURED) {
                return end(
                        job,
                        event,
                        ErrorCode.GENERATION_FAILED,
                        "The image provider cannot be used at present; its operator has to look at it.");
            }
        }
        LOG.warnf("attempt failed job_id=%s attempt=%d reason=%s", job.id(), job.attempt(), failure.toString());
        if (job.tries() < config.maxAttempts()) {
            Duration pause = config.retryPause().multipliedBy(1L << (job.tries() - 1));
            Duration asked = failure instanceof ProviderException known
                    ? known.retryAfter().orElse(Duration.ZERO)
                    : Duration.ZERO;
            return service.retryLater(job, longer(pause, asked)).map(ours -> left(ours, GenerationState.QUEUED));
        }
        return failure instanceof TimeoutException
                ? end(job, event, ErrorCode.GENERATION_TIMEOUT, "The image provider took too long, several times.")
                : end(job, event, ErrorCode.GENERATION_FAILED, "The image could not be made, in several attempts.");
    }

    private Duration busyPause(LeasedJob job, ProviderException busy) {
        Duration doubled = config.busyPause().multipliedBy(1L << Math.min(job.postponed(), 16));
        Duration ours = doubled.compareTo(config.longestBusyPause()) < 0 ? doubled : config.longestBusyPause();
        return busy.retryAfter().map(asked -> longer(asked, config.busyPause())).orElse(ours);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Uni<Optional<GenerationState>> end(
            LeasedJob job, GenerationRequested event, ErrorCode code, String reason) {
        return service.fail(job, event, code, reason).map(ours -> left(ours, GenerationState.FAILED));
    }

    private static Optional<GenerationState> left(boolean ours, GenerationState state) {
        return ours ? Optional.of(state) : Optional.empty();
    }
}
