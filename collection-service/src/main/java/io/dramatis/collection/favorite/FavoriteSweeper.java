package io.dramatis.collection.favorite;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Drops snapshots that are nobody's favourite, so that their number is bounded by that of the favourites. */
@ApplicationScoped
class FavoriteSweeper {

    private final SnapshotService snapshots;

    FavoriteSweeper(SnapshotService snapshots) {
        this.snapshots = snapshots;
    }

    @Scheduled(every = "{dramatis.janitor.every}", delayed = "1m")
    Uni<Void> sweep() {
        return snapshots.sweep().replaceWithVoid();
    }
}
