package io.dramatis.catalog.character;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.profile.ProfileLimits;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Problems;
import io.dramatis.kit.http.Preconditions;
import io.dramatis.kit.idempotency.Idempotency;
import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.Page;
import io.dramatis.kit.validation.PlainText;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Characters over HTTP. */
@Path("/api/characters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Characters")
@Cancellable(false)
public class CharacterResource {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private final CharacterService characters;
    private final CharacterValidation validation;
    private final Caller caller;
    private final Problems problems;

    CharacterResource(CharacterService characters, CharacterValidation validation, Caller caller, Problems problems) {
        this.characters = characters;
        this.validation = validation;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @Operation(summary = "Published characters and, with a token, one's own")
    @APIResponse(responseCode = "200", description = "A page of the list")
    @APIResponse(responseCode = "304", description = "The page is as the client has it")
    public Uni<RestResponse<Page<CharacterSummary>>> listCharacters(
            @Valid @BeanParam CharacterListParams params, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return characters
                .list(params.toList(caller))
                .map(page -> read(page, CharacterTags.of(page), ifNoneMatch))
                .onFailure(this::unexpected)
                .transform(as(ErrorCode.CHARACTER_ERROR));
    }

    @POST
    @Authenticated
    @Operation(summary = "Create a character of one's own")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CharacterResponse.class)))
    public Uni<RestResponse<CharacterResponse>> createCharacter(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, CharacterRequest request) {
        return characters
                .create(caller.accountId(), idempotencyKey, validation.valid(request))
                .map(CharacterResource::created)
                .onFailure(this::unexpected)
                .transform(as(ErrorCode.CHARACTER_CREATION));
    }

    @POST
    @Path("/from-external")
    @Authenticated
    @Operation(summary = "Keep a search result; one that was kept before is answered as it is")
    @APIResponse(
            responseCode = "200",
            description = "Kept before",
            content = @Content(schema = @Schema(implementation = CharacterResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Kept now",
            content = @Content(schema = @Schema(implementation = CharacterResponse.class)))
    public Uni<RestResponse<CharacterResponse>> createFromExternal(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, FromExternalRequest request) {
        return characters
                .keep(caller.accountId(), idempotencyKey, validation.valid(request))
                .map(kept -> kept.created() ? created(kept.character()) : written(kept.character()))
                .onFailure(this::unexpected)
                .transform(as(ErrorCode.CHARACTER_CREATION));
    }

    @GET
    @Path("/check-name")
    @Authenticated
    @Operation(summary = "Whether one has no character of this name yet")
    public Uni<NameCheck> checkName(
            @QueryParam("name")
                    @NotNull(message = CharacterRequest.BLANK)
                    @Pattern(regexp = CharacterRequest.VISIBLE, message = CharacterRequest.BLANK)
                    @PlainText
                    @Size(max = ProfileLimits.NAME, message = CharacterRequest.TOO_LONG)
                    String name) {
        return characters
                .checkName(caller.accountId(), name)
                .onFailure(this::unexpected)
                .transform(as(ErrorCode.CHARACTER_ERROR));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A character of one's own or a published one")
    @APIResponse(responseCode = "200", description = "The whole character")
    @APIResponse(responseCode = "304", description = "It is as the client has it")
    public Uni<RestResponse<CharacterResponse>> getCharacter(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return characters
                .get(caller.accountIdIfPresent().orElse(null), id)
                .map(character -> read(character, CharacterTags.of(character), ifNoneMatch))
                .onFailure(this::unexpected)
                .transform(as(ErrorCode.CHARACTER_ERROR));
    }

    @PUT
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Replace what the owner says about a character; absent fields go back to their defaults")
    @APIResponse(
            responseCode = "200",
            description = "The character as it is now",
            content = @Content(schema = @Schema(implementation = CharacterResponse.class)))
    public Uni<RestResponse<CharacterResponse>> replaceCharacter(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CharacterRequest request) {
        return characters
                .replace(caller.accountId(), id, ifMatch, validation.valid(request))
                .map(CharacterResource::written)
                .onFailure(this::unexpected)
                .transform(as(ErrorCode.CHARACTER_UPDATE));
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change some fields: JSON Merge Patch (RFC 7386), null goes back to the default")
    @RequestBody(content = @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = CharacterRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The character as it is now",
            content = @Content(schema = @Schema(implementation = CharacterResponse.class)))
    public Uni<RestResponse<CharacterResponse>> updateCharacter(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch) {
        return characters
                .patch(caller.accountId(), id, ifMatch, validation.validPatch(patch))
                .map(CharacterResource::written)
                .onFailure(this::unexpected)
                .transform(as(ErrorCode.CHARACTER_UPDATE));
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Delete a character and, through events, its images and its place in collections")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> deleteCharacter(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return characters
                .delete(caller.accountId(), id, ifMatch)
                .onFailure(this::unexpected)
                .transform(as(ErrorCode.CHARACTER_DELETION));
    }

    private static RestResponse<CharacterResponse> created(CharacterResponse character) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, character)
                // As text: a URI would be completed with the host and port that this service sees itself under.
                .header(HttpHeaders.LOCATION, "/api/characters/" + character.id())
                .header(HttpHeaders.ETAG, CharacterTags.of(character))
                .build();
    }

    private static RestResponse<CharacterResponse> written(CharacterResponse character) {
        return ResponseBuilder.ok(character)
                .header(HttpHeaders.ETAG, CharacterTags.of(character))
                .build();
    }

    /** May be stored by the client, but is asked for again each time; another token may see something else. */
    private static <T> RestResponse<T> read(T entity, String etag, String ifNoneMatch) {
        ResponseBuilder<T> response = Preconditions.notModified(ifNoneMatch, etag)
                ? ResponseBuilder.notModified()
                : ResponseBuilder.ok(entity);
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    private boolean unexpected(Throwable failure) {
        return problems.classify(failure).code() == ErrorCode.INTERNAL;
    }

    /** Seed 001 has a code of its own for what fails in each operation. */
    private static Function<Throwable, Throwable> as(ErrorCode code) {
        return failure -> new DomainException(code, "Try again later; name the error_id when you report it.", failure);
    }
}
