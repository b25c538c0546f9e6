package io.dramatis.gateway;

import io.dramatis.simulator.SourceSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** What surrounds the gateway: the simulated sources, two small services, and one that is down. */
public class GatewayEnvironment implements QuarkusTestResourceLifecycleManager {

    private static SourceSimulator simulator;
    private static TestBackend catalog;
    private static TestBackend portrait;

    public static SourceSimulator simulator() {
        return simulator;
    }

    public static TestBackend catalog() {
        return catalog;
    }

    public static TestBackend portrait() {
        return portrait;
    }

    @Override
    public Map<String, String> start() {
        simulator = SourceSimulator.start(0);
        catalog = new TestBackend("catalog");
        portrait = new TestBackend("portrait");
        Map<String, String> config = new HashMap<>();
        for (String source : new String[] {"anilist", "wikipedia", "openlibrary", "wikidata"}) {
            String prefix = "dramatis.source." + source;
            config.put(prefix + ".url", simulator.url(source));
            // Tests share the sources: what one of them uses up or breaks must not reach the others.
            config.put(prefix + ".budget-per-minute", "600000");
            config.put(prefix + ".anonymous-budget-per-minute", "600000");
            config.put(prefix + ".burst", "10000");
            config.put(prefix + ".breaker-volume", "1000");
        }
        config.put("dramatis.source.openlibrary.covers-url", simulator.url("openlibrary"));
        config.put("dramatis.source.wikidata.commons-url", simulator.url("wikidata"));
        config.put("dramatis.edge.connections.response-timeout", "1s");
        config.put("dramatis.edge.backends.catalog", catalog.url());
        config.put("dramatis.edge.backends.portrait", portrait.url());
        config.put("dramatis.edge.backends.collection", "http://localhost:" + unusedPort());
        config.put("dramatis.edge.openapi.catalog", catalog.url() + "/q/openapi");
        config.put("dramatis.edge.openapi.portrait", portrait.url() + "/q/openapi");
        config.put("dramatis.edge.openapi.collection", "http://localhost:" + unusedPort() + "/q/openapi");
        return config;
    }

    @Override
    public void stop() {
        simulator.close();
        catalog.close();
        portrait.close();
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
