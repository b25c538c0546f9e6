package io.dramatis.portrait.generation;

import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/characters/{id}")
@Authenticated
@Tag(name = "Portraits")
public class GenerationResource {

    private final GenerationService service;
    private final StatusStreams streams;
    private final FollowedJob followed;
    private final Caller caller;

    GenerationResource(GenerationService service, StatusStreams streams, FollowedJob followed, Caller caller) {
        this.service = service;
        this.streams = streams;
        this.followed = followed;
        this.caller = caller;
    }

    @POST
    @Path("/portrait/generate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for a portrait",
            description = "202 with a job, or 200 with the present portrait where it fits the profile, regenerate is "
                    + "false and nothing else is wished.")
    @APIResponse(
            responseCode = "202",
            description = "A job draws it; follow status_url",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GenerateResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The present portrait fits",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GenerateResponse.class)))
    public Uni<RestResponse<GenerateResponse>> generatePortrait(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid GeneratePortraitRequest request) {
        return service.generate(id, request == null ? GeneratePortraitRequest.empty() : request, idempotencyKey, caller)
                .map(answer -> answer.hasJob()
                        ? RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, answer)
                                .header("Location", answer.statusUrl())
                                .build()
                        : RestResponse.ok(answer));
    }

    @GET
    @Path("/generation-status")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Follow the newest job",
            description = "Server-Sent Events: progress, then completed, failed or cancelled, then the end. Resumes "
                    + "after Last-Event-ID; a comment every 15 s shows life.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = JobStatus.class)))
    @FollowsJob
    public Multi<OutboundSseEvent> getGenerationStatus(
            @PathParam("id") UUID id, @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        JobStatus status = followed.status();
        return streams.watch(status, lastSeen(lastEventId, status.jobId())).map(news -> event(sse, news));
    }

    private static OutboundSseEvent event(Sse sse, Optional<JobStatus> status) {
        if (status.isEmpty()) {
            return sse.newEventBuilder().comment("still here").build();
        }
        JobStatus job = status.get();
        return sse.newEventBuilder()
                .id(job.jobId() + ":" + job.sequence())
                .name(job.terminal() ? job.state() : "progress")
                .data(JobStatus.class, job)
                .build();
    }

    /** An id of another job, or none of ours, resumes nothing. */
    private static long lastSeen(String lastEventId, UUID jobId) {
        String prefix = jobId + ":";
        if (lastEventId == null || !lastEventId.startsWith(prefix)) {
            return -1;
        }
        try {
            return Long.parseLong(lastEventId.substring(prefix.length()));
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
