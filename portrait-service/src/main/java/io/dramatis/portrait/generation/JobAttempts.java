package io.dramatis.portrait.generation;

import io.dramatis.events.GenerationRequested;
import io.dramatis.kit.concurrent.SafeContext;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.portrait.generation.JobLeases.LeasedJob;
import io.dramatis.portrait.generation.PictureMemory.Share;
import io.dramatis.portrait.generation.RunningJob.AbandonedException;
import io.dramatis.portrait.image.FilesSweptException;
import io.dramatis.portrait.image.ImageOrigin;
import io.dramatis.portrait.image.ImageService;
import io.dramatis.portrait.image.ImageService.ReadyImages;
import io.dramatis.portrait.image.ImageTrace;
import io.dramatis.portrait.likeness.Likeness;
import io.dramatis.portrait.likeness.LikenessMeter;
import io.dramatis.portrait.prompt.EnhancedPrompt;
import io.dramatis.portrait.prompt.PortraitPrompt;
import io.dramatis.portrait.prompt.PortraitStyle;
import io.dramatis.portrait.prompt.PromptBrief;
import io.dramatis.portrait.prompt.PromptService;
import io.dramatis.portrait.provider.Drawing;
import io.dramatis.portrait.provider.ImageProviders;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderException;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.Sitters;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Makes a leased job's images: one attempt, which ends the job, puts it back into the queue, or finds that it is another
 * worker's by now. What is stored is stored with the attempt's number, and an older attempt's result is refused.
 */
@ApplicationScoped
class JobAttempts {

    private static final Logger LOG = Logger.getLogger(JobAttempts.class);

    private static final Duration LONGEST_STORE_PAUSE = Duration.ofSeconds(5);

    private final QueueService queue;
    private final JobRequests requests;
    private final ImageService images;
    private final PromptService prompts;
    private final ImageProviders providers;
    private final LikenessMeter likeness;
    private final PictureMemory memory;
    private final ProgressPublisher progress;
    private final GenerationConfig config;
    private final Sitters sitters;
    private final Vertx vertx;

    JobAttempts(
            QueueService queue,
            JobRequests requests,
            ImageService images,
            PromptService prompts,
            ImageProviders providers,
            LikenessMeter likeness,
            PictureMemory memory,
            ProgressPublisher progress,
            GenerationConfig config,
            Sitters sitters,
            Vertx vertx) {
        this.queue = queue;
        this.requests = requests;
        this.images = images;
        this.prompts = prompts;
        this.providers = providers;
        this.likeness = likeness;
        this.memory = memory;
        this.progress = progress;
        this.config = config;
        this.sitters = sitters;
        this.vertx = vertx;
    }

    /** Emits the state this attempt leaves the job in; empty where it is another attempt's or nobody's any more. */
    Uni<Optional<GenerationState>> run(RunningJob taken) {
        LeasedJob job = taken.job();
        return attempt(taken).invoke(state -> state.ifPresent(reached -> progress.left(job, reached)));
    }

    private Uni<Optional<GenerationState>> attempt(RunningJob taken) {
        LeasedJob job = taken.job();
        Optional<GenerationRequested> request = requests.read(job.request());
        if (request.isEmpty()) {
            return end(job, ErrorCode.GENERATION_FAILED, "The request cannot be read.");
        }
        if (job.tries() > config.maxAttempts()) {
            return end(job, ErrorCode.GENERATION_FAILED, "No attempt of several came to its end.");
        }
        GenerationRequested event = request.get();
        Share share = memory.share(providers.memory(event.provider(), pictures(event)));
        return taken.unlessAbandoned(share.granted().chain(() -> make(job, event)))
                .invoke(made -> {
                    share.settle(made.images().size());
                    progress.running(job, 70, "storing the picture");
                })
                .chain(made -> keep(job, event, made))
                .onTermination()
                .invoke(share::release)
                .onFailure()
                .recoverWithUni(failure -> patiently(() -> recover(job, failure), Outages::isOfDatabase));
    }

    /** How many there will be in memory: those that are drawn, and the one that they are drawn from. */
    private static int pictures(GenerationRequested event) {
        return count(event) + (JobRequests.operation(event) == Operation.VARIANT ? 1 : 0);
    }

