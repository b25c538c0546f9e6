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

    private final GenerationService service;
    private final Caller caller;
    private final FollowedJob followed;

    FollowedJobFilter(GenerationService service, Caller caller, FollowedJob followed) {
        this.service = service;
        this.caller = caller;
        this.followed = followed;
    }

    @ServerRequestFilter
    @FollowsJob
    Uni<Void> find(UriInfo uri) {
        String id = uri.getPathParameters().getFirst("id");
        return service.latestStatus(UUID.fromString(id), caller.accountId())
                .onItem()
                .ifNull()
                .failWith(() -> new DomainException(
                                ErrorCode.JOB_NOT_FOUND,
                                "Ask for a portrait first: POST /api/characters/{id}/portrait/generate.")
                        .with("character_id", id))
                .invoke(followed::found)
                .replaceWithVoid();
    }
}
