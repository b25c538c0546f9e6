package io.dramatis.portrait.image;

import io.dramatis.portrait.storage.ArtifactStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Files that belong to no image: noted before they are written, settled by the commit that makes them an image's. What
 * a crash or a deletion leaves is removed from here; nobody has to walk through the store.
 *
 * <p>On the plain client rather than a session: it works across threads, which writing files needs.
 */
@ApplicationScoped
class LooseFiles {

    private static final Logger LOG = Logger.getLogger(LooseFiles.class);

    /** Well above a lease, so that the file of a writer that is merely slow is never taken for an orphan. */
    private static final int GRACE_SECONDS = 30;

    private static final int BATCH = 200;

    private final Pool pool;
    private final ArtifactStore store;

    LooseFiles(Pool pool, ArtifactStore store) {
        this.pool = pool;
        this.store = store;
    }

    /** To be committed before the file is written. */
    Uni<Void> note(String path, UUID jobId) {
        return pool.preparedQuery("""
                        insert into loose_file (path, job_id) values ($1, $2)
                        on conflict (path) do update set job_id = excluded.job_id, noted_at = now()
                        """).execute(Tuple.of(path, jobId)).replaceWithVoid();
    }

    /**
     * The rows stay locked while their files go, so that a job that is about to write the same file again waits and
     * then writes it.
     */
    @Scheduled(every = "{dramatis.portrait.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pool.withTransaction(connection -> connection
                        .preparedQuery("""
                                select f.path, exists (select 1 from image i where i.path = f.path) as used
                                from loose_file f
                                where f.noted_at < now() - make_interval(secs => $1)
                                  and not exists (select 1 from generation_job j
                                                  where j.id = f.job_id and j.state = 'running'
                                                    and j.lease_until > now())
                                order by f.noted_at limit $2
                                for update of f skip locked
                                """)
                        .execute(Tuple.of((double) GRACE_SECONDS, BATCH))
                        .chain(rows -> remove(connection, rows)))
                .invoke(removed -> {
                    if (removed > 0) {
                        LOG.infof("orphaned images removed count=%d", removed);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Integer> remove(SqlConnection connection, Iterable<Row> rows) {
        List<String> all = new ArrayList<>();
        List<String> orphans = new ArrayList<>();
        for (Row row : rows) {
            all.add(row.getString("path"));
            if (!row.getBoolean("used")) {
                orphans.add(row.getString("path"));
            }
        }
        if (all.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Multi.createFrom()
                .iterable(orphans)
                .onItem()
                .transformToIterable(ImagePaths::allPaths)
                .onItem()
                .transformToUniAndConcatenate(store::delete)
                .collect()
                .asList()
                .chain(() -> connection
                        .preparedQuery("delete from loose_file where path = any($1)")
                        .execute(Tuple.of(all.toArray(String[]::new))))
                .replaceWith(orphans.size());
    }
}
