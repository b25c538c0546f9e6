package io.dramatis.portrait.generation;

import io.dramatis.kit.http.Preconditions;
import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The caller's own generation jobs. */
@Path("/api/portraits/jobs")
@Authenticated
@Tag(name = "Portraits")
@Cancellable(false)
public class JobResource {

    private final JobService service;
    private final StatusEvents streams;
    private final FollowedJob followed;
    private final Caller caller;

    JobResource(JobService service, StatusEvents streams, FollowedJob followed, Caller caller) {
        this.service = service;
        this.streams = streams;
        this.followed = followed;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Your jobs, the newest first")
    public Uni<Page<JobResponse>> listJobs(@Valid @BeanParam JobListParams params) {
        return service.list(params.of(caller));
    }

    @GET
    @Path("/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A job: what was asked for, where it stands, what came of it")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "304", description = "It is as the client has it")
    public Uni<RestResponse<JobResponse>> getJob(
            @PathParam("job_id") UUID jobId, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return service.get(jobId, caller.accountId()).map(job -> {
            String etag = job.etag();
            ResponseBuilder<JobResponse> response = Preconditions.notModified(ifNoneMatch, etag)
                    ? ResponseBuilder.notModified()
                    : ResponseBuilder.ok(job);
            return response.header(HttpHeaders.ETAG, etag)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .build();
        });
    }

    @DELETE
    @Path("/{job_id}")
    @Operation(
            summary = "Cancel a job",
            description = "Whatever it is doing: nothing comes of it any more. Doing so twice is fine; a job that has "
                    + "completed or failed is left as it is (409).")
    @APIResponse(responseCode = "204", description = "It is cancelled")
    public Uni<RestResponse<Void>> cancelJob(@PathParam("job_id") UUID jobId) {
        return service.cancel(jobId, caller.accountId()).replaceWith(RestResponse.noContent());
    }

    @GET
    @Path("/{job_id}/status")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Follow a job",
            description = "As GET /api/characters/{id}/generation-status does for the character's newest one.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = JobStatus.class)))
    @FollowsJob
    public Multi<OutboundSseEvent> getJobStatus(
            @PathParam("job_id") UUID jobId, @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return streams.follow(followed.status(), lastEventId, sse);
    }
}
