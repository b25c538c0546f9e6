package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** How far a title has come. */
public enum TitleStatus implements WireValue {
    FINISHED,
    RELEASING,
    NOT_YET_RELEASED,
    CANCELLED,
    HIATUS;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing will follow, so that a number of parts is final. */
    public boolean complete() {
        return this == FINISHED || this == CANCELLED;
    }
}
