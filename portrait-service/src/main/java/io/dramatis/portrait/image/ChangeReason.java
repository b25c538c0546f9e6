package io.dramatis.portrait.image;

import java.util.Locale;

/** Why another image stands for a character. */
enum ChangeReason {
    GENERATED,
    SELECTED,
    UPLOADED,
    DELETED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
