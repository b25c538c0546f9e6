package io.dramatis.portrait.provider;

import java.util.List;

/**
 * What a provider can do.
 *
 * @param configured whether it could be asked at all
 * @param readsText whether it draws what the prompt says; the one that does not reads the profile
 * @param references whether any of its models keeps a face that it is shown
 * @param negativePrompts whether it can be told what not to draw
 * @param nativeStyles whether it has the style presets itself; others are told by the prompt
 * @param models the ones known; may be empty
 * @param otherModels whether it takes the names of others as well
 * @param defaultModel for requests that name none; null where there is nothing to choose
 * @param maxImages for one request
 */
public record ProviderCapabilities(
        boolean configured,
        boolean readsText,
        boolean references,
        boolean negativePrompts,
        boolean nativeStyles,
        List<ProviderModel> models,
        boolean otherModels,
        String defaultModel,
        int maxImages) {

    public boolean takes(String model) {
        return otherModels || models.stream().anyMatch(known -> known.id().equals(model));
    }
}
