package io.dramatis.gateway.image;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A source's image host, good and bad. Everything lies below {@code /images}; a query makes another URL of the same. */
public final class ImageHost implements AutoCloseable {

    static final int HUGE = 50 * 1024 * 1024;

    private static final String PAGE = "<!DOCTYPE html><html><body>Not found</body></html>";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final List<HttpServerResponse> waiting = new CopyOnWriteArrayList<>();

    public ImageHost() {
        this.server = vertx.createHttpServer(new HttpServerOptions().setHost("localhost"));
        server.requestHandler(this::handle)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** What the gateway is told to trust. */
    public String url() {
        return "http://localhost:" + server.actualPort() + "/images";
    }

    int calls(String path) {
        return calls.getOrDefault(path, new AtomicInteger()).get();
    }

    /** Requests for {@code /waiting} that have not been answered yet. */
    int waiting() {
        return waiting.size();
    }

    /** Answers them. */
    void release() {
        for (HttpServerResponse response : waiting) {
            waiting.remove(response);
            image(response, "image/png", picture(200, 100, false), "png");
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        String path = request.path().substring("/images".length());
        calls.computeIfAbsent(path, absent -> new AtomicInteger()).incrementAndGet();
        HttpServerResponse response = request.response();
        switch (path) {
            case "/photo.jpg" -> image(response, "image/jpeg", picture(900, 600, false), "jpeg");
            case "/poster.png" -> image(response, "image/png", picture(400, 600, false), "png");
            case "/strip.png" -> image(response, "image/png", picture(100, 1000, false), "png");
            case "/small.png" -> image(response, "image/png", picture(100, 50, false), "png");
            case "/hole.png" -> image(response, "image/png", picture(300, 300, true), "png");
            case "/animation.gif" -> image(response, "image/gif", picture(300, 300, false), "gif");
            case "/misnamed.png" -> image(response, "image/png", picture(300, 300, false), "jpeg");
            case "/data.json" ->
                response.putHeader("Content-Type", "application/json").end("{}");
            case "/picture.webp" ->
                response.putHeader("Content-Type", "image/webp").end("RIFF");
            case "/page.png" -> response.putHeader("Content-Type", "image/png").end(PAGE);
            case "/half.jpg" -> {
                byte[] whole = file(picture(900, 600, false), "jpeg");
                response.putHeader("Content-Type", "image/jpeg")
                        .end(Buffer.buffer(Arrays.copyOf(whole, whole.length / 2)));
            }
            case "/bomb.png" -> {
                byte[] png = file(picture(8, 8, false), "png");
                png[18] = (byte) 0x7F;
                png[22] = (byte) 0x7F;
                response.putHeader("Content-Type", "image/png").end(Buffer.buffer(png));
            }
            case "/huge.png" -> huge(response.setChunked(true));
            case "/announced.png" -> huge(response.putHeader("Content-Length", Integer.toString(HUGE)));
            case "/silent.png" -> request.resume();
            case "/waiting.png" -> waiting.add(response);
            case "/reset.png" -> request.connection().close();
            case "/broken-off.png" -> {
                response.putHeader("Content-Type", "image/png").putHeader("Content-Length", "1000");
                response.write("\u0089PNG")
                        .onComplete(written -> request.connection().close());
            }
            case "/loop.png" -> redirect(response, "/images/loop.png");
            case "/moved.png" -> redirect(response, "poster.png");
            case "/inside.png" -> redirect(response, "http://169.254.169.254/latest/meta-data");
            case "/outside.png" -> redirect(response, "https://example.com/a.png");
            case "/broken.png" -> response.setStatusCode(500).end();
            default ->
                response.setStatusCode(404)
                        .putHeader("Content-Type", "image/png")
                        .end(PAGE);
        }
    }

    private static void redirect(HttpServerResponse response, String location) {
        response.setStatusCode(302).putHeader("Location", location).end();
    }

    private static void image(HttpServerResponse response, String type, BufferedImage image, String format) {
        response.putHeader("Content-Type", type).end(Buffer.buffer(file(image, format)));
    }

    /** Writes no faster than the reader reads, and stops when it has gone. */
    private static void huge(HttpServerResponse response) {
        response.putHeader("Content-Type", "image/png");
        Buffer block = Buffer.buffer(new byte[64 * 1024]);
        int[] left = {HUGE / block.length()};
        Runnable pump = () -> {
            while (left[0] > 0 && !response.closed() && !response.writeQueueFull()) {
                left[0]--;
                response.write(block.copy());
            }
            if (left[0] == 0 && !response.closed() && !response.ended()) {
                response.end();
            }
        };
        response.exceptionHandler(gone -> left[0] = 0);
        response.drainHandler(drained -> pump.run());
        pump.run();
    }

    private static BufferedImage picture(int width, int height, boolean hole) {
        BufferedImage image =
                new BufferedImage(width, height, hole ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width, hole ? height / 2 : height);
        canvas.setColor(Color.DARK_GRAY);
        canvas.fillOval(width / 4, height / 4, width / 4, height / 4);
        canvas.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
