package io.dramatis.portrait.provider;

import io.dramatis.events.VisualProfile;
import io.dramatis.portrait.prompt.PortraitStyle;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a picture was drawn from, kept with it, so that whoever draws its variants knows whose face it shows.
 *
 * @param visual the profile in effect: of a variant, with what its text changed
 * @param additions the words that were drawn besides the profile, or null
 * @param style a style preset, or null
 * @param identitySeed the same for all pictures of one face
 * @param variation everything else that was left to chance
 * @param face where the face is in the picture, or null where nobody knows
 */
@RegisterForReflection
public record Sitter(
        VisualProfile visual, String additions, String style, long identitySeed, long variation, FacePlace face) {

    /** The style in effect; null where it is described in somebody's own words. */
    public PortraitStyle preset() {
        return PortraitStyle.named(PortraitStyle.inEffect(style, visual.artStyle()))
                .orElse(null);
    }

    public Sitter withFace(FacePlace place) {
        return new Sitter(visual, additions, style, identitySeed, variation, place);
    }
}
