package io.dramatis.portrait.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenAiConfigTest {

    private static final String ENV = "DRAMATIS_PORTRAIT_PROVIDER_OPENAI_";

    /** As docs/operations.md tells operators to do it. */
    @Test
    void takesServersAndTheirKeysFromTheEnvironment() {
        OpenAiConfig config = config(Map.of(
                ENV + "OPENAI_API_KEY", "sk-1",
                ENV + "LOCALAI_BASE_URL", "http://localai:8080/v1",
                ENV + "LOCALAI_MODELS", "flux.1-dev,sdxl",
                ENV + "LOCALAI_LOCAL", "true"));

        assertThat(config.servers()).containsOnlyKeys("openai", "localai");
        assertThat(config.servers().get("openai").apiKey()).contains("sk-1");
        assertThat(config.servers().get("openai").models()).startsWith("gpt-image-1.5");
        assertThat(config.servers().get("openai").model().get("gpt-image-1.5").outputTokenPrice())
                .hasValue(32);
        assertThat(config.servers().get("localai").baseUrl()).hasToString("http://localai:8080/v1");
        assertThat(config.servers().get("localai").models()).containsExactly("flux.1-dev", "sdxl");
        assertThat(config.servers().get("localai").local()).isTrue();
        assertThat(config.servers().get("localai").apiKey()).isEmpty();
    }

    @Test
    void knowsOpenAiWithoutAKey() {
        OpenAiConfig.Server openAi = config(Map.of()).servers().get("openai");

        assertThat(openAi.apiKey()).isEmpty();
        assertThat(openAi.baseUrl()).hasToString("https://api.openai.com/v1");
        assertThat(openAi.local()).isFalse();
    }

    private static OpenAiConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(OpenAiConfig.class)
                .withSources(
                        new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(
                                Map.of(
                                        "dramatis.portrait.provider.openai.openai.models", "gpt-image-1.5,dall-e-3",
                                        "dramatis.portrait.provider.openai.openai.model.\"gpt-image-1.5\".output-token-price",
                                                "32"),
                                "application.properties",
                                250))
                .build()
                .getConfigMapping(OpenAiConfig.class);
    }
}
