package io.dramatis.portrait.generation;

import io.dramatis.events.CharacterSnapshot;
import io.dramatis.events.GenerationRequested;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.id.Ids;
import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.outbox.Outbox;
import io.dramatis.portrait.character.CharacterService;
import io.dramatis.portrait.image.ImageService;
import io.dramatis.portrait.prompt.PortraitPrompt;
import io.dramatis.portrait.prompt.PortraitStyle;
import io.dramatis.portrait.prompt.PromptBrief;
import io.dramatis.portrait.prompt.PromptService;
import io.dramatis.portrait.provider.ImageProviders;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What clients ask for: portraits, further images, variants, all of a party, or to see the prompt first. */
@ApplicationScoped
public class GenerationService {

    private static final Duration WHILE_TOO_MANY = Duration.ofSeconds(30);

    /** Characters of a batch that the catalog is asked for at the same time. */
    private static final int LOOK_UPS = 5;

    private final GenerationJobRepository jobs;
    private final JobRequests requests;
    private final QueueLength length;
    private final CharacterService characters;
    private final ImageService images;
    private final ImageProviders providers;
    private final PromptService prompts;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Ids ids;
    private final GenerationConfig config;

    GenerationService(
            GenerationJobRepository jobs,
            JobRequests requests,
            QueueLength length,
            CharacterService characters,
            ImageService images,
            ImageProviders providers,
            PromptService prompts,
            Outbox outbox,
            Idempotency idempotency,
            Ids ids,
            GenerationConfig config) {
        this.jobs = jobs;
        this.requests = requests;
        this.length = length;
        this.characters = characters;
        this.images = images;
        this.providers = providers;
        this.prompts = prompts;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.ids = ids;
        this.config = config;
    }

    /**
     * Asks for a portrait, or answers the present one where it fits the profile and nothing else is wished.
     *
     * @param idempotencyKey the client's, or null
     */
    Uni<GenerateResponse> generate(
            UUID characterId, GeneratePortraitRequest request, String idempotencyKey, Caller caller) {
        requireNone(providers.check(request.provider(), request.model()));
        String operation = "portraits.generate " + characterId;
        return characters.requireOwn(characterId, caller).chain(character -> {
            String hash = profileHash(character);
            if (request.wantsNew() || request.hasWishes()) {
                return submit(character, hash, request.wish(), operation, request, idempotencyKey);
            }
            return images.portraitOfProfile(characterId, hash)
                    .chain(present -> present.isPresent()
                            ? Uni.createFrom().item(GenerateResponse.present(present.get()))
                            : submit(character, hash, request.wish(), operation, request, idempotencyKey));
        });
    }

    /** Draws a new portrait in any case. */
    Uni<GenerateResponse> regenerate(
            UUID characterId, GeneratePortraitRequest request, String idempotencyKey, Caller caller) {
        requireNone(providers.check(request.provider(), request.model()));
        return submit(characterId, request.wish(), "characters.regenerate", request, idempotencyKey, caller);
    }

    /** Draws one more image for the gallery. */
    Uni<GenerateResponse> another(UUID characterId, ImageWishes request, String idempotencyKey, Caller caller) {
        requireNone(providers.check(request.provider(), request.model()));
        return submit(characterId, request.wish(), "characters.generate_image", request, idempotencyKey, caller);
    }

    /**
     * Draws the character as the text says, with the face of one of the caller's own images.
     *
     * @throws DomainException IMAGE_NOT_FOUND as the Uni's failure, also where the reference is somebody else's
     */
    Uni<GenerateResponse> vary(UUID characterId, VariantRequest request, String idempotencyKey, Caller caller) {
        requireNone(providers.checkWithReference(request.provider(), request.model()));
        return characters
                .requireOwn(characterId, caller)
                .call(character -> images.isOwn(request.referenceImageId(), character.ownerId())
                        .invoke(own -> {
                            if (!own) {
                                throw new DomainException(
                                                ErrorCode.IMAGE_NOT_FOUND,
                                                "Take reference_image_id from GET /api/characters/{id}/images.")
                                        .with("reference_image_id", request.referenceImageId());
                            }
                        }))
                .chain(character -> submit(
                        character,
                        profileHash(character),
                        request.wish(),
                        "characters.variants " + characterId,
                        request,
                        idempotencyKey));
    }

    private Uni<GenerateResponse> submit(
            UUID characterId, Wish wish, String operation, Object request, String idempotencyKey, Caller caller) {
        return characters
                .requireOwn(characterId, caller)
                .chain(character -> submit(
                        character,
                        profileHash(character),
                        wish,
                        operation + " " + characterId,
                        request,
                        idempotencyKey));
    }

    @WithTransaction
    Uni<GenerateResponse> submit(
            CharacterSnapshot character,
            String profileHash,
            Wish wish,
            String operation,
            Object request,
            String idempotencyKey) {
        return idempotency.once(
                idempotencyKey, character.ownerId(), operation, request, GenerateResponse.class, () -> jobs.countOpen(
                                character.ownerId())
                        .chain(open -> {
                            requireRoom(open);
                            return create(character, profileHash, wish, null);
                        }));
    }

    private void requireRoom(long openOfOwner) {
        if (openOfOwner >= config.maxOpenPerOwner()) {
            throw new DomainException(
                            ErrorCode.RATE_LIMITED,
                            "You have " + openOfOwner + " unfinished portraits; wait for some of them.")
                    .retryAfter(WHILE_TOO_MANY);
        }
        if (length.full()) {
            throw new DomainException(
                            ErrorCode.OVERLOADED, "More portraits are waiting than can be drawn soon; try again later.")
                    .retryAfter(WHILE_TOO_MANY);
        }
    }

