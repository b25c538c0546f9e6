package io.dramatis.portrait.generation;

import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** Style presets (seed 002, "Style Selection"). */
enum PortraitStyle implements WireValue {
    REALISTIC,
    PAINTERLY,
    ANIME,
    WEBTOON,
    INK,
    PIXEL;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
