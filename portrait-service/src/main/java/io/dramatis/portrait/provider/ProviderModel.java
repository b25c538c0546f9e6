package io.dramatis.portrait.provider;

import java.util.List;

/**
 * A model of a provider's.
 *
 * @param maxPromptLength in characters; longer prompts are shortened
 * @param references whether it keeps a face that it is shown
 * @param sizes of its images; empty where it takes any
 */
public record ProviderModel(String id, int maxPromptLength, boolean references, List<PictureSize> sizes) {}
