package io.dramatis.portrait.provider.automatic1111;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A stable-diffusion-webui with {@code --api}. */
@ConfigMapping(prefix = "dramatis.portrait.provider.automatic1111")
public interface Automatic1111Config {

    /** Of the web page; without it there is no such provider. */
    Optional<URI> baseUrl();

    /** As {@code --api-auth} has it. */
    Optional<String> user();

    /** As {@code --api-auth} has it. */
    Optional<String> password();

    /** Checkpoints that clients may choose from; the first one is the default. Without any, the one that is loaded. */
    Optional<List<String>> models();

    /** Width and height for requests that wish none: 1024 for SDXL, 512 for older models. */
    @WithDefault("1024")
    @Min(64)
    @Max(2048)
    int size();

    /** Sampling steps. */
    @WithDefault("28")
    @Min(1)
    @Max(150)
    int steps();

    /** The sampler's name as the web page shows it; its own default where absent. */
    Optional<String> sampler();

    /** In characters. Longer ones are read, but what is said last hardly counts. */
    @WithDefault("2000")
    @Min(100)
    int maxPromptLength();

    /** Size of an answer above which it is not read. */
    @WithDefault("64M")
    MemorySize maxAnswerSize();
}
