package io.dramatis.portrait.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who draws. */
@ConfigMapping(prefix = "dramatis.portrait.provider")
public interface ProviderConfig {

    /** The provider for requests that name none. */
    @WithDefault("builtin")
    String defaultId();

    /**
     * Providers to ask, in this order, where the one asked for is not configured, cannot be reached or has failed too
     * often of late. Never after a refusal: what one provider's moderation refuses is not carried to the next.
     */
    Optional<List<String>> fallback();

    /** How often the configured providers are looked at. */
    @WithDefault("60s")
    Duration checkEvery();

    /** By provider id; what is not set has its default. */
    @WithDefaults
    Map<String, ProviderLimits> limits();
}
