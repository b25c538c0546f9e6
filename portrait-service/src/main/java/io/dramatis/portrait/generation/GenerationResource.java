package io.dramatis.portrait.generation;

import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/characters/{id}")
@Authenticated
@Tag(name = "Portraits")
@Cancellable(false)
public class GenerationResource {

    private final GenerationService service;
    private final StatusEvents streams;
    private final FollowedJob followed;
    private final Caller caller;

    GenerationResource(GenerationService service, StatusEvents streams, FollowedJob followed, Caller caller) {
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
                .map(answer -> answer.hasJob() ? accepted(answer) : RestResponse.ok(answer));
    }

    @POST
    @Path("/regenerate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Draw a new portrait",
            description =
                    "Always draws; what comes of it becomes the portrait, and the ones before stay in the gallery. "
                            + "The character is left as it is.")
    @APIResponse(
            responseCode = "202",
            description = "A job draws it; follow status_url",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GenerateResponse.class)))
    public Uni<RestResponse<GenerateResponse>> regeneratePortrait(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid GeneratePortraitRequest request) {
        return service.regenerate(
                        id, request == null ? GeneratePortraitRequest.empty() : request, idempotencyKey, caller)
                .map(GenerationResource::accepted);
    }

    @POST
    @Path("/generate-image")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Draw one more image",
            description = "It joins the gallery, and becomes the portrait only where there is none.")
    @APIResponse(
            responseCode = "202",
            description = "A job draws it; follow status_url",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GenerateResponse.class)))
    public Uni<RestResponse<GenerateResponse>> generateImage(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid ImageWishes request) {
        return service.another(id, request == null ? ImageWishes.empty() : request, idempotencyKey, caller)
                .map(GenerationResource::accepted);
    }

    @POST
    @Path("/variants")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Draw the character with a known face in a new situation",
            description =
                    "The reference is one of your own images, of any of your characters. What comes of it joins "
                            + "the gallery with its likeness to the reference, and becomes the portrait only where there is none.")
    @APIResponse(
            responseCode = "202",
            description = "A job draws it; follow status_url",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GenerateResponse.class)))
    public Uni<RestResponse<GenerateResponse>> generateVariants(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @NotNull(message = "must not be null") @Valid VariantRequest request) {
        return service.vary(id, request, idempotencyKey, caller).map(GenerationResource::accepted);
    }

    @POST
    @Path("/enhance-prompt")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "See the prompt without drawing",
            description =
                    "The raw prompt of the profile, what it is made into, and how a provider's limit would cut it.")
    public Uni<EnhancePromptResponse> enhancePrompt(@PathParam("id") UUID id, @Valid EnhancePromptRequest request) {
        return service.enhance(id, request == null ? EnhancePromptRequest.empty() : request, caller);
    }

    private static RestResponse<GenerateResponse> accepted(GenerateResponse answer) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, answer)
                .header("Location", answer.statusUrl())
                .build();
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
        return streams.follow(status, lastEventId, sse);
    }
}
