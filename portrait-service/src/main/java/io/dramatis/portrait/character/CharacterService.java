package io.dramatis.portrait.character;

import io.dramatis.events.CharacterSnapshot;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.identity.Caller;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.UUID;

/** Whose a character is, and who may see it. */
@ApplicationScoped
public class CharacterService {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final CharacterRefRepository refs;
    private final CatalogClient catalog;

    CharacterService(CharacterRefRepository refs, CatalogClient catalog) {
        this.refs = refs;
        this.catalog = catalog;
    }

    /**
     * The caller's own character, fresh from the catalog.
     *
     * @throws CharacterNotFoundException as the Uni's failure, also where it is somebody else's
     * @throws DomainException DEPENDENCY_UNAVAILABLE, as the Uni's failure
     */
    public Uni<CharacterSnapshot> requireOwn(UUID characterId, Caller caller) {
        UUID account = caller.accountId();
        return find(characterId, caller.bearerToken()).map(character -> {
            if (character == null || !account.equals(character.ownerId())) {
                throw new CharacterNotFoundException(characterId);
            }
            return character;
        });
    }

    /**
     * Answers if the character is the caller's own. Known from events as a rule; the catalog is asked only where none
     * has come yet.
     *
     * @throws CharacterNotFoundException as the Uni's failure, also where it is somebody else's
     */
    public Uni<Void> requireOwner(UUID characterId, Caller caller) {
        UUID account = caller.accountId();
        return known(characterId).chain(known -> {
            if (known == null) {
                return requireOwn(characterId, caller).replaceWithVoid();
            }
            return !known.deleted() && known.ownerId().equals(account)
                    ? Uni.createFrom().voidItem()
                    : absent(characterId);
        });
    }

    /**
     * Answers if the caller may see the character's pictures: it is published or the caller's own. Known from events
     * as a rule; the catalog is asked only where none has come yet.
     *
     * @throws CharacterNotFoundException as the Uni's failure
     */
    public Uni<Void> requireVisible(UUID characterId, Caller caller) {
        UUID account = caller.accountIdIfPresent().orElse(null);
        String token = caller.bearerToken();
        return known(characterId).chain(known -> {
            if (known != null) {
                return known.visibleTo(account) ? Uni.createFrom().voidItem() : absent(characterId);
            }
            return find(characterId, token)
                    .chain(character -> character == null
                            ? absent(characterId)
                            : Uni.createFrom().voidItem());
        });
    }

    @WithSession
    Uni<KnownCharacter> known(UUID characterId) {
        return refs.findById(characterId)
                .map(ref -> ref == null ? null : new KnownCharacter(ref.ownerId, ref.published, ref.deleted));
    }

    /**
     * Inside the caller's transaction: whether the account's pictures of it are still wanted, as far as is known. A
     * deletion waits for the transaction's end, and so finds whatever it adds.
     */
    public Uni<Boolean> stillOf(UUID characterId, UUID ownerId) {
        return refs.findById(characterId, LockModeType.PESSIMISTIC_READ)
                .map(ref -> ref == null || !ref.deleted && ref.ownerId.equals(ownerId));
    }

    /** Inside the caller's transaction; whether the event was news. */
    public Uni<Boolean> keep(CharacterSnapshot character) {
        return refs.keepNewer(character.id(), character.ownerId(), character.published(), character.version(), false);
    }

    /** Inside the caller's transaction; whether the event was news. */
    public Uni<Boolean> forget(UUID characterId, UUID ownerId, long version) {
        return refs.keepNewer(characterId, ownerId, false, version, true);
    }

    private Uni<CharacterSnapshot> find(UUID characterId, String token) {
        return catalog.find(characterId, token).onFailure().transform(failure -> new DomainException(
                        ErrorCode.DEPENDENCY_UNAVAILABLE,
                        "The catalog does not answer at the moment; try again.",
                        failure)
                .retryAfter(RETRY_AFTER));
    }

    private static Uni<Void> absent(UUID characterId) {
        return Uni.createFrom().failure(new CharacterNotFoundException(characterId));
    }

    record KnownCharacter(UUID ownerId, boolean published, boolean deleted) {

        boolean visibleTo(UUID account) {
            return !deleted && (published || ownerId.equals(account));
        }
    }
}
