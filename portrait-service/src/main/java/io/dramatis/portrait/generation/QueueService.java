package io.dramatis.portrait.generation;

import io.dramatis.events.CharacterSnapshot;
import io.dramatis.events.GeneratedImage;
import io.dramatis.events.GenerationCancelled;
import io.dramatis.events.GenerationCompleted;
import io.dramatis.events.GenerationFailed;
import io.dramatis.events.GenerationRequested;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.outbox.Outbox;
import io.dramatis.kit.outbox.PoisonEventException;
import io.dramatis.portrait.character.CharacterService;
import io.dramatis.portrait.generation.GenerationJobRepository.CancelledJob;
import io.dramatis.portrait.generation.GenerationJobRepository.Workforce;
import io.dramatis.portrait.generation.JobLeases.LeasedJob;
import io.dramatis.portrait.image.ImageOrigin;
import io.dramatis.portrait.image.ImagePaths;
import io.dramatis.portrait.image.ImageService;
import io.dramatis.portrait.image.ImageTrace;
import io.dramatis.portrait.image.NewImage;
import io.dramatis.portrait.prompt.EnhancedPrompt;
import io.dramatis.portrait.provider.ImageProviders;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queue and what workers do with it: requests come in, are leased, and end. */
@ApplicationScoped
class QueueService {

    private final GenerationJobRepository jobs;
    private final JobRequests requests;
    private final QueueLength length;
    private final CharacterService characters;
    private final ImageService images;
    private final ImageProviders providers;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final GenerationConfig config;

    QueueService(
            GenerationJobRepository jobs,
            JobRequests requests,
            QueueLength length,
            CharacterService characters,
            ImageService images,
            ImageProviders providers,
            Outbox outbox,
            Idempotency idempotency,
            GenerationConfig config) {
        this.jobs = jobs;
        this.requests = requests;
        this.length = length;
        this.characters = characters;
        this.images = images;
        this.providers = providers;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.config = config;
    }

    /**
     * Puts a request from the topic into the queue; a repeated one changes nothing, and one for a character that is
     * known to be gone or somebody else's fails.
     *
     * @throws PoisonEventException where it is incomplete or beyond the limits
     * @throws DomainException OVERLOADED, as the Uni's failure, where the queue is full: the request waits in its topic
     */
    @WithTransaction
    Uni<Void> enqueue(GenerationRequested event) {
        requests.requireSound(event);
        GenerationJobEntity job = requests.job(event, requests.profileHash(event.characterName(), event.visual()));
        return roomFor(job)
                .chain(() -> characters.stillOf(event.characterId(), event.ownerId()))
                .chain(wanted -> wanted ? jobs.enqueue(job).replaceWithVoid() : refuse(job));
    }

