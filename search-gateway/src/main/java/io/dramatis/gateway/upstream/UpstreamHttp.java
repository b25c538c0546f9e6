package io.dramatis.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Calls to servers that are not ours. Unlike the REST client, which keeps whatever a server sends, it reads no more
 * than it was told to, and closes the connection at the limit, at the deadline and when the caller has lost interest.
 */
@ApplicationScoped
public class UpstreamHttp {

    private static final Logger LOG = Logger.getLogger(UpstreamHttp.class);

    private final Vertx vertx;
    private final HttpClient client;
    private final String userAgent;

    @Inject
    UpstreamHttp(Vertx vertx, UpstreamConfig config) {
        this(vertx, config, new HttpClientOptions());
    }

    UpstreamHttp(Vertx vertx, UpstreamConfig config, HttpClientOptions options) {
        this.vertx = vertx;
        this.userAgent = "dramatis/" + config.version()
                + config.contact().map(contact -> " (" + contact + ")").orElse("");
        if (config.contact().isEmpty()) {
            LOG.info("no contact in the User-Agent; set dramatis.upstream.contact, sources grant more calls with one");
        }
        this.client = vertx.createHttpClient(
                options.setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setDecompressionSupported(true)
                        .setKeepAliveTimeout(30)
                        .setMaxWaitQueueSize(config.waitingPerHost()),
                new PoolOptions().setHttp1MaxSize(config.connectionsPerHost()));
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
    public Uni<UpstreamAnswer> get(URI uri, Map<String, String> headers, Duration timeout, long maxBytes) {
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
    public Uni<UpstreamAnswer> fetch(
            URI uri, SocketAddress server, Map<String, String> headers, Duration timeout, long maxBytes) {
        return send(HttpMethod.GET, uri, server, headers, null, timeout, maxBytes);
    }

    /** Sends JSON. */
    public Uni<UpstreamAnswer> postJson(URI uri, Buffer json, Duration timeout, long maxBytes) {
        Map<String, String> headers = Map.of("Accept", "application/json", "Content-Type", "application/json");
        return send(HttpMethod.POST, uri, null, headers, json, timeout, maxBytes);
    }

    private Uni<UpstreamAnswer> send(
            HttpMethod method,
            URI uri,
            SocketAddress server,
            Map<String, String> headers,
            Buffer body,
            Duration timeout,
            long maxBytes) {
        return Uni.createFrom().emitter(emitter -> {
            Call call = new Call(maxBytes, emitter::complete, emitter::fail);
            emitter.onTermination(call::abandon);
            long timer = vertx.setTimer(
                    Math.max(1, timeout.toMillis()),
                    late -> call.fail(new TimeoutException("no whole answer after " + timeout.toMillis() + " ms")));
            call.timer = timer;
            client.request(new RequestOptions()
                            .setMethod(method)
                            .setServer(server)
                            .setAbsoluteURI(uri.toString()))
                    .onFailure(call::fail)
                    .onSuccess(request -> {
                        request.putHeader(HttpHeaders.USER_AGENT, userAgent);
                        headers.forEach(request::putHeader);
                        call.send(request, body);
                    });
        });
    }

    /** One exchange; all of it runs on one event loop, except the caller's cancellation. */
    private final class Call {

        private final long maxBytes;
        private final Consumer<UpstreamAnswer> onAnswer;
        private final Consumer<Throwable> onFailure;
        private final Buffer received = Buffer.buffer();
        private volatile HttpClientRequest request;
        private volatile boolean done;
        private volatile long timer;

        Call(long maxBytes, Consumer<UpstreamAnswer> onAnswer, Consumer<Throwable> onFailure) {
            this.maxBytes = maxBytes;
            this.onAnswer = onAnswer;
            this.onFailure = onFailure;
        }

        void send(HttpClientRequest opened, Buffer body) {
            request = opened;
            if (done) {
                opened.reset();
                return;
            }
            opened.response().onFailure(this::fail).onSuccess(this::read);
            if (body == null) {
                opened.end();
            } else {
                opened.end(body);
            }
        }

        private void read(HttpClientResponse response) {
            response.exceptionHandler(this::fail);
            String announced = response.getHeader(HttpHeaders.CONTENT_LENGTH);
            if (announced != null && announced.length() > 18
                    || announced != null && Long.parseLong(announced) > maxBytes) {
                fail(new OversizedAnswerException(maxBytes));
                return;
            }
            response.handler(chunk -> {
                if (done) {
                    return;
                }
                if (received.length() + (long) chunk.length() > maxBytes) {
                    fail(new OversizedAnswerException(maxBytes));
                    return;
                }
                received.appendBuffer(chunk);
            });
            response.endHandler(end -> {
                if (!done) {
                    done = true;
                    vertx.cancelTimer(timer);
                    onAnswer.accept(new UpstreamAnswer(response.statusCode(), response.headers(), received));
                }
            });
        }

        void fail(Throwable failure) {
            if (!done) {
                abandon();
                onFailure.accept(failure);
            }
        }

        /** Ends the exchange without a word; a no-op after its end. */
        void abandon() {
            if (!done) {
                done = true;
                vertx.cancelTimer(timer);
                if (request != null) {
                    request.reset();
                }
            }
        }
    }
}
