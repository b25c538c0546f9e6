package io.dramatis.portrait.generation;

import io.dramatis.events.GenerationRequested;
import io.dramatis.kit.hash.Sha256;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job, with what was asked for and what came of it.
 *
 * @param operation portrait, additional or variant
 * @param batchId the batch it was asked for in, or null
 * @param queuePosition 1 is its provider's next; null when not waiting
 * @param etaS seconds until done as far as known, or null
 * @param imageUrls once completed
 * @param code once failed: from the error catalogue
 * @param reason once failed: for people
 * @param attempts takings by workers
 * @param provider who drew it, or is asked to
 * @param prompt as it was sent to the provider
 */
@Schema(
        requiredProperties = {
            "job_id",
            "character_id",
            "operation",
            "state",
            "percent",
            "image_urls",
            "attempts",
            "provider",
            "created_at",
            "status_url"
        })
public record JobResponse(
        UUID jobId,
        UUID characterId,
        UUID batchId,
        String operation,
        String state,
        int percent,
        String message,
        Integer queuePosition,
        Integer etaS,
        List<String> imageUrls,
        String code,
        String reason,
        int attempts,
        String provider,
        String model,
        String style,
        Integer count,
        String customPromptAdditions,
        UUID referenceImageId,
        Double identityStrength,
        UUID storyId,
        String rawPrompt,
        String enhancedPrompt,
        String enhancedBy,
        String prompt,
        Instant createdAt,
        Instant finishedAt,
        String statusUrl) {

    /** @param request what was asked for; null where it cannot be read any more */
    static JobResponse of(GenerationJobEntity job, JobStatus status, GenerationRequested request) {
        boolean known = request != null;
        return new JobResponse(
                job.id,
                job.characterId,
                job.batchId,
                job.operation,
                job.state,
                job.percent,
                job.message,
                status.queuePosition(),
                status.etaS(),
                status.imageUrls(),
                job.errorCode,
                job.errorReason,
                job.attempt,
                job.provider == null ? job.wanted : job.provider,
                job.model != null || !known ? job.model : request.model(),
                known ? request.style() : null,
                known ? request.count() : null,
                known ? request.customPromptAdditions() : null,
                known ? request.referenceImageId() : null,
                known ? request.identityStrength() : null,
                known ? request.storyId() : null,
                job.rawPrompt,
                job.enhancedPrompt,
                job.enhancedBy,
                job.prompt,
                job.createdAt,
                job.finishedAt,
                "/api/portraits/jobs/" + job.id + "/status");
    }

    /** Another one with every change that a client could see. */
    String etag() {
        return '"' + HexFormat.of().formatHex(Sha256.of(toString()), 0, 16) + '"';
    }
}
