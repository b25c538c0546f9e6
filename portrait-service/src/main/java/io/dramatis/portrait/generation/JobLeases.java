package io.dramatis.portrait.generation;

import io.dramatis.portrait.provider.ProviderPlaces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Who works on which job. A statement is a transaction of its own here and goes straight to the plain client: a session
 * would take two more round trips for each, and Hibernate Reactive never finds the plan of a native query again.
 */
@ApplicationScoped
class JobLeases {

    /** Locked where they are found, so that replicas that look at the same time find different ones. */
    static final String LEASE = """
            with abandoned as (
                select id from generation_job
                where state = 'running' and lease_until < now()
                order by lease_until limit $1
                for update skip locked
            ), waiting as (
                select job.id, job.turn,
                       offer.held + row_number() over (partition by offer.provider order by job.turn, job.id) as share
                from unnest($2::text[], $3::int[], $4::int[])
                        as offer (provider, places, held)
                cross join lateral (
                    select id, turn from generation_job
                    where state = 'queued' and wanted = offer.provider and next_attempt_at <= now()
                    order by turn, id limit offer.places
                    for update skip locked
                ) job
            ), next as (
                select id from (
                    select id, 0 as share, 0 as turn from abandoned
                    union all
                    select id, share, turn from waiting
                ) candidate
                order by share, turn, id limit $5
            )
            update generation_job job
            set state = 'running', attempt = job.attempt + 1, worker = $6,
                lease_until = now() + make_interval(secs => $7), percent = 10,
                message = 'an artist took it'
            from next where job.id = next.id
            returning job.id, job.character_id, job.owner_id, job.wanted, job.attempt, job.postponed,
                job.request, job.profile_hash, job.enhanced_prompt, job.enhanced_by
            """;

    private static final String RENEW = """
            with ours as (
                select id from generation_job
                where id = any($1) and worker = $2 and state = 'running'
                order by id for update
            )
            update generation_job job set lease_until = now() + make_interval(secs => $3)
            from ours where job.id = ours.id
            returning job.id
            """;

    private final Pool pool;
    private final GenerationConfig config;

    JobLeases(Pool pool, GenerationConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /**
     * Takes up to a number of jobs whose worker is gone, or whose turn it is: the provider that holds the fewest places
     * first, and in its queue the lowest turn.
     *
     * @param abandoned how many of them may be such whose worker is gone
     */
    Uni<List<LeasedJob>> take(String worker, int number, int abandoned, List<ProviderPlaces> places) {
        return pool.preparedQuery(LEASE)
                .execute(Tuple.tuple()
                        .addInteger(abandoned)
                        .addArrayOfString(
                                places.stream().map(ProviderPlaces::provider).toArray(String[]::new))
                        .addArrayOfInteger(places.stream()
                                .map(offer -> Math.min(number, offer.free()))
                                .toArray(Integer[]::new))
                        .addArrayOfInteger(
                                places.stream().map(ProviderPlaces::held).toArray(Integer[]::new))
                        .addInteger(number)
                        .addString(worker)
                        .addDouble(seconds(config.lease())))
                .map(rows -> list(rows, JobLeases::job));
    }

    /** Extends the leases that this worker still holds; those of these jobs. */
    Uni<List<UUID>> renew(String worker, List<UUID> ids) {
        // In the order of their ids: two that meet, as on a slow database, must not wait for each other.
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(ids.toArray(UUID[]::new), worker, seconds(config.lease())))
                .map(rows -> list(rows, row -> row.getUUID("id")));
    }

    private static LeasedJob job(Row row) {
        return new LeasedJob(
                row.getUUID("id"),
                row.getUUID("character_id"),
                row.getUUID("owner_id"),
                row.getString("wanted"),
                row.getInteger("attempt"),
                row.getInteger("postponed"),
                row.getString("request"),
                row.getString("profile_hash"),
                row.getString("enhanced_prompt"),
                row.getString("enhanced_by"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapper) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapper).toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /**
     * @param wanted the provider in whose queue it stood
     * @param attempt counts the takings
     * @param postponed how many of these were no try of the job's: its provider was busy, or the database away
     * @param enhancedPrompt what an earlier attempt had written, or null; and by whom
     */
    record LeasedJob(
            UUID id,
            UUID characterId,
            UUID ownerId,
            String wanted,
            int attempt,
            int postponed,
            String request,
            String profileHash,
            String enhancedPrompt,
            String enhancedBy) {

        /** Which try this is, the first being 1. */
        int tries() {
            return attempt - postponed;
        }
    }
}
