package io.dramatis.kit.outside;

import io.dramatis.kit.outside.OutsideException.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Calls to servers that are not ours. Unlike the REST client, which keeps whatever a server sends, it reads no more
 * than it was told to, and closes the connection at the limit, at the deadline and when the caller has lost interest.
 * Follows no redirect. Fails with {@link OutsideException} only.
 */
public final class OutsideClient implements AutoCloseable {

    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final HttpClient client;

    /**
     * @param options as certificates; what is said below is set here
     * @param connectionsPerHost at a time
     * @param waitingPerHost for one of these; more fail at once
     */
    public OutsideClient(
            Vertx vertx,
            HttpClientOptions options,
            Duration connectTimeout,
            int connectionsPerHost,
            int waitingPerHost) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                options.setConnectTimeout((int) connectTimeout.toMillis())
                        .setDecompressionSupported(true)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxWaitQueueSize(waitingPerHost),
                new PoolOptions().setHttp1MaxSize(connectionsPerHost));
    }

    @Override
    public void close() {
        client.close();
    }

    /**
     * The whole answer, whatever its status.
     *
     * @param timeout until the answer's last byte
     * @param maxBytes of the answer's body
     */
    public Uni<OutsideAnswer> send(OutsideRequest asked, Duration timeout, long maxBytes) {
        return Uni.createFrom().emitter(emitter -> {
            Call call = new Call(maxBytes, emitter::complete, emitter::fail);
            emitter.onTermination(call::abandon);
            call.timer = vertx.setTimer(
                    Math.max(1, timeout.toMillis()),
                    late -> call.fail(Kind.TIMEOUT, "no whole answer after " + timeout.toMillis() + " ms", null));
            client.request(new RequestOptions()
                            .setMethod(asked.method())
                            .setServer(asked.server())
                            .setAbsoluteURI(asked.uri().toString()))
                    .onFailure(failure -> call.fail(Kind.UNREACHABLE, reason(failure), failure))
                    .onSuccess(request -> {
                        asked.headers().forEach(request::putHeader);
                        call.send(request, asked.body());
                    });
        });
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** One exchange. Its answer, its deadline and its caller may come from different threads; the first one ends it. */
    private final class Call {

        private final long maxBytes;
        private final Consumer<OutsideAnswer> onAnswer;
        private final Consumer<Throwable> onFailure;
        private final Buffer received = Buffer.buffer();
        private final AtomicBoolean done = new AtomicBoolean();
        private volatile HttpClientRequest request;
        private volatile long timer;

        Call(long maxBytes, Consumer<OutsideAnswer> onAnswer, Consumer<Throwable> onFailure) {
            this.maxBytes = maxBytes;
            this.onAnswer = onAnswer;
            this.onFailure = onFailure;
        }

        void send(HttpClientRequest opened, Buffer body) {
            request = opened;
            if (done.get()) {
                opened.reset();
                return;
            }
            opened.response().onFailure(this::broken).onSuccess(this::read);
            if (body == null) {
                opened.end();
            } else {
                opened.end(body);
            }
        }

        private void read(HttpClientResponse response) {
            response.exceptionHandler(this::broken);
            String announced = response.getHeader(HttpHeaders.CONTENT_LENGTH);
            if (announced != null && (announced.length() > 18 || Long.parseLong(announced) > maxBytes)) {
                oversized();
                return;
            }
            response.handler(chunk -> {
                if (done.get()) {
                    return;
                }
                if (received.length() + (long) chunk.length() > maxBytes) {
                    oversized();
                    return;
                }
                received.appendBuffer(chunk);
            });
            response.endHandler(end -> {
                if (done.compareAndSet(false, true)) {
                    vertx.cancelTimer(timer);
                    onAnswer.accept(new OutsideAnswer(response.statusCode(), response.headers(), received));
                }
            });
        }

        private void oversized() {
            fail(Kind.OVERSIZED, "the answer exceeds " + maxBytes + " bytes", null);
        }

        private void broken(Throwable failure) {
            fail(Kind.BROKEN, "the connection broke: " + reason(failure), failure);
        }

        void fail(Kind kind, String message, Throwable cause) {
            if (end()) {
                onFailure.accept(new OutsideException(kind, message, cause));
            }
        }

        /** Ends the exchange without a word; a no-op after its end. */
        void abandon() {
            end();
        }

        private boolean end() {
            if (!done.compareAndSet(false, true)) {
                return false;
            }
            vertx.cancelTimer(timer);
            if (request != null) {
                request.reset();
            }
            return true;
        }
    }
}
