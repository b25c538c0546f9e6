package io.dramatis.collection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of the catalogue as a favourite needs, answering from memory; down before it is made and after its close. */
public final class StubCatalog implements AutoCloseable {

    static final String PORT = "dramatis.test.catalog-port";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(StubCatalog::thread);
    private final Map<UUID, String> characters = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeAnswer = () -> {};
    private volatile int failWith;
    private final AtomicInteger broken = new AtomicInteger();

    public StubCatalog() {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/characters/", this::answer);
        server.start();
    }

    /** With the tests' class loader: the one these threads would inherit differs between JDKs. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "stub-catalog");
        thread.setContextClassLoader(StubCatalog.class.getClassLoader());
        return thread;
    }

    public void put(Characters character) {
        characters.put(character.id(), character.json());
    }

    public void remove(UUID id) {
        characters.remove(id);
    }

    /** Runs after the answer was made and before it is sent. */
    public void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    /** Answers everything with this status from now on. */
    public void failWith(int status) {
        failWith = status;
    }

    /** The next requests find their connection closed instead of an answer. */
    public void breakConnections(int requests) {
        broken.set(requests);
    }

    /** The Authorization header of each request so far. */
    public List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.close();
            return;
        }
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String path = exchange.getRequestURI().getPath();
        String json = characters.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        beforeAnswer.run();
        int status = failWith != 0 ? failWith : json == null ? 404 : 200;
        byte[] body = (status == 200 ? json : "{\"status\":" + status + "}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
