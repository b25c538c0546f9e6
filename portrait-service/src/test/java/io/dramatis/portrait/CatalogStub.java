package io.dramatis.portrait;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * A catalog where every id is a character of the account that its own owner's token names: {@link #OWNER_PREFIX} and
 * the owner's id in system properties, since tests and test resources are loaded by different class loaders.
 */
public class CatalogStub implements QuarkusTestResourceLifecycleManager {

    private static final String OWNER_PREFIX = "dramatis.test.owner.";
    private static final String NAME_PREFIX = "dramatis.test.name.";
    private static final String DOWN = "dramatis.test.catalog.down";
    private static final String BROKEN = "dramatis.test.catalog.broken";

    private HttpServer server;

    static UUID characterOf(UUID owner) {
        UUID id = UUID.randomUUID();
        System.setProperty(OWNER_PREFIX + id, owner.toString());
        return id;
    }

    static void rename(UUID character, String name) {
        System.setProperty(NAME_PREFIX + character, name);
    }

    static void setDown(boolean down) {
        System.setProperty(DOWN, Boolean.toString(down));
    }

    /** The next requests find their connection closed instead of an answer. */
    static void breakConnections(int requests) {
        System.setProperty(BROKEN, Integer.toString(requests));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/characters/", CatalogStub::answer);
        server.start();
        return Map.of(
                "quarkus.rest-client.catalog.url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        int broken = Integer.getInteger(BROKEN, 0);
        if (broken > 0) {
            breakConnections(broken - 1);
            exchange.close();
            return;
        }
        String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        String owner = System.getProperty(OWNER_PREFIX + id);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (Boolean.getBoolean(DOWN)) {
            send(exchange, 500, "text/html", "<h1>broken</h1>");
        } else if (owner == null || token == null || !subject(token).contains(owner)) {
            send(exchange, 404, "application/problem+json", "{\"code\":\"CHARACTER_NOT_FOUND\"}");
        } else {
            send(exchange, 200, "application/json", """
                    {"id":"%s","owner_id":"%s","name":"%s","race":"wood_elf","gender":"female",
                     "character_class":"ranger","facial_expression":"serene","attire":"green cloak",
                     "published":false,"version":1,"a_later_field":true}""".formatted(
                            id, owner, System.getProperty(NAME_PREFIX + id, "Lirael")));
        }
    }

    private static String subject(String authorization) {
        String[] parts = authorization.split("\\.");
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
