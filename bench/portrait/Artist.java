package io.dramatis.local;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Answers in stable-diffusion-webui's shape after a millisecond, or when it is released, always with the same picture. */
final class Artist implements AutoCloseable {

    static {
        // Else the head of an answer waits for the acknowledgement of the one before: 40 ms instead of the one.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(128);
    private volatile byte[] answer;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    Artist() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            try {
                TimeUnit.MILLISECONDS.sleep(1);
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            byte[] body = answer;
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
        paint(64);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on: a square picture of shades and a little noise, as drawings are. */
    void paint(int edge) throws IOException {
        BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(edge);
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                int shade = (x * 255 / edge + y / 8 * 3) & 0xff;
                image.setRGB(x, y, shade << 16 | (255 - shade) << 8 | (shade / 2 + random.nextInt(4)));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        answer = ("{\"images\":[\"" + Base64.getEncoder().encodeToString(png.toByteArray())
                        + "\"],\"info\":\"{\\\"seed\\\": 1}\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
