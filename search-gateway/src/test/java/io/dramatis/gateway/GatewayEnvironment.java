package io.dramatis.gateway;

import io.dramatis.gateway.image.ImageHost;
import io.dramatis.simulator.SourceSimulator;
import io.dramatis.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** What surrounds the gateway: the simulated sources, an image host, two small services, one that is down, and the issuer. */
public class GatewayEnvironment implements QuarkusTestResourceLifecycleManager {

    /** Argument for an installation to which nobody has given the keys that some sources ask for. */
    public static final String WITHOUT_KEYS = "without-keys";
    /** Few enough to be used up by a test. */
    public static final int MAX_SEARCH_STREAMS = 220;

    private static SourceSimulator simulator;
    private static TestBackend catalog;
    private static TestBackend portrait;
    private static TestIssuer issuer;
    private static ImageHost imageHost;

    private boolean keys = true;

    public static SourceSimulator simulator() {
        return simulator;
    }

    public static TestBackend catalog() {
        return catalog;
    }

    public static TestBackend portrait() {
        return portrait;
    }

    public static ImageHost imageHost() {
        return imageHost;
    }

    @Override
    public void init(Map<String, String> arguments) {
        keys = !arguments.containsKey(WITHOUT_KEYS);
    }

    @Override
    public Map<String, String> start() {
        simulator = SourceSimulator.start(0);
        simulator.grant("anilist", 600_000);
        catalog = new TestBackend("catalog");
        portrait = new TestBackend("portrait");
        issuer = TestIssuer.start();
        imageHost = new ImageHost();
        Map<String, String> config = new HashMap<>();
        for (String source :
                new String[] {"anilist", "mangadex", "wikipedia", "tmdb", "dnd5e", "openlibrary", "wikidata"}) {
            String prefix = "dramatis.source." + source;
            config.put(prefix + ".url", simulator.url(source));
            // Tests share the sources: what one of them uses up or breaks must not reach the others.
            config.put(prefix + ".budget-per-minute", "600000");
            config.put(prefix + ".anonymous-budget-per-minute", "600000");
            config.put(prefix + ".burst", "10000");
            config.put(prefix + ".breaker-volume", "1000");
        }
        config.put("dramatis.identity.jwks-url", issuer.jwksUrl());
        config.put("dramatis.source.mangadex.covers-url", simulator.url("images/mangadex"));
        config.put("dramatis.source.openlibrary.covers-url", simulator.url("openlibrary"));
        config.put("dramatis.source.wikidata.commons-url", simulator.url("wikidata"));
        // Tests turn the clock by days and count calls; what is read once a day is read once.
        config.put("dramatis.source.tmdb.images-lifetime", "87600h");
        config.put("dramatis.source.dnd5e.lists-lifetime", "87600h");
        if (keys) {
            config.put("dramatis.source.tmdb.token", "a-test-token");
        }
        config.put("dramatis.search.max-streams", String.valueOf(MAX_SEARCH_STREAMS));
        config.put("dramatis.edge.connections.response-timeout", "1s");
        config.put("dramatis.edge.backends.catalog", catalog.url());
        config.put("dramatis.edge.backends.portrait", portrait.url());
        config.put("dramatis.edge.backends.collection", "http://localhost:" + unusedPort());
        config.put("dramatis.edge.openapi.catalog", catalog.url() + "/q/openapi");
        config.put("dramatis.edge.openapi.portrait", portrait.url() + "/q/openapi");
        config.put("dramatis.edge.openapi.collection", "http://localhost:" + unusedPort() + "/q/openapi");
        config.put(
                "dramatis.image.trusted-origins",
                String.join(
                        ",",
                        simulator.url("images"),
                        simulator.url("dnd5e/api/images"),
                        simulator.url("openlibrary"),
                        simulator.url("wikidata"),
                        imageHost.url()));
        config.put("dramatis.image.timeout", "3s");
        config.put("dramatis.image.concurrent", "2");
        config.put("dramatis.image.waiting", "2");
        return config;
    }

    @Override
    public void stop() {
        simulator.close();
        catalog.close();
        portrait.close();
        issuer.close();
        imageHost.close();
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
