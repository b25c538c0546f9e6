package io.dramatis.portrait.storage;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings of the store, read as the service reads them. */
final class TestStorage {

    private static final String PREFIX = "dramatis.portrait.storage.";

    private TestStorage() {}

    /** @param settings names without their common prefix, and values */
    static StorageConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put(PREFIX + "folder", "target/unused");
        settings.forEach((name, value) -> all.put(PREFIX + name, value));
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .addDiscoveredConverters()
                .withMapping(StorageConfig.class)
                .build()
                .getConfigMapping(StorageConfig.class);
    }
}
