package io.dramatis.portrait.generation;

import io.dramatis.portrait.image.ImageOrigin;
import io.dramatis.portrait.prompt.EnhancedPrompt;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The job's state machine in SQL. Every step names the state it starts from, and those of a worker its attempt, so that
 * a step that comes late, twice or from a worker that lost its lease changes nothing.
 */
@ApplicationScoped
class GenerationJobRepository implements PanacheRepositoryBase<GenerationJobEntity, UUID> {

    private static final int BATCH = 200;

    static final String ENQUEUE = """
            insert into generation_job
                (id, character_id, owner_id, state, request, profile_hash, raw_prompt, message,
                 operation, wanted, turn)
            select :id, :character_id, :owner_id, 'queued', :request, :profile_hash,
                    :raw_prompt, 'waiting for an artist', :operation, :wanted,
                    greatest(0,
                        (select max(turn) from generation_job
                         where state = 'running' and wanted = :wanted),
                        (select turn from generation_job
                         where state = 'queued' and wanted = :wanted order by turn, id limit 1),
                        (select turn + 1 from generation_job
                         where owner_id = :owner_id and wanted = :wanted
                           and state in ('accepted', 'queued', 'running')
                         order by turn desc limit 1))
            on conflict (id) do update
            set state = 'queued', percent = 5, message = 'waiting for an artist',
                wanted = excluded.wanted, turn = excluded.turn
            where generation_job.state = 'accepted'
            """;

    static final String PLACES = """
            select id, wanted, place from (
                select id, wanted, row_number() over (partition by wanted order by turn, id) as place
                from generation_job where state = 'queued'
            ) queue
            where id = any(:ids)
            """;

    /** The newest job of the character; null where there is none. */
    Uni<GenerationJobEntity> latest(UUID characterId, UUID ownerId) {
        return find("characterId = ?1 and ownerId = ?2 order by id desc", characterId, ownerId)
                .firstResult();
    }

    Uni<Long> countOpen(UUID ownerId) {
        return count("ownerId = ?1 and state in ('accepted', 'queued', 'running')", ownerId);
    }

