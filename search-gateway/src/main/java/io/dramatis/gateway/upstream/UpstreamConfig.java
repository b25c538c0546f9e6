package io.dramatis.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;

/** How the gateway speaks to servers outside of the platform. */
@ConfigMapping(prefix = "dramatis.upstream")
public interface UpstreamConfig {

    /**
     * A mail address or web page of this installation's operator, sent in the User-Agent. Wikimedia and OpenLibrary
     * grant callers that name one many times the calls.
     */
    Optional<@Pattern(regexp = "[\\x20-\\x7E]{1,200}") String> contact();

    /** The version in the User-Agent. */
    @WithDefault("${quarkus.application.version:0}")
    String version();

    /** Time to establish a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Connections kept to one server. */
    @WithDefault("8")
    @Min(1)
    @Max(256)
    int connectionsPerHost();

    /** Calls that wait for one of those connections before further ones fail. */
    @WithDefault("64")
    @Min(0)
    int waitingPerHost();
}
