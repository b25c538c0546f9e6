package io.dramatis.portrait.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.events.CharacterSnapshot;
import io.dramatis.events.GeneratedImage;
import io.dramatis.events.GenerationCompleted;
import io.dramatis.events.GenerationFailed;
import io.dramatis.events.GenerationRequested;
import io.dramatis.events.VisualProfile;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.id.Ids;
import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.outbox.Outbox;
import io.dramatis.kit.outbox.PoisonEventException;
import io.dramatis.portrait.character.CharacterService;
import io.dramatis.portrait.generation.GenerationJobRepository.LeasedJob;
import io.dramatis.portrait.image.ImageOrigin;
import io.dramatis.portrait.image.ImagePaths;
import io.dramatis.portrait.image.ImageService;
import io.dramatis.portrait.image.ImageTrace;
import io.dramatis.portrait.image.NewImage;
import io.dramatis.portrait.prompt.EnhancedPrompt;
import io.dramatis.portrait.prompt.PortraitPrompt;
import io.dramatis.portrait.prompt.PortraitStyle;
import io.dramatis.portrait.provider.Drawing;
import io.dramatis.portrait.provider.ImageProviders;
import io.dramatis.portrait.provider.ProvidedImage;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Generation jobs: asked for, queued, leased to a worker, ended. */
@ApplicationScoped
public class GenerationService {

    private static final int MAX_TEXT = 500;
    private static final int MAX_IMAGES = 4;

    private final GenerationJobRepository jobs;
    private final CharacterService characters;
    private final ImageService images;
    private final ImageProviders providers;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Ids ids;
    private final ObjectMapper json;
    private final GenerationConfig config;

    GenerationService(
            GenerationJobRepository jobs,
            CharacterService characters,
            ImageService images,
            ImageProviders providers,
            Outbox outbox,
            Idempotency idempotency,
            Ids ids,
            ObjectMapper json,
            GenerationConfig config) {
        this.jobs = jobs;
        this.characters = characters;
        this.images = images;
        this.providers = providers;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.ids = ids;
        this.json = json;
        this.config = config;
    }

    /**
     * Asks for a portrait, or answers the present one where it fits the profile and nothing else is wished.
     *
     * @param idempotencyKey the client's, or null
     */
    Uni<GenerateResponse> generate(
            UUID characterId, GeneratePortraitRequest request, String idempotencyKey, Caller caller) {
        List<Violation> faults = providers.check(request.provider(), request.model());
        if (!faults.isEmpty()) {
            throw DomainException.invalid(faults);
        }
        return characters.requireOwn(characterId, caller).chain(character -> {
            String hash = profileHash(character.name(), character.visual());
            if (request.wantsNew() || request.hasWishes()) {
                return submit(character, hash, request, idempotencyKey);
            }
            return images.portraitOfProfile(characterId, hash)
                    .chain(present -> present.isPresent()
                            ? Uni.createFrom().item(GenerateResponse.present(present.get()))
                            : submit(character, hash, request, idempotencyKey));
        });
    }

    @WithTransaction
    Uni<GenerateResponse> submit(
            CharacterSnapshot character, String profileHash, GeneratePortraitRequest request, String idempotencyKey) {
        return idempotency.once(
                idempotencyKey,
                character.ownerId(),
                "portraits.generate " + character.id(),
                request,
                GenerateResponse.class,
                () -> jobs.countOpen(character.ownerId()).chain(open -> {
                    if (open >= config.maxOpenPerOwner()) {
                        throw new DomainException(
                                        ErrorCode.RATE_LIMITED,
                                        "You have " + open + " unfinished portraits; wait for some of them.")
                                .retryAfter(Duration.ofSeconds(30));
                    }
                    return create(character, profileHash, request);
                }));
    }

