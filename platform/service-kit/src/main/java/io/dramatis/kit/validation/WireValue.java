package io.dramatis.kit.validation;

/** An enumerated value as it stands on the wire: lower snake case. */
public interface WireValue {

    /** As {@code weapon_ready}. */
    String wire();
}