    /**
     * Makes the job wait for a worker, unless it went further already; creates it where another producer asked. It gets
     * its owner's next turn in its provider's queue: after the owner's own unfinished jobs, and not before what is
     * served there now.
     */
    Uni<Boolean> enqueue(GenerationJobEntity job) {
        return getSession()
                .chain(session -> session.createNativeQuery(ENQUEUE)
                        .setParameter("id", job.id)
                        .setParameter("character_id", job.characterId)
                        .setParameter("owner_id", job.ownerId)
                        .setParameter("request", job.request)
                        .setParameter("profile_hash", job.profileHash)
                        .setParameter("raw_prompt", job.rawPrompt)
                        .setParameter("operation", job.operation)
                        .setParameter("wanted", job.wanted)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    /** Ends a request that waits for nothing: whether it was news. */
    Uni<Boolean> refuse(GenerationJobEntity job) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into generation_job
                                    (id, character_id, owner_id, state, request, profile_hash, raw_prompt, message,
                                     operation, wanted, error_code, error_reason, finished_at)
                                values (:id, :character_id, :owner_id, 'failed', :request, :profile_hash, :raw_prompt,
                                        'the portrait could not be made', :operation, :wanted, :code, :reason, now())
                                on conflict (id) do update
                                set state = 'failed', message = excluded.message, error_code = excluded.error_code,
                                    error_reason = excluded.error_reason, finished_at = now()
                                where generation_job.state = 'accepted'
                                """)
                        .setParameter("id", job.id)
                        .setParameter("character_id", job.characterId)
                        .setParameter("owner_id", job.ownerId)
                        .setParameter("request", job.request)
                        .setParameter("profile_hash", job.profileHash)
                        .setParameter("raw_prompt", job.rawPrompt)
                        .setParameter("operation", job.operation)
                        .setParameter("wanted", job.wanted)
                        .setParameter("code", job.errorCode)
                        .setParameter("reason", job.errorReason)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    /** Whether the job is still this attempt's. */
    Uni<Boolean> keepPrompt(UUID id, int attempt, String prompt, String by) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update generation_job set enhanced_prompt = :prompt, enhanced_by = :by
                                where id = :id and attempt = :attempt and state = 'running'
                                """)
                        .setParameter("prompt", prompt)
                        .setParameter("by", by)
                        .setParameter("id", id)
                        .setParameter("attempt", attempt)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    /** Whether the job is still this attempt's to end. */
    Uni<Boolean> complete(UUID id, int attempt, ImageOrigin origin, EnhancedPrompt enhanced, String message) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update generation_job
                                set state = 'completed', percent = 100, message = :message,
                                    raw_prompt = :raw_prompt, enhanced_prompt = :enhanced_prompt,
                                    enhanced_by = :enhanced_by, prompt = :prompt, provider = :provider,
                                    model = cast(:model as text), lease_until = null, finished_at = now()
                                where id = :id and attempt = :attempt and state = 'running'
                                """)
                        .setParameter("message", message)
                        .setParameter("raw_prompt", origin.rawPrompt())
                        .setParameter("enhanced_prompt", enhanced.prompt().text())
                        .setParameter("enhanced_by", enhanced.by())
                        .setParameter("prompt", origin.prompt())
                        .setParameter("provider", origin.provider())
                        .setParameter("model", origin.model())
                        .setParameter("id", id)
                        .setParameter("attempt", attempt)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    /** Whether the job is still this attempt's to end. */
    Uni<Boolean> fail(UUID id, int attempt, String code, String reason) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update generation_job
                                set state = 'failed', message = 'the portrait could not be made',
                                    error_code = :code, error_reason = :reason,
                                    lease_until = null, finished_at = now()
                                where id = :id and attempt = :attempt and state = 'running'
                                """)
                        .setParameter("code", code)
                        .setParameter("reason", reason)
                        .setParameter("id", id)
                        .setParameter("attempt", attempt)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    /** Back into the queue, for later. */
    Uni<Boolean> retryLater(UUID id, int attempt, Duration pause) {
        return requeue(id, attempt, pause, 0, "trying again soon");
    }

    /** Back into the queue, for later, as if this attempt had not been. */
    Uni<Boolean> postpone(UUID id, int attempt, Duration pause) {
        return requeue(id, attempt, pause, 1, "waiting for a free artist");
    }

