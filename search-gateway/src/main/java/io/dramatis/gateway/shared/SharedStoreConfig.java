package io.dramatis.gateway.shared;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** What replicas of the gateway keep together. How Redis is connected to stands with {@code quarkus.redis}. */
@ConfigMapping(prefix = "dramatis.gateway.redis")
public interface SharedStoreConfig {

    /** Redis or Valkey, {@code redis://host:6379}; without it all is kept in this process' memory. */
    Optional<String> url();

    /** Time for one command; after that the request goes on without Redis. */
    @WithDefault("100ms")
    Duration timeout();

    /** Pause between two looks at a Redis that is away, and between two signs of life to one that is there. */
    @WithDefault("1s")
    Duration retryEvery();

    /** Replicas that are assumed as long as Redis has never been reached to count them. */
    @WithDefault("2")
    @Min(1)
    int assumedReplicas();

    /** Size of an answer above which it is kept in this replica's memory only. */
    @WithDefault("64K")
    MemorySize maxAnswerSize();
}
