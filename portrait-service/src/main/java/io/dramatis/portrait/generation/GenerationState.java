package io.dramatis.portrait.generation;

import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** accepted → queued → running → completed | failed | cancelled. */
enum GenerationState implements WireValue {
    ACCEPTED,
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    boolean terminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GenerationState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
