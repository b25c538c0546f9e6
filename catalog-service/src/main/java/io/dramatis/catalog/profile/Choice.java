package io.dramatis.catalog.profile;

import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** A value to choose from: its name in lower snake case on the wire, a label for people. */
public interface Choice extends WireValue {

    /** The enum constant's. */
    String name();

    /** As people read it; for seed 002's fields, the seed's own wording. */
    String label();

    @Override
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
