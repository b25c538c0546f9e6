package io.dramatis.portrait.provider.builtin;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.provider.Sitter;

/**
 * Everything a portrait may be told about its sitter. Every text may be null, unknown or hostile: the enumerated
 * fields carry lower snake case wire values, the others are English free text from which only keywords are read.
 *
 * @param additions words that are drawn besides the profile, or null
 * @param style a preset, or null for the profile's own art style
 * @param identitySeed decides who the sitter is: the geometry of the face and the natural colouring
 * @param variation decides incidental things only: the tilt of the head, the light, details of the background
 */
public record PortraitBrief(VisualProfile visual, String additions, String style, long identitySeed, long variation) {

    static PortraitBrief of(Sitter sitter) {
        return new PortraitBrief(
                sitter.visual(), sitter.additions(), sitter.style(), sitter.identitySeed(), sitter.variation());
    }

    String artStyle() {
        return style == null ? visual.artStyle() : style;
    }
}
