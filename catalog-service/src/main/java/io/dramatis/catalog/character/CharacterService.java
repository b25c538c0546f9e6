package io.dramatis.catalog.character;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.profile.CharacterSource;
import io.dramatis.events.CharacterCreated;
import io.dramatis.events.CharacterDeleted;
import io.dramatis.events.CharacterUpdated;
import io.dramatis.events.GenerationCompleted;
import io.dramatis.events.PortraitChanged;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.http.Preconditions;
import io.dramatis.kit.id.Ids;
import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.inbox.Inbox;
import io.dramatis.kit.outbox.Outbox;
import io.dramatis.kit.paging.Page;
import io.dramatis.kit.validation.WireValues;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Characters: every change and the event that tells of it commit together. */
@ApplicationScoped
public class CharacterService {

    private static final Logger LOG = Logger.getLogger(CharacterService.class);

    /** Under which the inbox remembers taken generation results. */
    private static final String PORTRAIT_CONSUMER = "catalog.portrait";

    /** How often a character may be deleted just when it is about to be kept again. */
    private static final int KEEP_TRIES = 3;

    private final CharacterRepository characters;
    private final CharacterValidation validation;
    private final CharacterConfig config;
    private final Ids ids;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Inbox inbox;

    CharacterService(
            CharacterRepository characters,
            CharacterValidation validation,
            CharacterConfig config,
            Ids ids,
            Idempotency idempotency,
            Outbox outbox,
            Inbox inbox) {
        this.characters = characters;
        this.validation = validation;
        this.config = config;
        this.ids = ids;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.inbox = inbox;
    }

    /** @param viewer null for somebody without an account */
    @WithSession
    Uni<CharacterResponse> get(UUID viewer, UUID id) {
        return characters.findById(id).map(found -> present(id, found, character -> character.isVisibleTo(viewer))
                .toResponse());
    }

    Uni<Page<CharacterSummary>> list(CharacterList list) {
        return characters.list(list).map(rows -> Page.of(rows, list.limit(), list::after)
                .map(CharacterRow::summary));
    }

    @WithSession
    Uni<NameCheck> checkName(UUID owner, String name) {
        return characters
                .hasName(owner, NameKey.of(name))
                .map(taken -> new NameCheck(
                        name.strip(), !taken, taken ? "You have a character of this name already." : null));
    }

    @WithTransaction
    Uni<CharacterResponse> create(UUID owner, String idempotencyKey, CharacterRequest request) {
        return idempotency.once(
                idempotencyKey, owner, "characters.create_character", request, CharacterResponse.class, () -> characters
                        .persist(CharacterEntity.create(
                                ids.next(), owner, CharacterSource.LOCAL, null, CharacterContent.of(request)))
                        .map(CharacterEntity::toResponse)
                        .call(character -> outbox.append(new CharacterCreated(character.toSnapshot()))));
    }

    /** Keeps a search result; what its owner has already is answered as it is, changed by nothing. */
    @WithTransaction
    Uni<KeptCharacter> keep(UUID owner, String idempotencyKey, FromExternalRequest request) {
        return idempotency.once(
                idempotencyKey,
                owner,
                "characters.create_from_external",
                request,
                KeptCharacter.class,
                () -> keep(owner, request, KEEP_TRIES));
    }

    private Uni<KeptCharacter> keep(UUID owner, FromExternalRequest request, int tries) {
        CharacterEntity character = CharacterEntity.create(
                ids.next(),
                owner,
                WireValues.parse(CharacterSource.class, request.source()).orElseThrow(),
                request.externalId().strip(),
                CharacterContent.of(request));
        return characters.insertIfAbsent(character).chain(inserted -> {
            if (inserted) {
                CharacterResponse created = character.toResponse();
                return outbox.append(new CharacterCreated(created.toSnapshot()))
                        .replaceWith(new KeptCharacter(true, created));
            }
            return characters
                    .findKept(owner, character.source, character.externalId)
                    .onItem()
                    .ifNotNull()
                    .transform(kept -> new KeptCharacter(false, kept.toResponse()))
                    .onItem()
                    .ifNull()
                    .switchTo(() -> keepAgain(owner, request, tries - 1));
        });
    }

