package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import io.dramatis.kit.validation.WireValue;
import java.util.Locale;

/** The kinds of works that a search can be narrowed to. */
public enum SearchCategory implements WireValue {
    ANIME,
    MANGA,
    MOVIE,
    TV,
    BOLLYWOOD,
    BOOK,
    DND,
    OTHER,
    ALL;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
