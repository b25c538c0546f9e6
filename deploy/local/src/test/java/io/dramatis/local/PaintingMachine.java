package io.dramatis.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * Answers as stable-diffusion-webui does, with pictures of noise: each is another one, also for the same request, so
 * that what an interrupted attempt left can be told from what the next one made. Can be made to hold its answers.
 */
final class PaintingMachine implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SplittableRandom random = new SplittableRandom();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger holding = new AtomicInteger();
    private final List<byte[]> painted = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile int edge = 64;

    private PaintingMachine(HttpServer server) {
        this.server = server;
    }

    static PaintingMachine start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        PaintingMachine machine = new PaintingMachine(server);
        server.createContext("/sdapi/v1/txt2img", machine::paint);
        server.createContext("/", exchange -> answer(exchange, "{\"progress\": 0, \"active\": false}".getBytes()));
        server.setExecutor(machine.threads);
        server.start();
        return machine;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every request from now on waits for {@link #release}. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** Requests that wait for their answer. */
    int holding() {
        return holding.get();
    }

    /** Requests so far. */
    int asked() {
        return asked.get();
    }

    /** The pictures painted so far. */
    List<byte[]> painted() {
        return List.copyOf(painted);
    }

    /** Of the pictures from now on, in pixels; noise takes three bytes for each. */
    void edge(int pixels) {
        edge = pixels;
    }

    private void paint(HttpExchange exchange) throws IOException {
        JsonNode wish = JSON.readTree(exchange.getRequestBody());
        asked.incrementAndGet();
        holding.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            exchange.close();
            return;
        } finally {
            holding.decrementAndGet();
        }
        ObjectNode body = JSON.createObjectNode();
        ArrayNode images = body.putArray("images");
        for (int i = 0; i < wish.path("n_iter").asInt(1); i++) {
            byte[] picture = picture();
            painted.add(picture);
            images.add(Base64.getEncoder().encodeToString(picture));
        }
        body.put("info", "{\"seed\": 1}");
        try {
            answer(exchange, JSON.writeValueAsBytes(body));
        } catch (IOException nobodyWaits) {
            // Whoever asked was killed meanwhile, which is what this is for.
            exchange.close();
        }
    }

    private synchronized byte[] picture() {
        BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static void answer(HttpExchange exchange, byte[] json) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
