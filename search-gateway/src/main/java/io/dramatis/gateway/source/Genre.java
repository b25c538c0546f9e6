package io.dramatis.gateway.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The platform's genres; sources' own names are brought to them. */
public enum Genre {
    ACTION,
    ADVENTURE,
    COMEDY,
    DRAMA,
    FANTASY,
    HORROR,
    MYSTERY,
    ROMANCE,
    SCIFI,
    SLICE_OF_LIFE,
    SPORTS,
    THRILLER,
    OTHER;

    private static final Map<String, Genre> SYNONYMS = Map.ofEntries(
            Map.entry("science_fiction", SCIFI),
            Map.entry("sci_fi", SCIFI),
            Map.entry("mecha", SCIFI),
            Map.entry("supernatural", FANTASY),
            Map.entry("mahou_shoujo", FANTASY),
            Map.entry("psychological", THRILLER),
            Map.entry("suspense", THRILLER),
            Map.entry("crime", MYSTERY),
            Map.entry("detective", MYSTERY));

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The genre of something that a source files under {@code names}: the first name that has a counterpart,
     * {@link #OTHER} where none has, null where there are no names.
     */
    public static Genre of(Collection<String> names) {
        if (names.isEmpty()) {
            return null;
        }
        return names.stream()
                .map(Genre::parse)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(OTHER);
    }

    private static Genre parse(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        for (Genre genre : values()) {
            if (genre.wire().equals(key)) {
                return genre;
            }
        }
        return SYNONYMS.get(key);
    }
}
