package io.dramatis.collection;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Free ports, known before the start: the service's own, where it fetches its keys; the management port, because the
 * metrics of servers on known and on random ports clash; and that of a catalogue, which is down until a test starts a
 * {@link StubCatalog}.
 */
public class OwnAddress implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        int own = freePort();
        int catalog = freePort();
        System.setProperty(StubCatalog.PORT, Integer.toString(catalog));
        return Map.of(
                "quarkus.http.test-port",
                Integer.toString(own),
                "quarkus.management.test-port",
                Integer.toString(freePort()),
                "dramatis.identity.jwks-url",
                "http://localhost:" + own + "/.well-known/jwks.json",
                "dramatis.catalog.url",
                "http://localhost:" + catalog);
    }

    @Override
    public void stop() {}

    /** After the shared servers, whose key document this service has no use for. */
    @Override
    public int order() {
        return 10;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
