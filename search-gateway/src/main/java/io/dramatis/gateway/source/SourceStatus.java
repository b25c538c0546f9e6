package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a source took part in an answer. */
public enum SourceStatus {
    OK,
    CACHED,
    STALE,
    EMPTY,
    RATE_LIMITED,
    UNAVAILABLE,
    NOT_CONFIGURED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the answer lacks what this source might have added. */
    public boolean missing() {
        return this == RATE_LIMITED || this == UNAVAILABLE;
    }
}