    /** The one that was in the way was deleted before it could be read. */
    private Uni<KeptCharacter> keepAgain(UUID owner, FromExternalRequest request, int tries) {
        return tries > 0
                ? keep(owner, request, tries)
                : Uni.createFrom()
                        .failure(new DomainException(
                                ErrorCode.CONFLICT, "It is deleted as often as it is kept; send it again."));
    }

    /** @param ifMatch the precondition's header; null for none */
    @WithTransaction
    Uni<CharacterResponse> replace(UUID owner, UUID id, String ifMatch, CharacterRequest request) {
        return change(owner, id, ifMatch, present -> CharacterContent.of(request));
    }

    /**
     * @param ifMatch the precondition's header; null for none
     * @param patch RFC 7386: absent members stay, null ones go back to their default
     */
    @WithTransaction
    Uni<CharacterResponse> patch(UUID owner, UUID id, String ifMatch, JsonNode patch) {
        return change(owner, id, ifMatch, present -> validation.patched(present, patch));
    }

    private Uni<CharacterResponse> change(UUID owner, UUID id, String ifMatch, UnaryOperator<CharacterContent> change) {
        return lock(owner, id, ifMatch)
                .chain(character -> character.change(change.apply(character.content()))
                        ? updated(character)
                        : Uni.createFrom().item(character.toResponse()));
    }

    /** @param ifMatch the precondition's header; null for none */
    @WithTransaction
    Uni<Void> delete(UUID owner, UUID id, String ifMatch) {
        return lock(owner, id, ifMatch).chain(this::erase);
    }

    /**
     * Takes a generation's result over. Nothing happens where it was taken before, the character is gone or somebody
     * else's, or a newer portrait is there: results may come late, twice and in any order.
     */
    @WithTransaction
    Uni<Void> setPortrait(UUID eventId, GenerationCompleted result) {
        return setPortrait(eventId, result.ownerId(), result.characterId(), PortraitColumns.of(result));
    }

    /** The same for a portrait that was chosen, or that is gone. */
    @WithTransaction
    Uni<Void> setPortrait(UUID eventId, PortraitChanged change) {
        return setPortrait(eventId, change.ownerId(), change.characterId(), PortraitColumns.of(change));
    }

    private Uni<Void> setPortrait(UUID eventId, UUID owner, UUID id, PortraitColumns portrait) {
        return inbox.firstTime(PORTRAIT_CONSUMER, eventId)
                .chain(first ->
                        first ? characters.lockOwn(owner, id) : Uni.createFrom().<CharacterEntity>nullItem())
                .chain(character -> {
                    if (character == null || !character.change(portrait)) {
                        LOG.debugf("portrait has no effect event_id=%s character_id=%s", eventId, id);
                        return Uni.createFrom().voidItem();
                    }
                    return updated(character).replaceWithVoid();
                });
    }

    /**
     * Erases some of an account's characters, and what is remembered of its requests; to be repeated until it answers
     * 0. Needs no inbox: what is gone stays gone, however often it is asked for.
     *
     * @return how many went
     */
    @WithTransaction
    Uni<Integer> eraseSome(UUID owner) {
        return idempotency
                .forget(owner)
                .chain(() -> characters.lockSome(owner, config.eraseBatchSize()))
                .chain(some -> Multi.createFrom()
                        .iterable(some)
                        .onItem()
                        .transformToUniAndConcatenate(this::erase)
                        .onItem()
                        .ignoreAsUni()
                        .replaceWith(some.size()));
    }

    private Uni<CharacterEntity> lock(UUID owner, UUID id, String ifMatch) {
        return characters
                .lockOwn(owner, id)
                .map(found -> present(id, found, character -> true))
                .invoke(character ->
                        Preconditions.requireMatch(ifMatch, Preconditions.etag(character.id, character.version)));
    }

    private Uni<CharacterResponse> updated(CharacterEntity character) {
        CharacterResponse response = character.toResponse();
        return outbox.append(new CharacterUpdated(response.toSnapshot())).replaceWith(response);
    }

    private Uni<Void> erase(CharacterEntity character) {
        // One version on, so that a reader knows the end from any change that overtook it.
        return characters
                .delete(character)
                .chain(() ->
                        outbox.append(new CharacterDeleted(character.id, character.ownerId, character.version + 1)));
    }

    private static CharacterEntity present(UUID id, CharacterEntity found, Predicate<CharacterEntity> allowed) {
        if (found == null || !allowed.test(found)) {
            throw new CharacterNotFoundException(id);
        }
        return found;
    }
}
