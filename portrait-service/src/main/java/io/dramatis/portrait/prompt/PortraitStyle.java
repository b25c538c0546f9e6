package io.dramatis.portrait.prompt;

import io.dramatis.kit.validation.WireValue;
import io.dramatis.kit.validation.WireValues;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Style presets (seed 002, "Style Selection"). */
public enum PortraitStyle implements WireValue {
    REALISTIC(
            "Realistic",
            "Like a photograph: natural skin, real cloth, the depth of a lens.",
            "Photorealistic cinematic portrait, face close-up",
            List.of("natural skin texture", "85 mm lens, shallow depth of field", "soft key light, detailed eyes"),
            "illustration, painting, cartoon, 3d render, plastic skin",
            true,
            6),
    PAINTERLY(
            "Painterly",
            "An oil painting for the cover of a fantasy novel.",
            "Cinematic painterly fantasy portrait, face close-up",
            List.of("visible brushwork", "rich colours", "soft key light, detailed eyes, shallow depth of field"),
            "photo, 3d render, flat colours, line art",
            false,
            7),
    ANIME(
            "Anime",
            "Clean lines, large eyes, cel shading.",
            "Anime portrait, face close-up",
            List.of("clean line art", "cel shading", "expressive eyes", "soft rim light"),
            "photo, realistic skin, 3d render, western comic",
            false,
            8),
    WEBTOON(
            "Webtoon",
            "A panel of a web comic: crisp lines, soft gradients, bright colours.",
            "Webtoon comic portrait, face close-up",
            List.of("crisp outlines", "soft gradient shading", "bright colours", "simple background"),
            "photo, realistic skin, heavy texture, speech bubbles",
            false,
            8),
    INK(
            "Ink",
            "Black ink on paper: hatching, washes and a steady hand.",
            "Ink drawing portrait, face close-up",
            List.of("black ink on textured paper", "fine cross-hatching", "wash shading", "high contrast"),
            "colour, photo, 3d render, blur",
            false,
            7),
    PIXEL(
            "Pixel",
            "A sprite from a sixteen-bit game.",
            "Pixel art portrait, 16-bit game sprite, face close-up",
            List.of("limited palette", "crisp square pixels", "dithered shading"),
            "photo, smooth gradients, anti-aliasing, blur",
            false,
            8);

    /** Never wanted, whatever the style. */
    private static final String FLAWS =
            "text, watermark, signature, frame, extra fingers, deformed hands, cropped head";

    /** Where neither the request nor the profile names one. */
    public static final PortraitStyle DEFAULT = PAINTERLY;

    private final String label;
    private final String description;
    private final String opening;
    private final List<String> closing;
    private final String avoid;
    private final boolean natural;
    private final double guidance;

    PortraitStyle(
            String label,
            String description,
            String opening,
            List<String> closing,
            String avoid,
            boolean natural,
            double guidance) {
        this.label = label;
        this.description = description;
        this.opening = opening;
        this.closing = closing;
        this.avoid = avoid;
        this.natural = natural;
        this.guidance = guidance;
    }

    /** The preset that the text names; empty for null and for any other text. */
    public static Optional<PortraitStyle> named(String text) {
        return WireValues.parse(PortraitStyle.class, text);
    }

    /**
     * The style that a picture is drawn in, as its lineage tells it.
     *
     * @param asked a preset or somebody's own words, or null
     * @param artStyle the profile's, the same, or null
     */
    public static String inEffect(String asked, String artStyle) {
        String words = asked != null ? asked : artStyle;
        return words == null || words.isBlank()
                ? DEFAULT.wire()
                : named(words).map(PortraitStyle::wire).orElse(words.strip());
    }

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    /** What a prompt in this style begins with. */
    String opening() {
        return opening;
    }

    /** What it ends with. */
    List<String> closing() {
        return closing;
    }

    /** What a picture in this style must not show. */
    String negative() {
        return avoid + ", " + FLAWS;
    }

    /** A hint for providers that choose between a natural and a vivid rendering. */
    public boolean natural() {
        return natural;
    }

    /** A hint for diffusion models: how closely the prompt is followed, as "classifier-free guidance scale". */
    public double guidance() {
        return guidance;
    }
}
