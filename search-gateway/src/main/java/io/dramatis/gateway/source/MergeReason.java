package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why two sources' results are taken for one. */
public enum MergeReason {
    /** Both carry the same identity of a third party. */
    SHARED_ID,
    /** They are called the same and appear in the same work. */
    NAME_AND_UNIVERSE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
