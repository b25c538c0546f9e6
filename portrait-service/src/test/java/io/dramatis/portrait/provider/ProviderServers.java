package io.dramatis.portrait.provider;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Simulated image providers and a chat model for the running service; one provider is away, and one lacks its key. */
public class ProviderServers implements QuarkusTestResourceLifecycleManager {

    private ProviderSimulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = new ProviderSimulator();
        Map<String, String> config = new HashMap<>();
        String openAi = "dramatis.portrait.provider.openai.";
        config.put(openAi + "openai.base-url", simulator.url() + "/v1");
        config.put(openAi + "openai.api-key", ProviderSimulator.KEY);
        config.put(openAi + "imitator.base-url", simulator.url() + "/v1");
        config.put(openAi + "imitator.api-key", ProviderSimulator.KEY);
        config.put(openAi + "imitator.models", "flux-local");
        config.put(openAi + "imitator.local", "true");
        config.put(openAi + "imitator.model.flux-local.response-format", "none");
        config.put(openAi + "away.base-url", "http://localhost:1/v1");
        config.put(openAi + "away.models", "any");
        config.put(openAi + "without_a_key.models", "any");
        String automatic1111 = "dramatis.portrait.provider.automatic1111.";
        config.put(automatic1111 + "base-url", simulator.url());
        config.put(automatic1111 + "user", ProviderSimulator.A1111_USER);
        config.put(automatic1111 + "password", ProviderSimulator.A1111_PASSWORD);
        config.put("dramatis.portrait.provider.comfyui.base-url", simulator.url());
        config.put("dramatis.portrait.provider.comfyui.poll-interval", "50ms");
        config.put("dramatis.portrait.provider.fallback", "imitator");
        String enhancer = "dramatis.portrait.prompt.enhancer.";
        config.put(enhancer + "base-url", simulator.url() + "/v1");
        config.put(enhancer + "api-key", ProviderSimulator.KEY);
        config.put(enhancer + "model", "gpt-test");
        return config;
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
