package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a source is called; the order is the gauge's number. */
public enum BreakerState {
    CLOSED,
    /** One call may try. */
    HALF_OPEN,
    /** Also while the source itself says that it is switched off. */
    OPEN;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
