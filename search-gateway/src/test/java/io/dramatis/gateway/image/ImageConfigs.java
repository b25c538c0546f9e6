package io.dramatis.gateway.image;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration with its defaults, for tests without a running gateway. */
final class ImageConfigs {

    private ImageConfigs() {}

    /** @param settings below {@code test} */
    static ImageConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(ImageConfig.class, "test")
                .build()
                .getConfigMapping(ImageConfig.class, "test");
    }
}
