package io.dramatis.portrait.prompt;

import io.dramatis.events.VisualProfile;

/**
 * What a portrait shall show.
 *
 * @param additions the user's own words, or null
 * @param style a preset as the client named it, or null for the profile's art style or the default
 */
public record PromptBrief(String name, VisualProfile visual, String additions, String style) {}
