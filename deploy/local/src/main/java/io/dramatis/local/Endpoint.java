package io.dramatis.local;

import java.util.Locale;

/** Every port that the platform listens on. */
public enum Endpoint {
    GATEWAY(8080, "search-gateway"),
    CATALOG(8081, "catalog-service"),
    COLLECTION(8082, "collection-service"),
    PORTRAIT(8083, "portrait-service"),
    GATEWAY_MANAGEMENT(9080, "search-gateway's management"),
    CATALOG_MANAGEMENT(9081, "catalog-service's management"),
    COLLECTION_MANAGEMENT(9082, "collection-service's management"),
    PORTRAIT_MANAGEMENT(9083, "portrait-service's management"),
    POSTGRES(15432, "PostgreSQL"),
    KAFKA(19092, "Kafka"),
    KAFKA_CONTROLLER(19093, "Kafka's controller"),
    SIMULATOR(18090, "the source simulator");

    private final int defaultPort;
    private final String owner;

    Endpoint(int defaultPort, String owner) {
        this.defaultPort = defaultPort;
        this.owner = owner;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** Who listens there, as a person would say it. */
    String owner() {
        return owner;
    }

    /** The environment variable that moves this port alone, as {@code DRAMATIS_PORT_KAFKA_CONTROLLER}. */
    String variable() {
        return "DRAMATIS_PORT_" + name().toUpperCase(Locale.ROOT);
    }
}