    private Uni<GenerateResponse> create(
            CharacterSnapshot character, String profileHash, GeneratePortraitRequest request) {
        String additions = request.customPromptAdditions();
        GenerationRequested event = new GenerationRequested(
                ids.next(),
                character.id(),
                character.ownerId(),
                character.name(),
                character.visual(),
                additions,
                PortraitStyle.named(request.style()).map(PortraitStyle::wire).orElse(null),
                request.count(),
                request.provider(),
                request.model(),
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS));
        GenerationJobEntity job = job(event, profileHash);
        job.state = GenerationState.ACCEPTED.wire();
        job.message = "accepted";
        return jobs.persist(job)
                .chain(() -> outbox.append(event))
                .replaceWith(GenerateResponse.accepted(character.id(), job.id, job.rawPrompt));
    }

    /**
     * Puts a request from the topic into the queue; a repeated one changes nothing.
     *
     * @throws PoisonEventException where it is incomplete or beyond the limits
     */
    @WithTransaction
    Uni<Void> enqueue(GenerationRequested event) {
        requireComplete(event);
        return jobs.enqueue(job(event, profileHash(event.characterName(), event.visual())))
                .replaceWithVoid();
    }

    private static void requireComplete(GenerationRequested event) {
        if (event.jobId() == null
                || event.characterId() == null
                || event.ownerId() == null
                || event.characterName() == null
                || event.visual() == null) {
            throw new PoisonEventException(
                    "job_id, character_id, owner_id, character_name and visual are needed", null);
        }
        int count = event.count() == null ? 1 : event.count();
        if (count < 1 || count > MAX_IMAGES) {
            throw new PoisonEventException("count must be from 1 to " + MAX_IMAGES, null);
        }
        if (event.customPromptAdditions() != null
                && event.customPromptAdditions().length() > MAX_TEXT) {
            throw new PoisonEventException("custom_prompt_additions is longer than " + MAX_TEXT, null);
        }
    }

    private GenerationJobEntity job(GenerationRequested event, String profileHash) {
        GenerationJobEntity job = new GenerationJobEntity();
        job.id = event.jobId();
        job.characterId = event.characterId();
        job.ownerId = event.ownerId();
        job.profileHash = profileHash;
        job.rawPrompt = PortraitPrompt.raw(event.characterName(), event.visual(), event.customPromptAdditions());
        job.request = write(event);
        return job;
    }

    @WithTransaction
    Uni<List<LeasedJob>> lease(String worker, int number) {
        return jobs.lease(worker, number, config.lease());
    }

    /** Which of the jobs are still this worker's. */
    @WithTransaction
    Uni<List<UUID>> heartbeat(String worker, List<UUID> running) {
        return jobs.heartbeat(worker, running, config.lease());
    }

    /** Keeps the prompt that somebody wrote, so that the next attempt need not ask again. */
    @WithTransaction
    Uni<Boolean> keepPrompt(LeasedJob leased, EnhancedPrompt prompt) {
        return jobs.keepPrompt(leased.id(), leased.attempt(), prompt.prompt().text(), prompt.by());
    }

    /**
     * Ends the job with its images: the job, the image rows, the portrait and the event in one commit. Changes nothing
     * where another attempt has taken over.
     */
    @WithTransaction
    Uni<Boolean> complete(
            LeasedJob leased,
            GenerationRequested event,
            EnhancedPrompt enhanced,
            Drawing drawing,
            List<NewImage> stored) {
        String rawPrompt = PortraitPrompt.raw(event.characterName(), event.visual(), event.customPromptAdditions());
        ProvidedImage first = drawing.images().get(0);
        ImageOrigin origin = new ImageOrigin(
                leased.id(),
                event.characterId(),
                event.ownerId(),
                rawPrompt,
                first.prompt(),
                drawing.provider(),
                first.model(),
                leased.profileHash());
        List<ImageTrace> traces = drawing.images().stream()
                .map(image -> new ImageTrace(image.seed(), image.revisedPrompt(), image.costMicroUsd()))
                .toList();
        return jobs.complete(leased.id(), leased.attempt(), origin, enhanced)
                .chain(ours -> ours
                        ? images.keep(origin, stored, traces)
                                .chain(() -> outbox.append(completed(origin, stored)))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private static GenerationCompleted completed(ImageOrigin origin, List<NewImage> stored) {
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
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS));
    }

    /** Ends the job without an image. Changes nothing where another attempt has taken over. */
    @WithTransaction
    Uni<Boolean> fail(LeasedJob leased, GenerationRequested event, ErrorCode code, String reason) {
        return jobs.fail(leased.id(), leased.attempt(), code.name(), reason)
                .chain(ours -> ours
                        ? outbox.append(new GenerationFailed(
                                        leased.id(),
                                        event.characterId(),
                                        event.ownerId(),
                                        code.name(),
                                        reason,
                                        leased.attempt(),
                                        Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS)))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    @WithTransaction
    Uni<Boolean> retryLater(LeasedJob leased, Duration pause) {
        return jobs.retryLater(leased.id(), leased.attempt(), pause);
    }

    /** Back into the queue; this attempt does not count, as nobody has tried anything. */
    @WithTransaction
    Uni<Boolean> postpone(LeasedJob leased, Duration pause) {
        return jobs.postpone(leased.id(), leased.attempt(), pause);
    }

    /** The job whose stream a client of this character's owner follows; null where there was never one. */
    @WithSession
    Uni<JobStatus> latestStatus(UUID characterId, UUID ownerId) {
        return jobs.latest(characterId, ownerId)
                .chain(job -> job == null
                        ? Uni.createFrom().nullItem()
                        : statusesOf(List.of(job)).map(statuses -> statuses.get(0)));
    }

    /** Where these jobs stand, as far as they exist; for many at the cost of one. */
    @WithSession
    Uni<List<JobStatus>> statuses(Collection<UUID> jobIds) {
        return jobs.list("id in ?1", jobIds).chain(this::statusesOf);
    }

    private Uni<List<JobStatus>> statusesOf(List<GenerationJobEntity> found) {
        return jobs.queuePositions(idsIn(found, GenerationState.QUEUED)).chain(positions -> images.urlsOfJobs(
                        idsIn(found, GenerationState.COMPLETED))
                .map(urls -> found.stream()
                        .map(job -> JobStatus.of(job, positions.get(job.id), urls.getOrDefault(job.id, List.of())))
                        .toList()));
    }

    private static List<UUID> idsIn(List<GenerationJobEntity> jobs, GenerationState state) {
        return jobs.stream()
                .filter(job -> job.state.equals(state.wire()))
                .map(job -> job.id)
                .toList();
    }

    /** Open jobs by state. */
    @WithSession
    Uni<Map<String, Long>> countByState() {
        return jobs.countByState();
    }

    /** How many of the character's images are still there to be erased; call again until it is none. */
    @WithTransaction
    Uni<Integer> characterDeleted(UUID characterId, UUID ownerId, long version) {
        return characters
                .forget(characterId, ownerId, version)
                .chain(() -> jobs.cancelOpen("character_id", characterId))
                .chain(() -> images.eraseOfCharacter(characterId));
    }

    /** How many of the account's images are still there to be erased; call again until it is none. */
    @WithTransaction
    Uni<Integer> accountDeleted(UUID accountId) {
        return images.eraseOfOwner(accountId).call(() -> jobs.eraseOfOwner(accountId));
    }

    @WithTransaction
    Uni<Void> characterChanged(CharacterSnapshot character) {
        return characters.keep(character).replaceWithVoid();
    }

    GenerationRequested read(LeasedJob job) {
        try {
            return json.readValue(job.request(), GenerationRequested.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored request cannot be read back", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not serialisable: " + value.getClass().getSimpleName(), e);
        }
    }

    /** Changes exactly when the picture should: with the name or anything visible. */
    private String profileHash(String name, VisualProfile visual) {
        try {
            byte[] profile = (name + '\n' + write(visual)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(profile));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
