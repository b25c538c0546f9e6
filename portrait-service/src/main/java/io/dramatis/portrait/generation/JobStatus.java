package io.dramatis.portrait.generation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * Where a job stands: the data of its stream's events.
 *
 * @param percent 0–100
 * @param queuePosition 1 is next; null when not waiting
 * @param etaS seconds until done as far as known, or null
 * @param imageUrls once completed
 * @param code once failed: from the error catalogue
 * @param reason once failed: for people
 * @param attempt counts the takings by workers
 */
@RegisterForReflection
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

    static JobStatus of(GenerationJobEntity job, Integer queuePosition, List<String> imageUrls) {
        return new JobStatus(
                job.id,
                job.characterId,
                job.state,
                job.percent,
                job.message,
                queuePosition,
                null,
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
        return sequence(attempt, terminal() ? STEPS_OF_AN_ATTEMPT - 1 : percent);
    }

    static long sequence(int attempt, int step) {
        return (long) attempt * STEPS_OF_AN_ATTEMPT + step;
    }

    JobStatus withEta(Integer seconds) {
        return new JobStatus(
                jobId, characterId, state, percent, message, queuePosition, seconds, imageUrls, code, reason, attempt);
    }
}
