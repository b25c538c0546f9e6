package io.dramatis.kit.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@link WireValue}s leniently: case, spaces and hyphens do not matter, so {@code "Weapon Ready"} is fine. */
public final class WireValues {

    private WireValues() {}

    public static <E extends Enum<E> & WireValue> Optional<E> parse(Class<E> type, String text) {
        if (text == null) {
            return Optional.empty();
        }
        String wire = normalise(text);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.wire().equals(wire))
                .findFirst();
    }

    /** All allowed values, in the enum's order. */
    public static List<String> all(Class<? extends WireValue> type) {
        return Arrays.stream(type.getEnumConstants()).map(WireValue::wire).toList();
    }

    static String normalise(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }
}
