package io.dramatis.portrait.image;

import io.dramatis.portrait.storage.ArtifactStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Files that belong to no image: noted before they are written, settled by the commit that makes them an image's. What
 * a crash or a deletion leaves is removed from here; nobody has to walk through the store.
 *
 * <p>A sweep claims what it is about to remove, removes it outside of any transaction, since a store may be slow, and only
 * then forgets it. Meanwhile a writer of the same file waits, and the commit of one that did not know is refused
 * ({@link ImageRepository#settle}).
 *
 * <p>On the plain client rather than a session: it works across threads, which writing files needs.
 */
@ApplicationScoped
class LooseFiles {

    private static final Logger LOG = Logger.getLogger(LooseFiles.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Pool pool;
    private final ArtifactStore store;
    private final SweepConfig config;

    LooseFiles(Pool pool, ArtifactStore store, SweepConfig config) {
        this.pool = pool;
        this.store = store;
        this.config = config;
    }

    /**
     * To be committed before the file is written. Waits where the file is being removed.
     *
     * @param jobId whose running keeps the file from being swept, or null
     */
    Uni<Void> note(String path, UUID jobId) {
        return pool.preparedQuery("""
                        insert into loose_file (path, job_id, attempt)
                        values ($1, $2, (select attempt from generation_job where id = $2))
                        on conflict (path) do update
                        set job_id = excluded.job_id, attempt = excluded.attempt, noted_at = now(),
                            claimed_by = null, claimed_until = null
                        where loose_file.claimed_until is null or loose_file.claimed_until < now()
                        """)
                .execute(Tuple.of(path, jobId))
                .invoke(noted -> {
                    if (noted.rowCount() == 0) {
                        throw new BeingRemovedException(path);
                    }
                })
                .onFailure(BeingRemovedException.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(config.claim().toMillis())
                .replaceWithVoid();
    }

    @Scheduled(every = "{dramatis.portrait.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Uni.createFrom()
                .deferred(this::sweepBatch)
                .chain(done ->
                        done == config.batch() ? sweep() : Uni.createFrom().voidItem());
    }

    /** How many are gone with this. What could not be removed counts for nothing, so that a store that is away ends it. */
    private Uni<Integer> sweepBatch() {
        UUID sweep = UUID.randomUUID();
        long end = System.nanoTime() + config.claim().toNanos() / 2;
        return claim(sweep)
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(0)
                        : inUse(sweep, claimed)
                                .chain(used -> remove(claimed, used, end))
                                .call(done -> forget(sweep, done))
                                .map(List::size));
    }

    /** The oldest files whose writers are gone: no job that writes them is running, in the attempt that wrote them. */
    private Uni<List<LooseFile>> claim(UUID sweep) {
        return pool.preparedQuery("""
                        update loose_file f
                        set claimed_by = $1, claimed_until = now() + make_interval(secs => $2)
                        from (select l.path from loose_file l
                              where l.noted_at < now() - make_interval(secs => $3)
                                and (l.claimed_until is null or l.claimed_until < now())
                                and not exists (select 1 from generation_job j
                                                where j.id = l.job_id and j.state = 'running'
                                                  and j.lease_until > now()
                                                  and j.attempt = coalesce(l.attempt, j.attempt))
                              order by l.noted_at limit $4
                              for update skip locked) due
                        where f.path = due.path
                        returning f.path, f.noted_at
                        """)
                .execute(Tuple.of(sweep, seconds(config.claim()), seconds(config.grace()), config.batch()))
                .map(rows -> stream(rows)
                        .map(row -> new LooseFile(row.getString("path"), row.getOffsetDateTime("noted_at")))
                        .toList());
    }

    /** Of all places where the files may lie, those that are an image's or that somebody is writing to. */
    private Uni<Set<String>> inUse(UUID sweep, List<LooseFile> claimed) {
        String[] places = claimed.stream()
                .flatMap(file -> store.places(file.path()).stream())
                .distinct()
                .toArray(String[]::new);
        return pool.preparedQuery("""
                        select path from image where path = any($1)
                        union
                        select path from loose_file where path = any($1) and claimed_by is distinct from $2
                        """)
                .execute(Tuple.of(places, sweep))
                .map(rows -> new HashSet<>(
                        stream(rows).map(row -> row.getString("path")).toList()));
    }

    /** Emits what may be forgotten; what could not be removed stays for a later sweep. */
    private Uni<List<LooseFile>> remove(List<LooseFile> claimed, Set<String> used, long end) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUni(file -> used.contains(file.path())
                        ? Uni.createFrom().item(file)
                        : Uni.createFrom()
                                .deferred(() -> System.nanoTime() > end
                                        ? Uni.createFrom().nullItem()
                                        : removeFiles(file, used)))
                .merge(config.concurrency())
                .collect()
                .asList()
                .invoke(done -> {
                    long removed = done.stream()
                            .filter(file -> !used.contains(file.path()))
                            .count();
                    if (removed > 0) {
                        LOG.infof("orphaned images removed count=%d", removed);
                    }
                    if (done.size() < claimed.size()) {
                        LOG.warnf("orphaned images not removed yet count=%d", claimed.size() - done.size());
                    }
                });
    }

    private Uni<LooseFile> removeFiles(LooseFile file, Set<String> used) {
        List<String> places = store.places(file.path());
        // An image that was written to another place may still be read from one of these.
        boolean shared = places.stream().anyMatch(used::contains);
        return Multi.createFrom()
                .iterable(shared ? List.of(file.path()) : places)
                .onItem()
                .transformToIterable(ImagePaths::allPaths)
                .onItem()
                .transformToUniAndConcatenate(store::delete)
                .collect()
                .asList()
                .replaceWith(file)
                .onFailure()
                .invoke(failure -> LOG.debugf(failure, "orphaned image not removed path=%s", file.path()))
                .onFailure()
                .recoverWithNull();
    }

    /** Unless somebody noted it anew, which changes the time. */
    private Uni<Void> forget(UUID sweep, List<LooseFile> done) {
        return pool.preparedQuery("""
                        delete from loose_file f
                        using unnest($1::text[], $2::timestamptz[]) as done(path, noted_at)
                        where f.path = done.path and f.noted_at = done.noted_at and f.claimed_by = $3
                        """)
                .execute(Tuple.of(
                        done.stream().map(LooseFile::path).toArray(String[]::new),
                        done.stream().map(LooseFile::notedAt).toArray(OffsetDateTime[]::new),
                        sweep))
                .replaceWithVoid();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Stream<Row> stream(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private record LooseFile(String path, OffsetDateTime notedAt) {}

    private static final class BeingRemovedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BeingRemovedException(String path) {
            super("the sweeper removes " + path);
        }
    }
}
