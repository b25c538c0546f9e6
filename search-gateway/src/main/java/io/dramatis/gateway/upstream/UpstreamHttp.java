package io.dramatis.gateway.upstream;

import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideClient;
import io.dramatis.kit.outside.OutsideException;
import io.dramatis.kit.outside.OutsideRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Sources, their images and the services' documents are read by this. Fails with {@link OutsideException} only. */
@ApplicationScoped
public class UpstreamHttp {

    private static final Logger LOG = Logger.getLogger(UpstreamHttp.class);

    private final OutsideClient client;
    private final String userAgent;

    @Inject
    UpstreamHttp(Vertx vertx, UpstreamConfig config) {
        this(vertx, config, new HttpClientOptions());
    }

    UpstreamHttp(Vertx vertx, UpstreamConfig config, HttpClientOptions options) {
        this.userAgent = "dramatis/" + config.version()
                + config.contact().map(contact -> " (" + contact + ")").orElse("");
        if (config.contact().isEmpty()) {
            LOG.info("no contact in the User-Agent; set dramatis.upstream.contact, sources grant more calls with one");
        }
        this.client = new OutsideClient(
                vertx, options, config.connectTimeout(), config.connectionsPerHost(), config.waitingPerHost());
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Reads a JSON document.
     *
     * @param headers beyond {@code Accept} and {@code User-Agent}
     */
    public Uni<OutsideAnswer> get(URI uri, Map<String, String> headers, Duration timeout, long maxBytes) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Accept", "application/json");
        return send(HttpMethod.GET, uri, null, all, null, timeout, maxBytes);
    }

    /**
     * Reads whatever it is.
     *
     * @param server the address to connect to instead of looking the URI's host up, whose name is still asked for and
     *     must be the certificate's; or null
     * @param headers beyond {@code User-Agent}
     */
    public Uni<OutsideAnswer> fetch(
            URI uri, SocketAddress server, Map<String, String> headers, Duration timeout, long maxBytes) {
        return send(HttpMethod.GET, uri, server, headers, null, timeout, maxBytes);
    }

    /** Sends JSON. */
    public Uni<OutsideAnswer> postJson(URI uri, Buffer json, Duration timeout, long maxBytes) {
        Map<String, String> headers = Map.of("Accept", "application/json", "Content-Type", "application/json");
        return send(HttpMethod.POST, uri, null, headers, json, timeout, maxBytes);
    }

    private Uni<OutsideAnswer> send(
            HttpMethod method,
            URI uri,
            SocketAddress server,
            Map<String, String> headers,
            Buffer body,
            Duration timeout,
            long maxBytes) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("User-Agent", userAgent);
        return client.send(new OutsideRequest(method, uri, server, all, body), timeout, maxBytes);
    }
}
