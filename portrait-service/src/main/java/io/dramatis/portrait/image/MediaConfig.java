package io.dramatis.portrait.image;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/** How images are given to those who show no token. */
@ConfigMapping(prefix = "dramatis.portrait.media")
public interface MediaConfig {

    /**
     * Keys that signed URLs are made and checked with, each as {@code id:secret}. The first one signs, so a new key is
     * put in front, and an old one is left out when the last URL that it signed has expired. Without any, the replicas
     * share one that they keep in their database.
     */
    Optional<List<@Pattern(regexp = "[A-Za-z0-9_-]{1,32}:.{32,}") String>> signingKeys();
}
