package io.dramatis.portrait.generation;

import io.dramatis.portrait.image.PortraitResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Either a job that will draw (202) or the portrait that fits already (200, without a job).
 *
 * @param statusUrl the event stream of the character's newest job
 * @param jobUrl the job itself: to read or to cancel
 */
@RegisterForReflection
@Schema(requiredProperties = {"success", "character_id", "state"})
public record GenerateResponse(
        boolean success,
        UUID characterId,
        UUID jobId,
        String state,
        String statusUrl,
        String jobUrl,
        String portraitUrl,
        String portraitPath,
        String promptUsed) {

    static GenerateResponse accepted(UUID characterId, UUID jobId, String rawPrompt) {
        return new GenerateResponse(
                true,
                characterId,
                jobId,
                GenerationState.ACCEPTED.wire(),
                "/api/characters/" + characterId + "/generation-status",
                "/api/portraits/jobs/" + jobId,
                null,
                null,
                rawPrompt);
    }

    static GenerateResponse present(PortraitResponse portrait) {
        return new GenerateResponse(
                true,
                portrait.characterId(),
                null,
                GenerationState.COMPLETED.wire(),
                null,
                null,
                portrait.portraitUrl(),
                portrait.portraitPath(),
                portrait.prompt());
    }

    boolean hasJob() {
        return jobId != null;
    }
}
