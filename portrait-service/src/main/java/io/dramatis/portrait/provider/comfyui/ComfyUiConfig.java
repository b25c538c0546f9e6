package io.dramatis.portrait.provider.comfyui;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A ComfyUI server and the workflow that it is to run. */
@ConfigMapping(prefix = "dramatis.portrait.provider.comfyui")
public interface ComfyUiConfig {

    /** Of the server; without it there is no such provider. */
    Optional<URI> baseUrl();

    /** Sent as {@code X-API-Key}, which ComfyUI's cloud wants. */
    Optional<String> apiKey();

    /**
     * The workflow for a portrait from a prompt: a file as "Export (API)" writes it, with placeholders in place of
     * values: {@code %prompt%}, {@code %negative_prompt%}, {@code %seed%}, {@code %width%}, {@code %height%},
     * {@code %count%}, {@code %guidance%}, {@code %model%}. Without a file, a plain one for any checkpoint.
     */
    Optional<Path> workflow();

    /** The workflow for a portrait after a reference; besides, {@code %image%} and {@code %denoise%}. */
    Optional<Path> referenceWorkflow();

    /** Checkpoints that clients may choose from; the first one is the default. */
    @WithDefault("sd_xl_base_1.0.safetensors")
    List<String> models();

    /** Width and height for requests that wish none. */
    @WithDefault("1024")
    @Min(64)
    @Max(2048)
    int size();

    /** In characters. */
    @WithDefault("2000")
    @Min(100)
    int maxPromptLength();

    /** How often to look whether a job is done. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** Size of a picture above which it is not read. */
    @WithDefault("24M")
    MemorySize maxImageSize();
}
