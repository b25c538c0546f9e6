package io.dramatis.collection.account;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What verifiers of access tokens look up. */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "tokens")
@Cancellable(false)
public class WellKnownResource {

    /** Short enough for a new key to spread; a verifier that meets an unknown kid asks again anyway. */
    private static final String CACHEABLE = "public, max-age=300";

    private final SigningKeys keys;
    private final DiscoveryDocument discovery;

    WellKnownResource(SigningKeys keys, AccountConfig config, IdentityConfig identity) {
        this.keys = keys;
        this.discovery = DiscoveryDocument.of(identity.issuer(), config.publicUrl());
    }

    @GET
    @Path("/jwks.json")
    @Operation(summary = "The public keys of access tokens (RFC 7517)")
    public Uni<RestResponse<JwkSet>> getKeys() {
        return keys.published().map(all -> cacheable(new JwkSet(all)));
    }

    @GET
    @Path("/openid-configuration")
    @Operation(summary = "Where keys and tokens are, and of which kind (OpenID Connect Discovery)")
    public RestResponse<DiscoveryDocument> getConfiguration() {
        return cacheable(discovery);
    }

    private static <T> RestResponse<T> cacheable(T document) {
        return RestResponse.ResponseBuilder.ok(document)
                .header(HttpHeaders.CACHE_CONTROL, CACHEABLE)
                .build();
    }
}
