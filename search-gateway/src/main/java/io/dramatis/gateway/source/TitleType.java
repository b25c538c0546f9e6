package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** The kinds of titles that a library tracks. */
public enum TitleType implements WireValue {
    ANIME,
    MANGA;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
