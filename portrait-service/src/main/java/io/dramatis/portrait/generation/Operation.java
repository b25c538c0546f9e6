package io.dramatis.portrait.generation;

import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** What a job is for, and so what becomes of its images. */
enum Operation implements WireValue {
    /** The first one becomes the portrait. */
    PORTRAIT,
    /** They join the gallery, and become the portrait only where there is none. */
    ADDITIONAL,
    /** The same with the face of a reference. */
    VARIANT;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
