package io.dramatis.portrait.generation;

import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds the job before its stream begins: a stream's headers are sent before a failure in it could still be answered
 * as a problem.
 */
class FollowedJobFilter {

    private final JobService service;
    private final Caller caller;
    private final FollowedJob followed;

    FollowedJobFilter(JobService service, Caller caller, FollowedJob followed) {
        this.service = service;
        this.caller = caller;
        this.followed = followed;
    }

    @ServerRequestFilter
    @FollowsJob
    Uni<Void> find(UriInfo uri) {
        String jobId = uri.getPathParameters().getFirst("job_id");
        Uni<JobStatus> found = jobId == null
                ? newest(UUID.fromString(uri.getPathParameters().getFirst("id")))
                : service.status(UUID.fromString(jobId), caller.accountId());
        return found.invoke(followed::found).replaceWithVoid();
    }

    private Uni<JobStatus> newest(UUID characterId) {
        return service.latestStatus(characterId, caller.accountId())
                .onItem()
                .ifNull()
                .failWith(() -> new DomainException(
                                ErrorCode.JOB_NOT_FOUND,
                                "Ask for a portrait first: POST /api/characters/{id}/portrait/generate.")
                        .with("character_id", characterId));
    }
}
