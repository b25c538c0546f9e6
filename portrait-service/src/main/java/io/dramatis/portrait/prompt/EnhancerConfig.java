package io.dramatis.portrait.prompt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A language model that writes better prompts. Without a model's name, rules write them. */
@ConfigMapping(prefix = "dramatis.portrait.prompt.enhancer")
public interface EnhancerConfig {

    /** An OpenAI-compatible API, up to and including its version. */
    @WithDefault("https://api.openai.com/v1")
    URI baseUrl();

    /** Sent as a bearer token. */
    Optional<String> apiKey();

    /** The chat model; none, no enhancement by chat. */
    Optional<String> model();

    /** Tokens the model may spend on one prompt, its reasoning included. */
    @WithDefault("1200")
    @Min(50)
    @Max(100_000)
    int maxCompletionTokens();

    /** Length of an enhanced prompt in characters; the rest is cut off at the end of a sentence. */
    @WithDefault("1500")
    @Min(100)
    @Max(20_000)
    int maxLength();

    /** Time for one answer. */
    @WithDefault("15s")
    Duration timeout();

    /** After a failure, rules write the prompts for this long: a model that is away must not slow every portrait. */
    @WithDefault("30s")
    Duration restAfterFailure();
}