    private static int count(GenerationRequested event) {
        return event.count() == null ? 1 : event.count();
    }

    /** The pictures; nothing is stored yet. */
    private Uni<Made> make(LeasedJob job, GenerationRequested event) {
        return reference(event).chain(reference -> prompt(job, event)
                .invoke(() -> progress.running(job, 20, "drawing"))
                .chain(prompt -> providers
                        .draw(event.provider(), imageRequest(job, event, prompt, reference), config.timeout())
                        .chain(drawing -> likeness(job, reference, drawing)
                                .chain(likeness -> images.ready(contents(drawing))
                                        .map(ready -> new Made(
                                                prompt,
                                                origin(job, event, drawing),
                                                traces(drawing, likeness),
                                                message(likeness),
                                                ready))))));
    }

    /** How much the pictures resemble the reference; empty where there is none, or where nobody can say. */
    private Uni<List<Likeness>> likeness(LeasedJob job, Optional<ReferenceImage> reference, Drawing drawing) {
        if (reference.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return likeness.between(reference.get(), drawing.images()).onFailure().recoverWithItem(failure -> {
            LOG.warnf("likeness not measured job_id=%s reason=%s", job.id(), failure.toString());
            return List.of();
        });
    }

    /** The image whose face is to be kept; empty where none is. */
    private Uni<Optional<ReferenceImage>> reference(GenerationRequested event) {
        if (JobRequests.operation(event) != Operation.VARIANT) {
            return Uni.createFrom().item(Optional.empty());
        }
        return unlessAway(images.ownReference(event.referenceImageId(), event.ownerId()))
                .onItem()
                .ifNull()
                .failWith(() -> new DomainException(
                        ErrorCode.IMAGE_NOT_FOUND, "The reference image is not there, or not the owner's."))
                .map(Optional::of);
    }

    /**
     * Stores the pictures and ends the job with them. They may have cost money and cannot be had again, so a store or a
     * database that is away is waited for, while the lease is renewed, before another attempt has to draw them anew.
     */
    private Uni<Optional<GenerationState>> keep(LeasedJob job, GenerationRequested event, Made made) {
        return Uni.createFrom()
                .deferred(() ->
                        patiently(() -> images.store(job.id(), event.characterId(), made.images()), failure -> true))
                .chain(kept -> patiently(
                        () -> queue.complete(job, made.origin(), made.prompt(), kept, made.traces(), made.message()),
                        failure -> !(failure instanceof FilesSweptException)))
                .onFailure(FilesSweptException.class)
                .retry()
                .atMost(1)
                .map(Optional::ofNullable)
                .plug(JobAttempts::unlessAway);
    }

    /** What waits for the database or the store to come back, for as long as is worth waiting. */
    private <T> Uni<T> patiently(Supplier<Uni<T>> call, Predicate<Throwable> passing) {
        return Uni.createFrom()
                .deferred(() -> SafeContext.run(vertx, call))
                .onFailure(passing)
                .retry()
                .withBackOff(config.storePause(), LONGEST_STORE_PAUSE)
                .expireIn(config.storePatience().toMillis());
    }

    /** An outage is none of the job's failures, so it is told from them where it happens. */
    private static <T> Uni<T> unlessAway(Uni<T> call) {
        return call.onFailure(Outages::isOfDatabase).transform(OutageException::new);
    }

    private static ImageOrigin origin(LeasedJob job, GenerationRequested event, Drawing drawing) {
        ProvidedImage first = drawing.images().get(0);
        Operation operation = JobRequests.operation(event);
        boolean variant = operation == Operation.VARIANT;
        return new ImageOrigin(
                job.id(),
                event.characterId(),
                event.ownerId(),
                operation.wire(),
                PortraitPrompt.raw(event.characterName(), event.visual(), event.customPromptAdditions()),
                first.prompt(),
                drawing.provider(),
                first.model(),
                job.profileHash(),
                variant ? event.referenceImageId() : null,
                variant ? strength(event) : null,
                PortraitStyle.inEffect(event.style(), event.visual().artStyle()),
                event.customPromptAdditions(),
                event.storyId());
    }

    private List<ImageTrace> traces(Drawing drawing, List<Likeness> likeness) {
        List<ImageTrace> traces = new ArrayList<>(drawing.images().size());
        for (ProvidedImage image : drawing.images()) {
            Double value =
                    likeness.isEmpty() ? null : likeness.get(traces.size()).value();
            traces.add(trace(image, value));
        }
        return traces;
    }

    /** Delivered in any case: whether the face is kept well enough is for its owner to say. */
    private static String message(List<Likeness> likeness) {
        return likeness.stream().allMatch(Likeness::kept)
                ? "the portrait is ready"
                : "the portrait is ready, but the face may not be the reference's";
    }

    private ImageTrace trace(ProvidedImage image, Double likenessToReference) {
        return new ImageTrace(
                image.seed(),
                image.revisedPrompt(),
                image.costMicroUsd(),
                likenessToReference,
                image.sitter() == null ? null : sitters.write(image.sitter()));
    }

    private static double strength(GenerationRequested event) {
        return event.identityStrength() == null ? ImageRequest.DEFAULT_IDENTITY_STRENGTH : event.identityStrength();
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
                        : unlessAway(SafeContext.run(vertx, () -> queue.keepPrompt(job, prompt))));
    }

