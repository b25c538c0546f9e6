package io.dramatis.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the services are told: where the servers and the other services are, and whom to ask instead of the sources. */
final class ServiceEnvironment {

    private static final String OPENAPI = "/q/openapi";

    private final Ports ports;
    private final Databases databases;
    private final Map<String, String> shared = new HashMap<>();

    ServiceEnvironment(LocalConfig config, Databases databases, String kafkaBootstrap, Path images) {
        this.ports = config.ports();
        this.databases = databases;
        addPlatform(kafkaBootstrap, images);
        if (config.offline()) {
            addSimulatedSources();
        }
    }

    /** Over what this process was given itself. */
    Map<String, String> of(Service service) {
        Map<String, String> environment = new HashMap<>(shared);
        service.database().ifPresent(database -> {
            environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", databases.reactiveUrl(database));
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", databases.jdbcUrl(database));
            environment.put("QUARKUS_DATASOURCE_USERNAME", databases.user());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", databases.password());
        });
        return environment;
    }

    private void addPlatform(String kafkaBootstrap, Path images) {
        shared.put("DRAMATIS_LOCAL", "true");
        shared.put("KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap);
        shared.put("DRAMATIS_IDENTITY_JWKS_URL", address(Endpoint.COLLECTION) + "/.well-known/jwks.json");
        shared.put("QUARKUS_REST_CLIENT_CATALOG_URL", address(Endpoint.CATALOG));
        shared.put("DRAMATIS_EDGE_BACKENDS_CATALOG", address(Endpoint.CATALOG));
        shared.put("DRAMATIS_EDGE_BACKENDS_COLLECTION", address(Endpoint.COLLECTION));
        shared.put("DRAMATIS_EDGE_BACKENDS_PORTRAIT", address(Endpoint.PORTRAIT));
        shared.put("DRAMATIS_EDGE_OPENAPI_GATEWAY", address(Endpoint.GATEWAY_MANAGEMENT) + OPENAPI);
        shared.put("DRAMATIS_EDGE_OPENAPI_CATALOG", address(Endpoint.CATALOG_MANAGEMENT) + OPENAPI);
        shared.put("DRAMATIS_EDGE_OPENAPI_COLLECTION", address(Endpoint.COLLECTION_MANAGEMENT) + OPENAPI);
        shared.put("DRAMATIS_EDGE_OPENAPI_PORTRAIT", address(Endpoint.PORTRAIT_MANAGEMENT) + OPENAPI);
        shared.put("DRAMATIS_PORTRAIT_STORAGE_FOLDER", images.toString());
        // Open event streams would hold a stopping service for the whole of its usual, longer time.
        shared.put("QUARKUS_SHUTDOWN_TIMEOUT", "2S");
        // Nobody balances any load here.
        shared.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        // A consumer would sleep for two seconds before it leaves, one after the other; what it has not finished comes
        // again after the next start, and every consumer is idempotent.
        shared.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
    }

    private void addSimulatedSources() {
        shared.put("DRAMATIS_SOURCE_ANILIST_URL", address(Endpoint.SIMULATOR) + "/anilist");
        // Some sources' pictures are where the source is, or begin their way there.
        shared.put(
                "DRAMATIS_IMAGE_TRUSTED_ORIGINS",
                Stream.of("/images", "/dnd5e/api/images", "/openlibrary", "/wikidata")
                        .map(path -> address(Endpoint.SIMULATOR) + path)
                        .collect(Collectors.joining(",")));
        shared.put("DRAMATIS_SOURCE_MANGADEX_URL", address(Endpoint.SIMULATOR) + "/mangadex");
        shared.put("DRAMATIS_SOURCE_MANGADEX_COVERS_URL", address(Endpoint.SIMULATOR) + "/images/mangadex");
        shared.put("DRAMATIS_SOURCE_TMDB_URL", address(Endpoint.SIMULATOR) + "/tmdb");
        // Any will do; without one the source would be left out.
        shared.put("DRAMATIS_SOURCE_TMDB_TOKEN", "offline");
        shared.put("DRAMATIS_SOURCE_DND5E_URL", address(Endpoint.SIMULATOR) + "/dnd5e");
        shared.put("DRAMATIS_SOURCE_WIKIPEDIA_URL", address(Endpoint.SIMULATOR) + "/wikipedia");
        shared.put("DRAMATIS_SOURCE_OPENLIBRARY_URL", address(Endpoint.SIMULATOR) + "/openlibrary");
        shared.put("DRAMATIS_SOURCE_OPENLIBRARY_COVERS_URL", address(Endpoint.SIMULATOR) + "/openlibrary");
        shared.put("DRAMATIS_SOURCE_WIKIDATA_URL", address(Endpoint.SIMULATOR) + "/wikidata");
        shared.put("DRAMATIS_SOURCE_WIKIDATA_COMMONS_URL", address(Endpoint.SIMULATOR) + "/wikidata");
        // Sources that grant unknown callers next to nothing need not be asked so sparingly here.
        shared.put("DRAMATIS_UPSTREAM_CONTACT", "the simulator's own user");
    }

    private String address(Endpoint endpoint) {
        return ports.address(endpoint);
    }
}
