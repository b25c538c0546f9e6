package io.dramatis.portrait.generation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a batch.
 *
 * @param batchId its jobs are listed by it
 * @param accepted how many are being drawn
 * @param present how many have a portrait that fits already
 * @param refused how many have a problem
 * @param results one for each character, in the request's order
 */
@RegisterForReflection
@Schema(requiredProperties = {"batch_id", "accepted", "present", "refused", "results"})
public record BatchResponse(UUID batchId, int accepted, int present, int refused, List<BatchResult> results) {

    static BatchResponse of(UUID batchId, List<BatchResult> results) {
        int accepted = (int) results.stream().filter(BatchResult::hasJob).count();
        int refused = (int)
                results.stream().filter(result -> result.problem() != null).count();
        return new BatchResponse(batchId, accepted, results.size() - accepted - refused, refused, results);
    }
}
