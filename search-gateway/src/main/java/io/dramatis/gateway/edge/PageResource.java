package io.dramatis.gateway.edge;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The pages of the gateway itself. From the class path by fixed names: no file is ever found by what a client sends,
 * and a native image has them inside.
 */
@Path("/")
class PageResource {

    private record Page(String mediaType, byte[] content) {}

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    /** By the last part of the path below /api/docs. */
    private static final Map<String, String> DOCS = Map.of(
            "site.css", "edge/site.css",
            "docs.js", "edge/docs.js",
            "swagger-ui.css", "edge/swagger-ui/swagger-ui.css",
            "swagger-ui-bundle.js", "edge/swagger-ui/swagger-ui-bundle.js");

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    @GET
    @Operation(hidden = true)
    public Response getHome() {
        return page("edge/index.html");
    }

    @GET
    @Path("api/docs")
    @Operation(hidden = true)
    public Response getDocs() {
        return page("edge/docs.html");
    }

    @GET
    @Path("api/docs/{file}")
    @Operation(hidden = true)
    public Response getDocsFile(@PathParam("file") String file) {
        String resource = DOCS.get(file);
        if (resource == null) {
            throw new NotFoundException();
        }
        return page(resource);
    }

    private Response page(String resource) {
        Page page = pages.computeIfAbsent(resource, PageResource::load);
        return Response.ok(page.content())
                .header(HttpHeaders.CONTENT_TYPE, page.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    private static Page load(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            String extension = resource.substring(resource.lastIndexOf('.') + 1);
            return new Page(MEDIA_TYPES.get(extension), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
