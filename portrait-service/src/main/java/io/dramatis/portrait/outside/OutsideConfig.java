package io.dramatis.portrait.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the service speaks to servers that are not the platform's: image providers, language models. */
@ConfigMapping(prefix = "dramatis.portrait.outside")
public interface OutsideConfig {

    /** Time to establish a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Connections kept to one server. */
    @WithDefault("32")
    @Min(1)
    @Max(512)
    int connectionsPerHost();

    /** Calls that wait for one of those connections before further ones fail. */
    @WithDefault("64")
    @Min(0)
    int waitingPerHost();
}
