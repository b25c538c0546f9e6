package io.dramatis.gateway.edge;

import io.dramatis.gateway.edge.Forwarding.Client;
import io.dramatis.gateway.edge.RouteTable.Owner;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.http.BodyLimits;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/** Passes requests on to the services, both ways as a stream. */
@ApplicationScoped
class EdgeProxy {

    private static final Logger LOG = Logger.getLogger(EdgeProxy.class);

    private final Vertx vertx;
    private final EdgeConfig config;
    private final EdgeProblems problems;
    private final Map<Owner, Backend> backends = new EnumMap<>(Owner.class);

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
        backends.put(owner, new Backend(owner.name().toLowerCase(Locale.ROOT), url, config.connections(), vertx));
    }

    @PreDestroy
    void close() {
        backends.values().forEach(Backend::close);
    }

    void forward(HttpServerRequest request, Owner owner, Client client, long maxBody) {
        new Exchange(request, backends.get(owner), client, maxBody).start();
    }

    /** One request on its way; all of it on the request's event loop. */
    private final class Exchange {

        private final HttpServerRequest incoming;
        private final HttpServerResponse response;
        private final Backend backend;
        private final Client client;
        private final LimitedBody body;
        private final long maxBody;
        private HttpClientRequest outgoing;
        private boolean answered;
        private long timer = -1;

        Exchange(HttpServerRequest incoming, Backend backend, Client client, long maxBody) {
            this.incoming = incoming;
            this.response = incoming.response();
            this.backend = backend;
            this.client = client;
            this.maxBody = maxBody;
            this.body = new LimitedBody(incoming, maxBody, this::awaitAnswer);
        }

        /** The request stays paused until there is a connection that takes its body. */
        void start() {
            backend.open(incoming).onSuccess(this::send).onFailure(this::refuse);
        }

        private void send(HttpClientRequest request) {
            outgoing = request;
            // Every failure reaches the exchange by another way, too; without a handler it is logged as an error.
            outgoing.exceptionHandler(
                    failure -> LOG.debugf("exchange ended service=%s reason=%s", backend.name(), failure.getMessage()));
            response.exceptionHandler(gone -> outgoing.reset());
            outgoing.response().onSuccess(this::relay).onFailure(this::refuse);
            Forwarding.forward(incoming.headers(), outgoing.headers(), client);
            String requestId = response.headers().get(EdgeHeaders.REQUEST_ID);
            outgoing.putHeader(EdgeHeaders.REQUEST_ID, requestId);
            boolean chunked = incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING);
            if (chunked || incoming.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                outgoing.setChunked(chunked);
                if (chunked) {
                    // Two framings of one body are how requests are smuggled.
                    outgoing.headers().remove(HttpHeaders.CONTENT_LENGTH);
                }
                // Where the body breaks off, so does the request: the service must not take the part for the whole.
                body.pipe().endOnFailure(false).to(outgoing).onFailure(failure -> outgoing.reset());
            } else {
                incoming.resume();
                outgoing.end();
                awaitAnswer();
            }
        }

        /** Starts the clock of the answer when the whole request is out: an upload may take its time. */
        private void awaitAnswer() {
            if (!answered) {
                timer = vertx.setTimer(config.connections().responseTimeout().toMillis(), late -> {
                    LOG.warnf("no answer in time service=%s path=%s", backend.name(), incoming.path());
                    outgoing.reset();
                });
            }
        }

        private void answered() {
            answered = true;
            if (timer >= 0) {
                vertx.cancelTimer(timer);
            }
        }

        private void refuse(Throwable cause) {
            answered();
            if (response.closed()) {
                LOG.debugf("client is gone service=%s path=%s", backend.name(), incoming.path());
                return;
            }
            DomainException failure =
                    body.exceeded() ? BodyLimits.tooLarge(maxBody) : problems.unavailable(backend.name());
            if (!body.exceeded()) {
                LOG.warnf(
                        "service does not answer service=%s path=%s reason=%s",
                        backend.name(), incoming.path(), cause.getMessage());
            }
            problems.answer(failure, incoming);
        }

        private void relay(HttpClientResponse answer) {
            answered();
            response.setStatusCode(answer.statusCode());
            MultiMap headers = response.headers();
            Forwarding.answer(answer.headers(), headers);
            answer.exceptionHandler(this::breakOff);
            if (answer.statusCode() == 204 || answer.statusCode() == 304) {
                // Without a body there must be no framing of one.
                headers.remove(HttpHeaders.CONTENT_LENGTH);
                answer.endHandler(end -> response.end());
            } else if (incoming.method() == HttpMethod.HEAD) {
                answer.endHandler(end -> response.end());
            } else {
                relayBody(answer, headers.get(HttpHeaders.CONTENT_LENGTH));
            }
        }

        private void relayBody(HttpClientResponse answer, String announced) {
            boolean untilClosed = announced == null && incoming.version() == HttpVersion.HTTP_1_0;
            response.setChunked(announced == null && !untilClosed);
            long[] left = {announced == null ? Long.MAX_VALUE : Long.parseLong(announced)};
            answer.handler(chunk -> {
                left[0] -= chunk.length();
                if (left[0] == 0) {
                    // The last byte and the end in one go: most answers are one chunk, and are sent as one piece.
                    response.end(chunk);
                } else {
                    write(chunk, answer);
                }
            });
            answer.endHandler(end -> {
                if (!response.ended()) {
                    response.end();
                }
                if (untilClosed) {
                    incoming.connection().close();
                }
            });
        }

        private void write(Buffer chunk, HttpClientResponse answer) {
            response.write(chunk);
            if (response.writeQueueFull()) {
                answer.pause();
                response.drainHandler(drained -> answer.resume());
            }
        }

        /** The client must see that something is missing, and a closed connection is how HTTP/1.1 says that. */
        private void breakOff(Throwable failure) {
            if (!response.closed() && !response.ended()) {
                LOG.warnf(
                        "answer broke off service=%s path=%s reason=%s",
                        backend.name(), incoming.path(), failure.getMessage());
                incoming.connection().close();
            }
        }
    }
}
