package io.dramatis.collection.favorite;

import io.dramatis.collection.account.AccountData;
import io.dramatis.collection.favorite.SnapshotService.Standing;
import io.dramatis.events.CharacterSnapshot;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.paging.Cursor;
import io.dramatis.kit.paging.Page;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Favourites of characters that another service owns. The catalogue is asked once, when somebody makes a character a
 * favourite; from then on its events keep the snapshot fresh, and reading needs no other service.
 *
 * <p>No change is missed in between: {@link SnapshotService#watch} is committed before the catalogue is asked. A change
 * whose event passed before that commit is in the catalogue's answer; an event that passes later meets the row, and
 * whichever comes first, the higher version stays. A deletion takes the row away, which {@link SnapshotService#keep}
 * notices.
 *
 * <p>A character that its owner no longer publishes stays in other people's collections, hidden: none of its data is
 * answered to them until it is public again.
 */
@ApplicationScoped
class FavoriteService implements AccountData {

    private static final Logger LOG = Logger.getLogger(FavoriteService.class);

    private final SnapshotService snapshots;
    private final FavoriteRepository favorites;
    private final CatalogClient catalog;
    private final SnapshotCodec codec;
    private final FavoriteConfig config;

    FavoriteService(
            SnapshotService snapshots,
            FavoriteRepository favorites,
            CatalogClient catalog,
            SnapshotCodec codec,
            FavoriteConfig config) {
        this.snapshots = snapshots;
        this.favorites = favorites;
        this.catalog = catalog;
        this.codec = codec;
        this.config = config;
    }

    /**
     * Not a transaction itself: the call over HTTP stands between two.
     *
     * @param token the caller's, with which the catalogue is asked
     * @throws CharacterNotFoundException where there is none that the account may see
     * @throws CatalogUnavailableException where only the catalogue could tell
     */
    Uni<AddedFavorite> add(UUID accountId, UUID characterId, String token) {
        return snapshots
                .watch(accountId, characterId)
                .chain(standing -> standing == Standing.CERTAIN
                        ? Uni.createFrom().item(Optional.<CharacterSnapshot>empty())
                        : ask(characterId, token, standing))
                .chain(fresh -> snapshots.keep(accountId, characterId, fresh));
    }

    /** No matter whether it is one. */
    @WithTransaction
    Uni<Void> remove(UUID accountId, UUID characterId) {
        return favorites.erase(accountId, characterId);
    }

    /** The latest first. */
    @WithSession
    Uni<Page<FavoriteResponse>> list(UUID accountId, FavoriteFilter filter, Optional<Cursor> cursor, int limit) {
        return favorites.list(accountId, filter, cursor, limit + 1).map(rows -> Page.of(
                        rows, limit, FavoriteRepository.Row::key)
                .map(row -> new FavoriteResponse(codec.decode(row.document()), row.createdAt())));
    }

    @Override
    @WithTransaction
    public Uni<Void> erase(UUID accountId) {
        return favorites.eraseAllOf(accountId);
    }

    /** The catalogue's answer; empty where it is away and what is known must do. */
    private Uni<Optional<CharacterSnapshot>> ask(UUID characterId, String token, Standing standing) {
        return catalog.find(characterId, token).onItemOrFailure().transformToUni((found, failure) -> {
            if (failure == null) {
                return found.isPresent()
                        ? Uni.createFrom().item(found)
                        : Uni.createFrom().failure(new CharacterNotFoundException(characterId));
            }
            if (failure instanceof DomainException) {
                return Uni.createFrom().failure(failure);
            }
            if (standing == Standing.UNKNOWN) {
                return Uni.createFrom()
                        .failure(new CatalogUnavailableException(failure).retryAfter(config.retryAfter()));
            }
            LOG.warnf("catalogue is away, relying on the snapshot character_id=%s reason=%s", characterId, failure);
            return Uni.createFrom().item(Optional.empty());
        });
    }
}
