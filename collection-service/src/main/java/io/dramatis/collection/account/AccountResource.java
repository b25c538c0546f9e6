package io.dramatis.collection.account;

import io.dramatis.kit.http.Preconditions;
import io.dramatis.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** An account and its owner. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@Cancellable(false)
public class AccountResource {

    private static final String ME = "/api/auth/me";

    private final AccountService accounts;
    private final RegistrationService registrations;
    private final Caller caller;

    AccountResource(AccountService accounts, RegistrationService registrations, Caller caller) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.caller = caller;
    }

    @POST
    @Path("/register")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open an account; then get a token from POST /api/auth/token")
    @APIResponseSchema(value = AccountResponse.class, responseCode = "201")
    public Uni<RestResponse<AccountResponse>> register(@NotNull(message = "is required") @Valid RegisterRequest body) {
        return registrations.register(body).map(account -> RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, account)
                .header(HttpHeaders.LOCATION, ME)
                .header(HttpHeaders.ETAG, etag(account))
                .build());
    }

    @GET
    @Path("/me")
    @RolesAllowed(Caller.USER)
    @Operation(summary = "The caller's account")
    public Uni<RestResponse<AccountResponse>> getMe(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return accounts.get(caller.accountId())
                .map(account -> Preconditions.notModified(ifNoneMatch, etag(account))
                        ? RestResponse.ResponseBuilder.<AccountResponse>notModified()
                                .header(HttpHeaders.ETAG, etag(account))
                                .build()
                        : answer(account));
    }

    @PATCH
    @Path("/me")
    @RolesAllowed(Caller.USER)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change the caller's display name or e-mail address; null clears, what is left out stays")
    public Uni<RestResponse<AccountResponse>> updateMe(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "is required") @Valid UpdateAccountRequest body) {
        return accounts.update(caller.accountId(), body, ifMatch).map(AccountResource::answer);
    }

    @DELETE
    @Path("/me")
    @RolesAllowed(Caller.USER)
    @Operation(summary = "Delete the caller's account and, in every service, all that it owns")
    public Uni<Void> deleteMe() {
        return accounts.delete(caller.accountId());
    }

    private static RestResponse<AccountResponse> answer(AccountResponse account) {
        return RestResponse.ResponseBuilder.ok(account)
                .header(HttpHeaders.ETAG, etag(account))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static String etag(AccountResponse account) {
        return Preconditions.etag(account.id(), account.version());
    }
}
