package io.dramatis.collection.account;

import io.dramatis.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Signing in, staying so, and signing out. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "tokens")
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
            @FormParam("grant_type") String grantType,
            @FormParam("username") String username,
            @FormParam("password") String password,
            @FormParam("refresh_token") String refreshToken,
            @Context HttpServerRequest http) {
        String clientAddress = http.remoteAddress().hostAddress();
        return tokens.issue(new TokenRequest(grantType, username, password, refreshToken), clientAddress)
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
    public Uni<Void> logout(LogoutRequest body) {
        return body != null && body.refreshToken() != null
                ? tokens.revoke(body.refreshToken())
                : tokens.revokeAll(caller.accountId());
    }
}