    private Uni<Boolean> requeue(UUID id, int attempt, Duration pause, int postponed, String message) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update generation_job
                                set state = 'queued', percent = 5, message = :message, lease_until = null,
                                    postponed = postponed + :postponed,
                                    next_attempt_at = now() + make_interval(secs => :pause)
                                where id = :id and attempt = :attempt and state = 'running'
                                """)
                        .setParameter("message", message)
                        .setParameter("postponed", postponed)
                        .setParameter("pause", pause.toMillis() / 1000.0)
                        .setParameter("id", id)
                        .setParameter("attempt", attempt)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    /**
     * Ends some of what is not finished.
     *
     * @param column {@code id} or {@code character_id}
     */
    Uni<List<CancelledJob>> cancel(String column, UUID id, UUID ownerId) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update generation_job
                                set state = 'cancelled', message = 'cancelled', lease_until = null, finished_at = now()
                                where id in (select id from generation_job
                                             where %s = :id and owner_id = :owner_id
                                               and state in ('accepted', 'queued', 'running')
                                             limit :batch
                                             for update)
                                returning id, character_id, owner_id, attempt
                                """.formatted(column), Object[].class)
                        .setParameter("id", id)
                        .setParameter("owner_id", ownerId)
                        .setParameter("batch", BATCH)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new CancelledJob(
                                (UUID) row[0], (UUID) row[1], (UUID) row[2], ((Number) row[3]).intValue()))
                        .toList());
    }

    /** Some of the account's prompts and requests go with it; how many. */
    Uni<Integer> eraseOfOwner(UUID ownerId) {
        return getSession().chain(session -> session.createNativeQuery("""
                                delete from generation_job where id in
                                    (select id from generation_job where owner_id = :owner_id limit :batch)
                                """)
                .setParameter("owner_id", ownerId)
                .setParameter("batch", BATCH)
                .executeUpdate());
    }

    /** The places of these jobs in the queues; 1 is its provider's next. */
    Uni<Map<UUID, QueuePlace>> queuePlaces(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return getSession()
                .chain(session -> session.createNativeQuery(PLACES, Object[].class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0],
                                row -> new QueuePlace((String) row[1], ((Number) row[2]).intValue()))));
    }

    /** Jobs in the queue of a provider that is gone from the configuration stand in the default one's. */
    Uni<Integer> adopt(Collection<String> known, String defaultProvider) {
        return getSession().chain(session -> session.createNativeQuery("""
                        update generation_job set wanted = :wanted
                        where state = 'queued' and wanted <> all(cast(:known as text[]))
                        """)
                .setParameter("wanted", defaultProvider)
                .setParameter("known", known.toArray(String[]::new))
                .executeUpdate());
    }

    /** Says that this replica takes jobs; answers who does. */
    Uni<Workforce> present(String worker, int places, Duration patience) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into generation_worker (name, places) values (:name, :places)
                                on conflict (name) do update set places = excluded.places, seen_at = now()
                                """)
                        .setParameter("name", worker)
                        .setParameter("places", places)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("""
                                        delete from generation_worker
                                        where seen_at < now() - make_interval(secs => :patience)
                                        """)
                                .setParameter("patience", patience.toMillis() / 1000.0)
                                .executeUpdate())
                        .chain(() -> session.createNativeQuery(
                                        "select count(*), sum(places) from generation_worker", Object[].class)
                                .getSingleResult()))
                .map(row -> new Workforce(((Number) row[0]).intValue(), ((Number) row[1]).intValue()));
    }

    /** A page of an account's jobs, the newest first, and one more where there are more. */
    Uni<List<GenerationJobEntity>> page(JobList list) {
        StringBuilder where = new StringBuilder("ownerId = :owner");
        Map<String, Object> values = new HashMap<>(Map.of("owner", list.ownerId()));
        if (list.state() != null) {
            where.append(" and state = :state");
            values.put("state", list.state());
        }
        if (list.characterId() != null) {
            where.append(" and characterId = :character");
            values.put("character", list.characterId());
        }
        if (list.batchId() != null) {
            where.append(" and batchId = :batch");
            values.put("batch", list.batchId());
        }
        if (list.before() != null) {
            where.append(" and createdAt <= :before and (createdAt < :before or id < :beforeId)");
            values.put("before", list.before());
            values.put("beforeId", list.beforeId());
        }
        return find(where + " order by createdAt desc, id desc", values)
                .range(0, list.limit())
                .list();
    }

    /** Open jobs by state. */
    Uni<Map<String, Long>> countByState() {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select state, count(*) from generation_job
                                where state in ('accepted', 'queued', 'running') group by state
                                """, Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue())));
    }

    /** @param attempt counts the takings before */
    record CancelledJob(UUID id, UUID characterId, UUID ownerId, int attempt) {}

    /** @param place 1 is next */
    record QueuePlace(String provider, int place) {}

    /** @param places jobs that all replicas work on at the same time */
    record Workforce(int replicas, int places) {}

    /**
     * What of an account's jobs to list; null for any.
     *
     * @param before where the page before ended, with the id
     */
    record JobList(
            UUID ownerId, String state, UUID characterId, UUID batchId, Instant before, UUID beforeId, int limit) {}
}
