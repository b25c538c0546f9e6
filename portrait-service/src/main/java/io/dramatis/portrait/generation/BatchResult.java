package io.dramatis.portrait.generation;

import io.dramatis.kit.error.DomainException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of one character of a batch: a job that will draw, the portrait that fits already, or a problem.
 *
 * @param state of the job, or completed where the portrait is there; null where there is a problem
 */
@RegisterForReflection
@Schema(requiredProperties = "character_id")
public record BatchResult(
        UUID characterId,
        UUID jobId,
        String state,
        String jobUrl,
        String statusUrl,
        String portraitUrl,
        ItemProblem problem) {

    /**
     * @param code from the error catalogue
     * @param status as the request for this character alone would be answered with
     */
    @RegisterForReflection
    @Schema(requiredProperties = {"code", "status", "title"})
    public record ItemProblem(String code, int status, String title, String detail) {}

    static BatchResult of(GenerateResponse answer) {
        return new BatchResult(
                answer.characterId(),
                answer.jobId(),
                answer.state(),
                answer.jobUrl(),
                answer.statusUrl(),
                answer.portraitUrl(),
                null);
    }

    static BatchResult problem(UUID characterId, DomainException problem) {
        return new BatchResult(
                characterId,
                null,
                null,
                null,
                null,
                null,
                new ItemProblem(
                        problem.code().name(),
                        problem.code().status(),
                        problem.code().title(),
                        problem.getMessage()));
    }

    boolean hasJob() {
        return jobId != null;
    }
}
