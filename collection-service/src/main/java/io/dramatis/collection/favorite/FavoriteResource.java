package io.dramatis.collection.favorite;

import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.Page;
import io.dramatis.kit.paging.PageParams;
import io.dramatis.kit.validation.PlainText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The caller's own collection of characters. */
@Path("/api/characters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.USER)
@Tag(name = "favorites")
@Cancellable(false)
public class FavoriteResource {

    private final FavoriteService favorites;
    private final Caller caller;

    FavoriteResource(FavoriteService favorites, Caller caller) {
        this.favorites = favorites;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/favorite")
    @Operation(summary = "Make a character a favourite: 201, or 200 where it is one already")
    @APIResponse(
            responseCode = "200",
            description = "It is one already",
            content = @Content(schema = @Schema(implementation = FavoriteResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is one now",
            content = @Content(schema = @Schema(implementation = FavoriteResponse.class)))
    public Uni<RestResponse<FavoriteResponse>> addFavorite(@PathParam("id") UUID id) {
        return favorites
                .add(caller.accountId(), id, caller.bearerToken())
                .map(added -> RestResponse.ResponseBuilder.create(
                                added.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, added.favorite())
                        .build());
    }

    @DELETE
    @Path("/{id}/favorite")
    @Operation(summary = "Make a character no favourite; it need not be one")
    public Uni<Void> removeFavorite(@PathParam("id") UUID id) {
        return favorites.remove(caller.accountId(), id);
    }

    @GET
    @Path("/my")
    @Operation(summary = "The caller's favourites, the latest first, each a whole character")
    public Uni<RestResponse<Page<FavoriteResponse>>> getMyCharacters(
            @QueryParam("genre")
                    @Size(max = 50, message = "must be at most 50 characters")
                    @PlainText
                    @Parameter(description = "As the catalogue has it, for example fantasy")
                    String genre,
            @QueryParam("q")
                    @Size(max = 200, message = "must be at most 200 characters")
                    @PlainText
                    @Parameter(description = "Part of the name or the universe")
                    String q,
            @Valid @BeanParam PageParams page) {
        return favorites
                .list(caller.accountId(), FavoriteFilter.of(genre, q), page.cursor(), page.limit())
                .map(found -> RestResponse.ResponseBuilder.ok(found)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .build());
    }
}