    /** Who was told that the job is accepted has a place already. */
    private Uni<Void> roomFor(GenerationJobEntity job) {
        if (!length.full()) {
            return Uni.createFrom().voidItem();
        }
        return jobs.count("id", job.id)
                .invoke(known -> {
                    if (known == 0) {
                        throw new DomainException(ErrorCode.OVERLOADED, "The queue is full.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> refuse(GenerationJobEntity job) {
        job.errorCode = ErrorCode.CHARACTER_NOT_FOUND.name();
        job.errorReason = "There is no such character of this owner any more.";
        return jobs.refuse(job)
                .chain(news -> news
                        ? outbox.append(new GenerationFailed(
                                job.id, job.characterId, job.ownerId, job.errorCode, job.errorReason, 0, now()))
                        : Uni.createFrom().voidItem());
    }

    /** Says that this worker takes jobs; answers who does. */
    @WithTransaction
    Uni<Workforce> present(String worker) {
        return jobs.present(worker, config.concurrency(), config.heartbeat().multipliedBy(3));
    }

    /** Keeps the prompt that somebody wrote, so that the next attempt need not ask again. */
    @WithTransaction
    Uni<Boolean> keepPrompt(LeasedJob leased, EnhancedPrompt prompt) {
        return jobs.keepPrompt(leased.id(), leased.attempt(), prompt.prompt().text(), prompt.by());
    }

    /**
     * Ends the job with its images: the job, the image rows, the portrait and the event in one commit. Changes nothing
     * where another attempt has taken over.
     *
     * @param message for people
     * @return the state it has reached with this; null where another attempt has taken over
     */
    @WithTransaction
    Uni<GenerationState> complete(
            LeasedJob leased,
            ImageOrigin origin,
            EnhancedPrompt enhanced,
            List<NewImage> stored,
            List<ImageTrace> traces,
            String message) {
        return characters.stillOf(origin.characterId(), origin.ownerId()).chain(wanted -> {
            if (!wanted) {
                return jobs.cancel("id", leased.id(), leased.ownerId())
                        .chain(this::announce)
                        .replaceWith(GenerationState.CANCELLED);
            }
            return jobs.complete(leased.id(), leased.attempt(), origin, enhanced, message)
                    .chain(ours -> ours
                            ? images.keep(origin, stored, traces)
                                    .chain(changed -> outbox.append(completed(origin, stored, changed)))
                                    .replaceWith(GenerationState.COMPLETED)
                            : Uni.createFrom().nullItem());
        });
    }

    /** @param changed when the first image became the portrait, after any change before; empty where it did not */
    private static GenerationCompleted completed(ImageOrigin origin, List<NewImage> stored, Optional<Instant> changed) {
        return new GenerationCompleted(
                origin.jobId(),
                origin.characterId(),
                origin.ownerId(),
                stored.stream()
                        .map(image -> new GeneratedImage(
                                image.id(),
                                ImagePaths.url(origin.characterId(), image.filename()),
                                image.path(),
                                image.width(),
                                image.height()))
                        .toList(),
                origin.prompt(),
                origin.rawPrompt(),
                origin.provider(),
                origin.model(),
                origin.profileHash(),
                changed.orElseGet(QueueService::now),
                changed.isPresent());
    }

    /** Ends the job without an image. Changes nothing where another attempt has taken over. */
    @WithTransaction
    Uni<Boolean> fail(LeasedJob leased, ErrorCode code, String reason) {
        return jobs.fail(leased.id(), leased.attempt(), code.name(), reason)
                .chain(ours -> ours
                        ? outbox.append(new GenerationFailed(
                                        leased.id(),
                                        leased.characterId(),
                                        leased.ownerId(),
                                        code.name(),
                                        reason,
                                        leased.attempt(),
                                        now()))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    @WithTransaction
    Uni<Boolean> retryLater(LeasedJob leased, Duration pause) {
        return jobs.retryLater(leased.id(), leased.attempt(), pause);
    }

    /** Back into the queue; this attempt does not count, as it was no try of the job's. */
    @WithTransaction
    Uni<Boolean> postpone(LeasedJob leased, Duration pause) {
        return jobs.postpone(leased.id(), leased.attempt(), pause);
    }

    /**
     * Ends the account's job, whatever it is doing.
     *
     * @return empty where it was cancelled before
     * @throws DomainException JOB_NOT_FOUND or JOB_ENDED, as the Uni's failure
     */
    @WithTransaction
    Uni<List<CancelledJob>> cancel(UUID jobId, UUID ownerId) {
        return jobs.cancel("id", jobId, ownerId)
                .chain(cancelled -> cancelled.isEmpty()
                        ? jobs.findById(jobId)
                                .invoke(job -> requireCancelled(job, jobId, ownerId))
                                .replaceWith(cancelled)
                        : announce(cancelled).replaceWith(cancelled));
    }

    private static void requireCancelled(GenerationJobEntity job, UUID jobId, UUID ownerId) {
        if (job == null || !job.ownerId.equals(ownerId)) {
            throw new JobNotFoundException(jobId);
        }
        if (!job.state.equals(GenerationState.CANCELLED.wire())) {
            throw new DomainException(ErrorCode.JOB_ENDED, "It is " + job.state + "; there is nothing to cancel.")
                    .with("job_id", jobId)
                    .with("state", job.state);
        }
    }

    private Uni<Void> announce(List<CancelledJob> cancelled) {
        return Multi.createFrom()
                .iterable(cancelled)
                .onItem()
                .transformToUniAndConcatenate(job ->
                        outbox.append(new GenerationCancelled(job.id(), job.characterId(), job.ownerId(), now())))
                .onItem()
                .ignoreAsUni();
    }

    /** Open jobs by state. Whatever stands in the queue of a provider that is gone is moved to the default one's. */
    @WithTransaction
    Uni<Map<String, Long>> countByState() {
        return jobs.adopt(providers.ids(), providers.queueOf(null)).chain(jobs::countByState);
    }

    /** Some of what is there of the character; call again until there is nothing. */
    @WithTransaction
    Uni<Erased> characterDeleted(UUID characterId, UUID ownerId, long version) {
        return characters
                .forget(characterId, ownerId, version)
                .chain(() -> jobs.cancel("character_id", characterId, ownerId))
                .call(this::announce)
                .chain(cancelled -> images.eraseOfCharacter(characterId)
                        .map(erased -> new Erased(erased + cancelled.size(), cancelled)));
    }

    /** How many of the account's images and jobs are gone with this; call again until it is none. */
    @WithTransaction
    Uni<Erased> accountDeleted(UUID accountId) {
        return idempotency
                .forget(accountId)
                .chain(() -> images.eraseOfOwner(accountId))
                .chain(erased -> jobs.eraseOfOwner(accountId).map(gone -> new Erased(erased + gone, List.of())));
    }

    @WithTransaction
    Uni<Void> characterChanged(CharacterSnapshot character) {
        return characters.keep(character).replaceWithVoid();
    }

    private static Instant now() {
        return Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param count of images and jobs */
    record Erased(int count, List<CancelledJob> cancelled) {}
}
