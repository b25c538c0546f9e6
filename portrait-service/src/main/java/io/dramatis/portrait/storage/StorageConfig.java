package io.dramatis.portrait.storage;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the images are kept. */
@ConfigMapping(prefix = "dramatis.portrait.storage")
public interface StorageConfig {

    /** The folder store's root; made when absent. */
    Path folder();
}
