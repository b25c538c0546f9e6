package io.dramatis.portrait.image;

import java.util.Locale;
import java.util.UUID;

/** Who holds on to an image. */
public record ImageUser(Kind kind, UUID id) {

    /** What uses images by reference. */
    public enum Kind {
        STORY,
        LIBRARY;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
