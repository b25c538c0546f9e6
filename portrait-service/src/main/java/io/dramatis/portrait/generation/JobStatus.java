package io.dramatis.portrait.generation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dramatis.portrait.generation.GenerationJobRepository.QueuePlace;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a job stands: the data of its stream's events.
 *
 * @param percent 0–100
 * @param queuePosition 1 is its provider's next; null when not waiting
 * @param etaS seconds until done as far as known, or null
 * @param imageUrls once completed
 * @param code once failed: from the error catalogue
 * @param reason once failed: for people
 * @param attempt counts the takings by workers
 */
@RegisterForReflection
@Schema(requiredProperties = {"job_id", "character_id", "state", "percent", "image_urls"})
public record JobStatus(
        UUID jobId,
        UUID characterId,
        String state,
        int percent,
        String message,
        Integer queuePosition,
        Integer etaS,
        List<String> imageUrls,
        String code,
        String reason,
        @JsonIgnore int attempt) {

    private static final int STEPS_OF_AN_ATTEMPT = 1_000;

    static JobStatus of(GenerationJobEntity job, QueuePlace place, Integer etaS, List<String> imageUrls) {
        return new JobStatus(
                job.id,
                job.characterId,
                job.state,
                job.percent,
                job.message,
                place == null ? null : place.place(),
                etaS,
                imageUrls,
                job.errorCode,
                job.errorReason,
                job.attempt);
    }

    boolean terminal() {
        return GenerationState.of(state).terminal();
    }

    /** Grows with every step of a job, also over a worker's death: what a resuming client has is never shown again. */
    long sequence() {
        return sequence(attempt, GenerationState.of(state), percent);
    }

    /** Waiting for the next attempt comes after all of this one's progress, the end after everything. */
    static long sequence(int attempt, GenerationState state, int percent) {
        if (state.terminal()) {
            return sequence(attempt, STEPS_OF_AN_ATTEMPT - 1);
        }
        return sequence(attempt, state == GenerationState.QUEUED && attempt > 0 ? STEPS_OF_AN_ATTEMPT - 2 : percent);
    }

    private static long sequence(int attempt, int step) {
        return (long) attempt * STEPS_OF_AN_ATTEMPT + step;
    }

    /** Which attempt a sequence number belongs to. */
    static int attempt(long sequence) {
        return (int) (sequence / STEPS_OF_AN_ATTEMPT);
    }
}
