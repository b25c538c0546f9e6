package io.dramatis.gateway.edge;

import io.dramatis.gateway.edge.Forwarding.Client;
import io.dramatis.gateway.edge.RouteTable.Owner;
import io.dramatis.kit.error.DomainException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Passes requests on to the services, both ways as a stream. The only class that knows which proxy library does it.
 */
@ApplicationScoped
class EdgeProxy {

    private static final Logger LOG = Logger.getLogger(EdgeProxy.class);

    /** For the metrics only: nobody is there to read it. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private final Vertx vertx;
    private final EdgeConfig config;
    private final EdgeProblems problems;
    private final Map<Owner, HttpClient> clients = new EnumMap<>(Owner.class);
    private final Map<Owner, RequestOptions> targets = new EnumMap<>(Owner.class);

    EdgeProxy(Vertx vertx, EdgeConfig config, EdgeProblems problems) {
        this.vertx = vertx;
        this.config = config;
        this.problems = problems;
        connect(Owner.CATALOG, config.backends().catalog());
        connect(Owner.COLLECTION, config.backends().collection());
        connect(Owner.PORTRAIT, config.backends().portrait());
    }

    /** A pool for each backend, so that one that hangs takes no connections from the others. */
    private void connect(Owner owner, URI url) {
        boolean tls = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        EdgeConfig.Connections connections = config.connections();
        targets.put(
                owner, new RequestOptions().setHost(url.getHost()).setPort(port).setSsl(tls));
        clients.put(
                owner,
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(
                                        (int) connections.connectTimeout().toMillis())
                                .setIdleTimeout((int) connections.idleTimeout().toSeconds())
                                // Shorter than the services keep theirs, so that none closes one that we just took.
                                .setKeepAliveTimeout(20)
                                .setMaxWaitQueueSize(connections.waiting()),
                        new PoolOptions().setHttp1MaxSize(connections.perBackend())));
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HttpClient::close);
    }

    void forward(HttpServerRequest request, Owner owner, Client client, long maxBody) {
        Exchange exchange = new Exchange(request, owner, client, maxBody);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), clients.get(owner))
                .origin(exchange::open)
                .addInterceptor(exchange)
                .handle(request);
    }

    /** One request on its way; all of it on the request's event loop. */
    private final class Exchange implements ProxyInterceptor {

        private final HttpServerRequest incoming;
        private final Owner owner;
        private final Client client;
        private final LimitedBody body;
        private final long maxBody;
        private HttpClientRequest outgoing;
        private boolean sent;
        private boolean answered;
        private boolean relayed;
        private long timer = -1;

        Exchange(HttpServerRequest incoming, Owner owner, Client client, long maxBody) {
            this.incoming = incoming;
            this.owner = owner;
            this.client = client;
            this.maxBody = maxBody;
            this.body = new LimitedBody(incoming, maxBody, this::awaitAnswer);
        }

        Future<HttpClientRequest> open(ProxyContext context) {
            return context.client()
                    .request(new RequestOptions(targets.get(owner)))
                    .onSuccess(request -> {
                        outgoing = request;
                        // Every failure reaches the exchange by another way, too; without a handler it is logged as an
                        // error.
                        request.exceptionHandler(failure ->
                                LOG.debugf("exchange ended service=%s reason=%s", name(), failure.getMessage()));
                        if (sent) {
                            awaitAnswer();
                        }
                    });
        }

        /** Starts the clock of the answer when the whole request is out: an upload may take its time. */
        private void awaitAnswer() {
            sent = true;
            if (outgoing != null && !answered && timer < 0) {
                timer = vertx.setTimer(config.connections().responseTimeout().toMillis(), late -> {
                    LOG.warnf("no answer in time service=%s path=%s", name(), incoming.path());
                    outgoing.reset();
                });
            }
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            Forwarding.rewrite(context.request().headers(), client);
            String requestId = incoming.response().headers().get(EdgeFilters.REQUEST_ID);
            if (requestId != null) {
                context.request().putHeader(EdgeFilters.REQUEST_ID, requestId);
            }
            if (incoming.isEnded()) {
                awaitAnswer();
            } else {
                context.request()
                        .setBody(Body.body(body, context.request().getBody().length()));
            }
            return context.sendRequest()
                    .onComplete(done -> {
                        answered = true;
                        vertx.cancelTimer(timer);
                        relayed = done.succeeded();
                    })
                    .recover(failure -> Future.succeededFuture(refusal(context, failure)));
        }

        private ProxyResponse refusal(ProxyContext context, Throwable cause) {
            if (incoming.response().closed()) {
                LOG.debugf("client is gone service=%s path=%s", name(), incoming.path());
                return context.request().release().response().setStatusCode(CLIENT_CLOSED_REQUEST);
            }
            DomainException failure =
                    body.exceeded() ? EdgeProblems.bodyTooLarge(maxBody) : problems.unavailable(name());
            if (!body.exceeded()) {
                LOG.warnf(
                        "service does not answer service=%s path=%s reason=%s",
                        name(), incoming.path(), cause.getMessage());
            }
            ProxyResponse response = context.request().release().response();
            MultiMap headers = MultiMap.caseInsensitiveMultiMap();
            Buffer content = problems.prepare(failure, incoming, headers);
            headers.forEach(response::putHeader);
            EdgeProblems.discardRest(incoming);
            return response.setStatusCode(failure.code().status()).setBody(Body.body(content));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse response = context.response();
            Forwarding.clean(response.headers());
            int status = response.getStatusCode();
            if (status == 204 || status == 304) {
                // Without a body there must be no framing of one.
                response.setBody(null);
            } else if (relayed) {
                Body whole = response.getBody();
                response.setBody(Body.body(new RelayedBody(whole.stream(), this::breakOff), whole.length()));
            }
            return context.sendResponse();
        }

        /** The client must see that something is missing, and a closed connection is how HTTP/1.1 says that. */
        private void breakOff(Throwable failure) {
            LOG.warnf("answer broke off service=%s path=%s reason=%s", name(), incoming.path(), failure.getMessage());
            incoming.connection().close();
        }

        private String name() {
            return owner.name().toLowerCase(Locale.ROOT);
        }
    }
}