    private Uni<GenerateResponse> create(CharacterSnapshot character, String profileHash, Wish wish, UUID batchId) {
        GenerationRequested event = new GenerationRequested(
                ids.next(),
                character.id(),
                character.ownerId(),
                character.name(),
                character.visual(),
                wish.additions(),
                PortraitStyle.named(wish.style()).map(PortraitStyle::wire).orElse(null),
                wish.count(),
                wish.provider(),
                wish.model(),
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS),
                wish.operation().wire(),
                wish.referenceId(),
                wish.identityStrength(),
                wish.storyId());
        GenerationJobEntity job = requests.job(event, profileHash);
        job.batchId = batchId;
        job.state = GenerationState.ACCEPTED.wire();
        job.message = "accepted";
        return jobs.persist(job)
                .chain(() -> outbox.append(event))
                .invoke(length::accepted)
                .replaceWith(GenerateResponse.accepted(character.id(), job.id, job.rawPrompt));
    }

    /**
     * Asks for portraits of several characters: each has a result of its own, a job, the present portrait or a problem.
     *
     * @throws DomainException where none of them could even be looked at
     */
    Uni<BatchResponse> batch(BatchRequest request, String idempotencyKey, Caller caller) {
        List<Violation> faults = new ArrayList<>(providers.check(request.provider(), request.model()));
        if (new HashSet<>(request.characterIds()).size()
                < request.characterIds().size()) {
            faults.add(new Violation("character_ids", "must be distinct"));
        }
        requireNone(faults);
        UUID owner = caller.accountId();
        return Multi.createFrom()
                .iterable(request.characterIds())
                .onItem()
                .transformToUni(id -> lookUp(id, caller))
                .merge(LOOK_UPS)
                .collect()
                .asMap(Sitting::characterId)
                .invoke(GenerationService::requireAnAnswer)
                .chain(found -> submitAll(request, found, owner, idempotencyKey));
    }

    private Uni<Sitting> lookUp(UUID characterId, Caller caller) {
        return characters
                .requireOwn(characterId, caller)
                .map(character -> new Sitting(characterId, character, null))
                .onFailure(DomainException.class)
                .recoverWithItem(failure -> new Sitting(characterId, null, failure));
    }

    /** With the catalog away, the whole request may be sent again, and should. */
    private static void requireAnAnswer(Map<UUID, Sitting> found) {
        List<DomainException> problems = found.values().stream()
                .map(Sitting::problem)
                .filter(problem -> problem != null && problem.code().status() == 503)
                .toList();
        if (problems.size() == found.size()) {
            throw problems.get(0);
        }
    }

    @WithTransaction
    Uni<BatchResponse> submitAll(BatchRequest request, Map<UUID, Sitting> found, UUID owner, String idempotencyKey) {
        UUID batchId = ids.next();
        return idempotency.once(
                idempotencyKey, owner, "portraits.batch", request, BatchResponse.class, () -> Multi.createFrom()
                        .iterable(request.characterIds())
                        .onItem()
                        .transformToUniAndConcatenate(id -> submitOne(request, found.get(id), batchId))
                        .collect()
                        .asList()
                        .map(results -> BatchResponse.of(batchId, results)));
    }

    /** A problem of one is no problem of the others, so none of these may spoil the transaction. */
    private Uni<BatchResult> submitOne(BatchRequest request, Sitting sitting, UUID batchId) {
        if (sitting.problem() != null) {
            return Uni.createFrom().item(BatchResult.problem(sitting.characterId(), sitting.problem()));
        }
        CharacterSnapshot character = sitting.character();
        String hash = profileHash(character);
        Supplier<Uni<BatchResult>> drawn = () -> jobs.countOpen(character.ownerId())
                .invoke(this::requireRoom)
                .chain(() -> create(character, hash, request.wish(), batchId))
                .map(BatchResult::of)
                .onFailure(DomainException.class)
                .recoverWithItem(full -> BatchResult.problem(character.id(), full));
        if (request.wantsNew() || request.hasWishes()) {
            return drawn.get();
        }
        return images.portraitOfProfile(character.id(), hash)
                .chain(present -> present.isPresent()
                        ? Uni.createFrom().item(BatchResult.of(GenerateResponse.present(present.get())))
                        : drawn.get());
    }

    /** Shows the prompt that a portrait would be drawn from, and draws nothing. */
    Uni<EnhancePromptResponse> enhance(UUID characterId, EnhancePromptRequest request, Caller caller) {
        requireNone(providers.check(request.provider(), request.model()));
        return characters.requireOwn(characterId, caller).chain(character -> {
            PromptBrief brief = new PromptBrief(
                    character.name(), character.visual(), request.customPromptAdditions(), request.style());
            String raw = PortraitPrompt.raw(character.name(), character.visual(), request.customPromptAdditions());
            return prompts.enhance(brief)
                    .map(enhanced -> EnhancePromptResponse.of(
                            characterId,
                            raw,
                            enhanced,
                            PortraitStyle.inEffect(
                                    request.style(), character.visual().artStyle()),
                            providers.queueOf(request.provider()),
                            request.model(),
                            providers.maxPromptLength(request.provider(), request.model()),
                            PromptSuggestions.of(character.visual())));
        });
    }

    private String profileHash(CharacterSnapshot character) {
        return requests.profileHash(character.name(), character.visual());
    }

    private static void requireNone(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw DomainException.invalid(faults);
        }
    }

    /** A character of a batch, or why there is none. */
    record Sitting(UUID characterId, CharacterSnapshot character, DomainException problem) {}
}
