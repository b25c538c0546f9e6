package io.dramatis.gateway.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edge: where requests go, and what is let through. */
@ConfigMapping(prefix = "dramatis.edge")
public interface EdgeConfig {

    /** The services behind the gateway. */
    Backends backends();

    /** Where each service serves its OpenAPI document, by the service's name. */
    Map<String, URI> openapi();

    /** Age up to which the merged OpenAPI document is served without looking again. */
    @WithDefault("60s")
    Duration openapiAge();

    /**
     * Addresses or networks ({@code 10.0.0.0/8}) of proxies in front of the gateway. Only what these say about the
     * client's address, scheme and host is believed.
     */
    Optional<List<String>> trustedProxies();

    /** Requests that one client may send. */
    ClientLimit clientLimit();

    /** Sizes above which a body is refused with 413. */
    BodyLimits bodyLimits();

    /** Connections to the services. */
    Connections connections();

    /** What a client is told to wait when a service cannot be reached. */
    @WithDefault("5s")
    Duration retryAfter();

    /** Age that browsers are told to insist on HTTPS; only sent over HTTPS. */
    @WithDefault("365d")
    Duration hstsMaxAge();

    /** Base URLs without a path. */
    interface Backends {
        URI catalog();

        URI collection();

        URI portrait();
    }

    /** A token bucket for each client address (an IPv6 network of 64 bits counts as one). */
    interface ClientLimit {

        @WithDefault("true")
        boolean enabled();

        /** Requests a minute in the long run. */
        @WithDefault("1200")
        @Min(1)
        int perMinute();

        /** Requests at once after a quiet while. */
        @WithDefault("300")
        @Min(1)
        int burst();

        /** Clients that are told apart; above that, newcomers share one bucket until others are forgotten. */
        @WithDefault("100000")
        @Min(1)
        int maxClients();
    }

    /** By what the path takes. */
    interface BodyLimits {

        @WithDefault("1M")
        MemorySize standard();

        /** Image and import uploads: 10 MiB and the multipart frame around them. */
        @WithDefault("11M")
        MemorySize upload();
    }

    /** The pool of each backend; each event loop, of which there are two for a core, has one of its own. */
    interface Connections {

        @WithDefault("1s")
        Duration connectTimeout();

        /** Time from a request's last byte to its answer's first one. */
        @WithDefault("30s")
        Duration responseTimeout();

        /** Silence after which a connection counts as dead; longer than the streams' heartbeat of 15 s. */
        @WithDefault("60s")
        Duration idleTimeout();

        /** Event streams hold one for as long as they last. */
        @WithDefault("4096")
        @Min(1)
        int perBackend();

        /** Requests that wait for one; further ones are answered with 503. */
        @WithDefault("512")
        @Min(0)
        int waiting();
    }
}
