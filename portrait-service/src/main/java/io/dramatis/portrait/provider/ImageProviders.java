package io.dramatis.portrait.provider;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The providers there are. */
@ApplicationScoped
public class ImageProviders {

    private final Map<String, ImageProvider> byId = new TreeMap<>();
    private final ProviderConfig config;

    ImageProviders(@All List<ImageProvider> providers, ProviderConfig config) {
        providers.forEach(provider -> byId.put(provider.id(), provider));
        this.config = config;
        if (!byId.containsKey(config.defaultId())) {
            throw new IllegalStateException("dramatis.portrait.provider.default-id names no provider; there are: "
                    + String.join(", ", byId.keySet()));
        }
    }

    /** @param id null for the default */
    public Optional<ImageProvider> find(String id) {
        return Optional.ofNullable(byId.get(id == null ? config.defaultId() : id));
    }

    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }
}
