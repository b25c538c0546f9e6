package io.dramatis.collection.favorite;

import io.dramatis.collection.account.AccountService;
import io.dramatis.events.CharacterSnapshot;
import io.dramatis.kit.id.Ids;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** What is known of the catalogue's characters, and whose favourites they are. */
@ApplicationScoped
class SnapshotService {

    private final SnapshotRepository snapshots;
    private final FavoriteRepository favorites;
    private final AccountService accounts;
    private final SnapshotCodec codec;
    private final FavoriteConfig config;
    private final Ids ids;

    SnapshotService(
            SnapshotRepository snapshots,
            FavoriteRepository favorites,
            AccountService accounts,
            SnapshotCodec codec,
            FavoriteConfig config,
            Ids ids) {
        this.snapshots = snapshots;
        this.favorites = favorites;
        this.accounts = accounts;
        this.codec = codec;
        this.config = config;
        this.ids = ids;
    }

    /** From now on events about the character are taken; answers what is known before the catalogue is asked. */
    @WithTransaction
    Uni<Standing> watch(UUID accountId, UUID characterId) {
        return snapshots
                .watch(characterId)
                .chain(() -> snapshots.findById(characterId))
                .chain(snapshot -> {
                    if (!snapshot.isVisibleTo(accountId)) {
                        return Uni.createFrom().item(Standing.UNKNOWN);
                    }
                    if (snapshot.isOwnedBy(accountId)) {
                        return Uni.createFrom().item(Standing.CERTAIN);
                    }
                    return favorites
                            .find(accountId, characterId)
                            .map(favorite -> favorite.isPresent() ? Standing.CERTAIN : Standing.PLAUSIBLE);
                });
    }

    /**
     * Makes a watched character a favourite.
     *
     * @param fresh the catalogue's answer; empty to rely on what is known
     * @throws CharacterNotFoundException where it was deleted or hidden meanwhile
     */
    @WithTransaction
    Uni<AddedFavorite> keep(UUID accountId, UUID characterId, Optional<CharacterSnapshot> fresh) {
        return accounts.hold(accountId)
                .chain(() -> snapshots.findById(characterId, LockModeType.PESSIMISTIC_WRITE))
                .invoke(snapshot -> {
                    if (snapshot != null) {
                        fresh.ifPresent(character -> snapshot.learn(character, codec.encode(character)));
                    }
                    if (snapshot == null || !snapshot.isVisibleTo(accountId)) {
                        throw new CharacterNotFoundException(characterId);
                    }
                })
                .call(snapshots::flush)
                .chain(snapshot -> favorites
                        .insertIfAbsent(ids.next(), accountId, characterId)
                        .chain(added -> favorites
                                .find(accountId, characterId)
                                .map(Optional::orElseThrow)
                                .map(favorite -> new AddedFavorite(
                                        new FavoriteResponse(codec.decode(snapshot.document), favorite.createdAt),
                                        added))));
    }

    /** News of a character; of no interest where nobody has it as a favourite, and ignored where not new. */
    @WithTransaction
    Uni<Void> learn(CharacterSnapshot character) {
        return snapshots
                .findById(character.id(), LockModeType.PESSIMISTIC_WRITE)
                .invoke(snapshot -> {
                    if (snapshot != null) {
                        snapshot.learn(character, codec.encode(character));
                    }
                })
                .replaceWithVoid();
    }

    /** The character is gone, and so are all favourites of it. */
    @WithTransaction
    Uni<Void> forget(UUID characterId) {
        return snapshots.erase(characterId);
    }

    /** Drops what is nobody's favourite any more. */
    @WithTransaction
    Uni<Integer> sweep() {
        return snapshots.eraseIdle(config.idleSnapshotLifetime());
    }

    /** What is known of a character that an account wants to add. */
    enum Standing {
        /** It is the account's own, or a favourite already: no need to ask. */
        CERTAIN,
        /** Public when last heard of: worth asking, good enough while nobody answers. */
        PLAUSIBLE,
        /** Not known, or not public when last heard of: only the catalogue can tell. */
        UNKNOWN
    }
}
