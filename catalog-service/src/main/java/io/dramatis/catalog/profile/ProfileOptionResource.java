package io.dramatis.catalog.profile;

import io.dramatis.kit.http.Preconditions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What the fields of a visual profile may hold. */
@Path("/api/profile-options")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Characters")
public class ProfileOptionResource {

    private final ProfileOptions options = ProfileOptions.all();
    // The options are the build's: equal content has an equal tag in every replica.
    private final String etag = '"' + Integer.toHexString(options.hashCode()) + '"';

    @GET
    @Operation(summary = "The allowed values, labels, defaults and lengths of a character's fields")
    public RestResponse<ProfileOptions> getOptions(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ResponseBuilder<ProfileOptions> response = Preconditions.notModified(ifNoneMatch, etag)
                ? ResponseBuilder.notModified()
                : ResponseBuilder.ok(options);
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
