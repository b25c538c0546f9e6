package io.dramatis.gateway.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gateway's own pages. From the class path by fixed names: no file is ever found by what a client sends, and a
 * native image has them inside.
 */
@ApplicationScoped
class StaticPages {

    private record Page(String mediaType, byte[] content) {}

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /** @param name of a file in the class path's folder {@code edge} */
    Response page(String name) {
        Page page = pages.computeIfAbsent(name, StaticPages::load);
        return Response.ok(page.content())
                .header(HttpHeaders.CONTENT_TYPE, page.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    private static Page load(String name) {
        String resource = "edge/" + name;
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new Page(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
