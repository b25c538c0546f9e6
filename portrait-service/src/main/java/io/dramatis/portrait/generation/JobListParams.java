package io.dramatis.portrait.generation;

import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.Cursor;
import io.dramatis.kit.paging.PageParams;
import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.WireValues;
import io.dramatis.portrait.generation.GenerationJobRepository.JobList;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What {@code GET /api/portraits/jobs} can be asked for. Ids are text until they are validated, as all else. */
class JobListParams extends PageParams {

    private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @QueryParam("state")
    @OneOf(GenerationState.class)
    @Parameter(description = "Only in this state: accepted, queued, running, completed, failed or cancelled")
    String state;

    @QueryParam("character_id")
    @Pattern(regexp = UUID_PATTERN, message = "must be an id")
    @Parameter(description = "Only of this character")
    String characterId;

    @QueryParam("batch_id")
    @Pattern(regexp = UUID_PATTERN, message = "must be an id")
    @Parameter(description = "Only of this batch")
    String batchId;

    JobList of(Caller caller) {
        Cursor cursor = cursor().orElse(null);
        return new JobList(
                caller.accountId(),
                WireValues.parse(GenerationState.class, state)
                        .map(GenerationState::wire)
                        .orElse(null),
                id(characterId),
                id(batchId),
                cursor == null ? null : cursor.instant(0),
                cursor == null ? null : cursor.uuid(1),
                limit());
    }

    private static UUID id(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
