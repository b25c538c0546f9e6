package io.dramatis.portrait.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who draws. */
@ConfigMapping(prefix = "dramatis.portrait.provider")
public interface ProviderConfig {

    /** The provider for requests that name none. */
    @WithDefault("builtin")
    String defaultId();
}
