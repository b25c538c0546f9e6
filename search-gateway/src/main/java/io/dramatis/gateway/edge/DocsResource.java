package io.dramatis.gateway.edge;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The browser for the merged OpenAPI document. */
@Path("/api/docs")
class DocsResource {

    private static final Map<String, String> FILES = Map.of(
            "site.css", "site.css",
            "docs.js", "docs.js",
            "swagger-ui.css", "swagger-ui/swagger-ui.css",
            "swagger-ui-bundle.js", "swagger-ui/swagger-ui-bundle.js");

    private final StaticPages pages;

    DocsResource(StaticPages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public Response getDocs() {
        return pages.page("docs.html");
    }

    @GET
    @Path("{file}")
    @Operation(hidden = true)
    public Response getDocsFile(@PathParam("file") String file) {
        String page = FILES.get(file);
        if (page == null) {
            throw new NotFoundException();
        }
        return pages.page(page);
    }
}
