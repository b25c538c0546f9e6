package io.dramatis.portrait.generation;

import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/portraits/batch")
@Authenticated
@Tag(name = "Portraits")
@Cancellable(false)
public class BatchResource {

    private final GenerationService service;
    private final Caller caller;

    BatchResource(GenerationService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for portraits of a party",
            description = "A result for each character: a job, the present portrait where it fits and nothing else is "
                    + "wished, or a problem, which is none of the others'.")
    @APIResponse(
            responseCode = "202",
            description = "At least one is being drawn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "None is being drawn: they are all there, or have problems",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchResponse.class)))
    public Uni<RestResponse<BatchResponse>> generateBatch(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @NotNull(message = "must not be null") @Valid BatchRequest request) {
        return service.batch(request, idempotencyKey, caller)
                .map(answer -> RestResponse.status(
                        answer.accepted() > 0 ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK, answer));
    }
}
