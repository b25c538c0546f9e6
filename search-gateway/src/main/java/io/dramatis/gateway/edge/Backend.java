package io.dramatis.gateway.edge;

import io.dramatis.gateway.edge.EdgeConfig.Connections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections to one service. Each event loop has its own, so that an exchange never leaves the loop that its
 * request came in on: handing it to another one and back costs more than the rest of it.
 */
final class Backend implements AutoCloseable {

    private final String name;
    private final Vertx vertx;
    private final SocketAddress address;
    private final boolean tls;
    private final Connections connections;
    private final Map<Thread, HttpClient> clients = new ConcurrentHashMap<>();

    Backend(String name, URI url, Connections connections, Vertx vertx) {
        this.name = name;
        this.vertx = vertx;
        this.connections = connections;
        this.tls = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        this.address = SocketAddress.inetSocketAddress(port, url.getHost());
    }

    String name() {
        return name;
    }

    /** Takes a connection for this request; to be called on its event loop. */
    Future<HttpClientRequest> open(HttpServerRequest incoming) {
        return clients.computeIfAbsent(Thread.currentThread(), loop -> connect())
                .request(new RequestOptions()
                        .setServer(address)
                        .setHost(address.host())
                        .setPort(address.port())
                        .setSsl(tls)
                        .setMethod(incoming.method())
                        .setURI(incoming.uri()));
    }

    private HttpClient connect() {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) connections.connectTimeout().toMillis())
                        .setIdleTimeout((int) connections.idleTimeout().toSeconds())
                        // Shorter than the services keep theirs, so that none closes one that we just took.
                        .setKeepAliveTimeout(20)
                        .setMaxWaitQueueSize(connections.waiting()),
                new PoolOptions().setHttp1MaxSize(connections.perBackend()));
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::close);
    }
}
