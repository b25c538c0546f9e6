package io.dramatis.portrait.generation;

import io.dramatis.portrait.image.ImageOrigin;
import io.dramatis.portrait.prompt.EnhancedPrompt;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    /** The newest job of the character; null where there is none. */
    Uni<GenerationJobEntity> latest(UUID characterId, UUID ownerId) {
        return find("characterId = ?1 and ownerId = ?2 order by id desc", characterId, ownerId)
                .firstResult();
    }

    Uni<Long> countOpen(UUID ownerId) {
        return count("ownerId = ?1 and state in ('accepted', 'queued', 'running')", ownerId);
    }

    /** Makes the job wait for a worker, unless it went further already; creates it where another producer asked. */
    Uni<Boolean> enqueue(GenerationJobEntity job) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into generation_job
                                    (id, character_id, owner_id, state, request, profile_hash, raw_prompt, message)
                                values (:id, :character_id, :owner_id, 'queued', :request, :profile_hash,
                                        :raw_prompt, 'waiting for an artist')
                                on conflict (id) do update
                                set state = 'queued', percent = 5, message = 'waiting for an artist'
                                where generation_job.state = 'accepted'
                                """)
                        .setParameter("id", job.id)
                        .setParameter("character_id", job.characterId)
                        .setParameter("owner_id", job.ownerId)
                        .setParameter("request", job.request)
                        .setParameter("profile_hash", job.profileHash)
                        .setParameter("raw_prompt", job.rawPrompt)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    /** Takes up to a number of jobs that wait or whose worker is gone; the oldest first. */
    Uni<List<LeasedJob>> lease(String worker, int number, Duration lease) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                with next as (
                                    select id from generation_job
                                    where (state = 'queued' and next_attempt_at <= now())
                                       or (state = 'running' and lease_until < now())
                                    order by id limit :number
                                    for update skip locked
                                )
                                update generation_job job
                                set state = 'running', attempt = job.attempt + 1, worker = :worker,
                                    lease_until = now() + make_interval(secs => :lease), percent = 10,
                                    message = 'an artist took it'
                                from next where job.id = next.id
                                returning job.id, job.attempt, job.postponed, job.request, job.profile_hash,
                                    job.enhanced_prompt, job.enhanced_by
                                """, Object[].class)
                        .setParameter("number", number)
                        .setParameter("worker", worker)
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new LeasedJob(
                                (UUID) row[0],
                                ((Number) row[1]).intValue(),
                                ((Number) row[2]).intValue(),
                                (String) row[3],
                                (String) row[4],
                                (String) row[5],
                                (String) row[6]))
                        .toList());
    }

    /** Extends the leases this worker still holds. */
    Uni<List<UUID>> heartbeat(String worker, List<UUID> ids, Duration lease) {
        return getSession().chain(session -> session.createNativeQuery("""
                                update generation_job set lease_until = now() + make_interval(secs => :lease)
                                where id = any(:ids) and worker = :worker and state = 'running'
                                returning id
                                """, UUID.class)
                .setParameter("lease", lease.toMillis() / 1000.0)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("worker", worker)
                .getResultList());
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
    Uni<Boolean> complete(UUID id, int attempt, ImageOrigin origin, EnhancedPrompt enhanced) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update generation_job
                                set state = 'completed', percent = 100, message = 'the portrait is ready',
                                    raw_prompt = :raw_prompt, enhanced_prompt = :enhanced_prompt,
                                    enhanced_by = :enhanced_by, prompt = :prompt, provider = :provider,
                                    model = cast(:model as text), lease_until = null, finished_at = now()
                                where id = :id and attempt = :attempt and state = 'running'
                                """)
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
     * Ends what is not finished.
     *
     * @param column {@code character_id} or {@code owner_id}
     */
    Uni<Void> cancelOpen(String column, UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update generation_job
                                set state = 'cancelled', message = 'cancelled', lease_until = null, finished_at = now()
                                where %s = :id and state in ('accepted', 'queued', 'running')
                                """.formatted(column))
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The account's prompts and requests go with it. */
    Uni<Void> eraseOfOwner(UUID ownerId) {
        return delete("ownerId", ownerId).replaceWithVoid();
    }

    /** The places of these jobs in the queue; 1 is next. */
    Uni<Map<UUID, Integer>> queuePositions(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, place from (
                                    select id, row_number() over (order by id) as place
                                    from generation_job where state = 'queued'
                                ) queue
                                where id = any(:ids)
                                """, Object[].class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue())));
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

    /**
     * @param attempt counts the takings
     * @param postponed how many of these ended before anything was tried
     * @param enhancedPrompt what an earlier attempt had written, or null; and by whom
     */
    record LeasedJob(
            UUID id,
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
