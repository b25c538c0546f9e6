package io.dramatis.gateway.edge;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page with the links that matter. */
@Path("/")
class HomeResource {

    private final StaticPages pages;

    HomeResource(StaticPages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public Response getHome() {
        return pages.page("index.html");
    }
}