    private static List<byte[]> contents(Drawing drawing) {
        return drawing.images().stream().map(ProvidedImage::content).toList();
    }

    private static ImageRequest imageRequest(
            LeasedJob job, GenerationRequested event, EnhancedPrompt prompt, Optional<ReferenceImage> reference) {
        UUID character = event.characterId();
        return new ImageRequest(
                event.characterName(),
                event.visual(),
                prompt.prompt(),
                prompt.negative(),
                event.customPromptAdditions(),
                event.style(),
                count(event),
                event.model(),
                null,
                reference.stream().toList(),
                strength(event),
                character.getMostSignificantBits() ^ character.getLeastSignificantBits(),
                job.id().getLeastSignificantBits());
    }

    private Uni<Optional<GenerationState>> recover(LeasedJob job, Throwable failure) {
        if (failure instanceof AbandonedException) {
            LOG.debugf("job abandoned job_id=%s", job.id());
            return Uni.createFrom().item(Optional.empty());
        }
        if (failure instanceof OutageException) {
            LOG.warnf("attempt lost to an outage job_id=%s reason=%s", job.id(), failure.getCause());
            return queue.postpone(job, busyPause(job, Optional.empty()))
                    .map(ours -> left(ours, GenerationState.QUEUED));
        }
        if (failure instanceof DomainException known && known.code().status() < 500) {
            return end(job, known.code(), known.getMessage());
        }
        if (failure instanceof ProviderException known) {
            if (known.kind() == ProviderException.Kind.BUSY) {
                return queue.postpone(job, busyPause(job, known.retryAfter()))
                        .map(ours -> left(ours, GenerationState.QUEUED));
            }
            if (known.kind() == ProviderException.Kind.MISCONFIGURED) {
                return end(
                        job,
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
            return queue.retryLater(job, longer(pause, asked)).map(ours -> left(ours, GenerationState.QUEUED));
        }
        return failure instanceof TimeoutException
                ? end(job, ErrorCode.GENERATION_TIMEOUT, "The image provider took too long, several times.")
                : end(job, ErrorCode.GENERATION_FAILED, "The image could not be made, in several attempts.");
    }

    private Duration busyPause(LeasedJob job, Optional<Duration> asked) {
        Duration doubled = config.busyPause().multipliedBy(1L << Math.min(job.postponed(), 16));
        Duration ours = doubled.compareTo(config.longestBusyPause()) < 0 ? doubled : config.longestBusyPause();
        return asked.map(pause -> longer(pause, config.busyPause())).orElse(ours);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Uni<Optional<GenerationState>> end(LeasedJob job, ErrorCode code, String reason) {
        return queue.fail(job, code, reason).map(ours -> left(ours, GenerationState.FAILED));
    }

    private static Optional<GenerationState> left(boolean ours, GenerationState state) {
        return ours ? Optional.of(state) : Optional.empty();
    }

    /** Pictures that are nowhere else yet, and nothing of what they were made of. */
    private record Made(
            EnhancedPrompt prompt, ImageOrigin origin, List<ImageTrace> traces, String message, ReadyImages images) {}

    /** The database was away. */
    private static final class OutageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutageException(Throwable cause) {
            super("the database is away", cause, false, false);
        }
    }
}
