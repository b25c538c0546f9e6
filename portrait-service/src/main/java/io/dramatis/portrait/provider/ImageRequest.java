package io.dramatis.portrait.provider;

import io.dramatis.events.VisualProfile;

/**
 * What to draw.
 *
 * @param prompt for providers that read text
 * @param visual for the one that reads profiles
 * @param additions the user's own words, or null
 * @param style a style preset, or null
 * @param count 1–4
 * @param model a model of the provider's, or null
 * @param identitySeed the same for all images of one character: the face
 * @param variation another for each job: everything else
 */
public record ImageRequest(
        String characterName,
        String prompt,
        VisualProfile visual,
        String additions,
        String style,
        int count,
        String model,
        long identitySeed,
        long variation) {}
