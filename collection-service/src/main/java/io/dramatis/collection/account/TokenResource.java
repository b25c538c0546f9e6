package io.dramatis.collection.account;

import io.dramatis.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Signing in, staying so, and signing out. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "tokens")
@Cancellable(false)
public class TokenResource {

    private final TokenService tokens;
    private final Caller caller;

    TokenResource(TokenService tokens, Caller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @POST
    @Path("/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Get tokens: grant_type=password with username and password, or grant_type=refresh_token",
            description = "A refresh token is good once; using one again ends the whole sign-in.")
    public Uni<RestResponse<TokenResponse>> issueToken(
            // Read as text: the framework's form parser never answers a form with a broken percent sign.
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                                            schema = @Schema(implementation = TokenRequest.class)))
                    String form,
            @Context HttpServerRequest http) {
        return tokens.issue(TokenRequest.parse(form), http.remoteAddress().hostAddress())
                .map(issued -> RestResponse.ResponseBuilder.ok(issued)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @POST
    @Path("/logout")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "End the sign-in of a refresh token or, without one, all sign-ins of the caller",
            description = "Access tokens already issued stay good until they expire, 15 minutes at most.")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Uni<Void> logout(LogoutRequest body) {
        return body != null && body.refreshToken() != null
                ? tokens.revoke(body.refreshToken())
                : tokens.revokeAll(caller.accountId());
    }
}
