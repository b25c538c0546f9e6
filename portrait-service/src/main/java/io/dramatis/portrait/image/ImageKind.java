package io.dramatis.portrait.image;

import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** Where an image of a gallery comes from. */
enum ImageKind implements WireValue {
    PORTRAIT,
    ADDITIONAL,
    VARIANT,
    UPLOAD;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
