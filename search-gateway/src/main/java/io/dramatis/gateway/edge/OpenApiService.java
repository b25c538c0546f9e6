package io.dramatis.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dramatis.gateway.edge.RouteTable.Owner;
import io.dramatis.gateway.upstream.UpstreamConfig;
import io.dramatis.gateway.upstream.UpstreamHttp;
import io.dramatis.kit.outside.OutsideAnswer;
import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The document of the whole platform, put together from what each service says of itself. */
@ApplicationScoped
class OpenApiService {

    private static final Logger LOG = Logger.getLogger(OpenApiService.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(2);
    private static final long MAX_BYTES = 8L * 1024 * 1024;
    /** How soon a document that lacks a service is put together again. */
    private static final Duration INCOMPLETE_AGE = Duration.ofSeconds(5);

    private static final String SELF = "gateway";
    /** Who names components first; the others get a prefix where they differ. */
    private static final List<String> ORDER = List.of("catalog", "collection", "portrait", SELF);

    private record Merged(String json, boolean complete, long atNanos) {}

    private final UpstreamHttp http;
    private final EdgeConfig config;
    private final HttpServer server;
    private final String version;
    private final Map<String, JsonNode> lastKnown = new ConcurrentHashMap<>();
    private final Uni<Merged> document;
    private volatile Merged current;

    OpenApiService(UpstreamHttp http, EdgeConfig config, UpstreamConfig upstream, HttpServer server) {
        this.http = http;
        this.config = config;
        this.server = server;
        this.version = upstream.version();
        this.document = Uni.createFrom()
                .deferred(this::fetch)
                .invoke(merged -> current = merged)
                .memoize()
                .until(this::outdated);
    }

    /** JSON of the merged document; of a service that is down, what it last said, or nothing. */
    Uni<String> document() {
        return document.map(Merged::json);
    }

    private boolean outdated() {
        Merged merged = current;
        if (merged == null) {
            return false;
        }
        Duration age = Duration.ofNanos(System.nanoTime() - merged.atNanos());
        return age.compareTo(merged.complete() ? config.openapiAge() : INCOMPLETE_AGE) > 0;
    }

    private Uni<Merged> fetch() {
        List<Uni<String>> fetches = new ArrayList<>();
        for (String service : ORDER) {
            URI url = config.openapi().get(service);
            if (url == null && service.equals(SELF)) {
                url = own();
            }
            if (url != null) {
                fetches.add(fetch(service, url));
            }
        }
        return Uni.join().all(fetches).andFailFast().map(failed -> {
            Set<String> unavailable = new TreeSet<>(failed);
            unavailable.remove("");
            return new Merged(merge(unavailable), unavailable.isEmpty(), System.nanoTime());
        });
    }

    /** Where tests, with their random port, find it; the packaged application does not know its port by this way. */
    private URI own() {
        return URI.create("http://localhost:" + server.getManagementPort() + "/q/openapi");
    }

    /** The service's name where it did not answer, else the empty string. */
    private Uni<String> fetch(String service, URI url) {
        URI json = URI.create(url + (url.getQuery() == null ? "?" : "&") + "format=JSON");
        return http.get(json, Map.of(), FETCH_TIMEOUT, MAX_BYTES)
                .map(answer -> {
                    lastKnown.put(service, parse(answer));
                    return "";
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("no OpenAPI document service=%s reason=%s", service, failure.getMessage());
                    return service;
                });
    }

    private static JsonNode parse(OutsideAnswer answer) {
        if (answer.status() != 200 || !answer.isJson()) {
            throw new IllegalStateException("status " + answer.status());
        }
        try {
            JsonNode document = JSON.readTree(answer.body().getBytes());
            if (!document.path("paths").isObject()) {
                throw new IllegalStateException("no OpenAPI document");
            }
            return document;
        } catch (IOException e) {
            throw new IllegalStateException("malformed JSON", e);
        }
    }

    private String merge(Set<String> unavailable) {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        ORDER.stream()
                .filter(lastKnown::containsKey)
                .forEach(service -> documents.put(service, lastKnown.get(service)));
        ObjectNode info = JsonNodeFactory.instance
                .objectNode()
                .put("title", "Dramatis")
                .put("version", version)
                .put("description", "Find fictional characters, keep them, give them a face, use them.");
        ObjectNode merged = OpenApiMerger.merge(documents, info, unavailable, OpenApiService::owns);
        try {
            return JSON.writeValueAsString(merged);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that was read can be written", e);
        }
    }

    private static boolean owns(String service, String path) {
        return RequestPath.segments(path)
                .map(RouteTable::owner)
                .filter(owner -> owner == Owner.valueOf(service.toUpperCase(Locale.ROOT)))
                .isPresent();
    }
}
