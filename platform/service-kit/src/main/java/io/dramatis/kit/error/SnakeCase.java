package io.dramatis.kit.error;

import java.util.Locale;

/** Java's names as they stand on the wire. */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** {@code CharacterResource.getCharacter} as {@code characters.get_character}. */
    static String operation(String resourceClass, String method) {
        String feature = of(resourceClass.replaceFirst("Resource$", ""));
        String plural;
        if (feature.equals("media")) {
            plural = feature;
        } else if (feature.matches(".*(s|x|ch|sh)$")) {
            plural = feature + "es";
        } else if (feature.matches(".*[^aeiou]y$")) {
            plural = feature.substring(0, feature.length() - 1) + "ies";
        } else {
            plural = feature + "s";
        }
        return plural + "." + of(method);
    }
}
