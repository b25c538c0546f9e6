package io.dramatis.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A service as the edge sees one: it tells what reached it, streams, swallows and hangs. */
public final class TestBackend implements AutoCloseable {

    static final int LARGE = 24 * 1024 * 1024;

    private final String name;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final AtomicInteger openStreams = new AtomicInteger();
    private final AtomicLong bodyBytes = new AtomicLong();
    private volatile HttpServerResponse stream;

    TestBackend(String name) {
        this.name = name;
        this.server = vertx.createHttpServer(new HttpServerOptions().setHost("localhost"));
        server.requestHandler(this::handle)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://localhost:" + server.actualPort();
    }

    public int openStreams() {
        return openStreams.get();
    }

    public long bodyBytes() {
        return bodyBytes.get();
    }

    /** Sends one event on the stream that was opened last. */
    public void sendEvent(String data) {
        stream.write("data: " + data + "\n\n");
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/q/openapi")) {
            request.response().putHeader("Content-Type", "application/json").end("""
                            {"openapi":"3.1.0","paths":{"/api/%s/things":{"get":{"responses":{"200":{"description":"ok"}}}},
                              "/q/hidden":{"get":{"responses":{"200":{"description":"ok"}}}}}}
                            """.formatted(
                            name.equals("portrait") ? "portraits" : "campaigns"));
        } else if (path.endsWith("/generation-status")) {
            stream(request);
        } else if (path.endsWith("/hang")) {
            request.resume();
        } else if (path.endsWith("/large")) {
            large(request.response());
        } else if (path.endsWith("/not-modified")) {
            request.response().setStatusCode(304).putHeader("ETag", "\"1\"").end();
        } else if (path.endsWith("/gone")) {
            request.response().setStatusCode(204).end();
        } else if (request.method() == HttpMethod.HEAD) {
            request.response().putHeader("Content-Length", "1234").end();
        } else if (path.endsWith("/chunked")) {
            request.response().setChunked(true).write("one ");
            vertx.setTimer(20, later -> request.response().end("two"));
        } else if (path.endsWith("/breaks")) {
            request.response().setChunked(true).write("half of ");
            vertx.setTimer(50, late -> request.connection().close());
        } else {
            swallow(request);
        }
    }

    private void swallow(HttpServerRequest request) {
        AtomicLong length = new AtomicLong();
        request.handler(chunk -> {
            length.addAndGet(chunk.length());
            bodyBytes.addAndGet(chunk.length());
        });
        request.endHandler(end -> {
            JsonObject headers = new JsonObject();
            MultiMap all = request.headers();
            all.names().forEach(header -> headers.put(header.toLowerCase(Locale.ROOT), all.get(header)));
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Server", "secret/1.0")
                    .putHeader("X-Content-Type-Options", "sniff-away")
                    .end(new JsonObject()
                            .put("service", name)
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("length", length.get())
                            .put("headers", headers)
                            .encode());
        });
    }

    private void stream(HttpServerRequest request) {
        openStreams.incrementAndGet();
        stream = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        stream.closeHandler(closed -> openStreams.decrementAndGet());
        stream.write("data: first\n\n");
    }

    private static void large(HttpServerResponse response) {
        response.putHeader("Content-Length", String.valueOf(LARGE));
        Buffer block = Buffer.buffer(new byte[64 * 1024]);
        int[] left = {LARGE / block.length()};
        Runnable pump = () -> {
            while (left[0] > 0 && !response.closed() && !response.writeQueueFull()) {
                left[0]--;
                response.write(block.copy());
            }
            if (left[0] == 0 && !response.ended() && !response.closed()) {
                response.end();
            }
        };
        response.drainHandler(drained -> pump.run());
        pump.run();
    }
}
