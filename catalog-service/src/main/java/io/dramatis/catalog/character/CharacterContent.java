package io.dramatis.catalog.character;

import io.dramatis.catalog.profile.Choice;
import io.dramatis.catalog.profile.Genre;
import io.dramatis.catalog.profile.ProfileLimits;
import io.dramatis.catalog.profile.VisualProfiles;
import io.dramatis.events.VisualProfile;
import io.dramatis.kit.validation.WireValues;
import java.util.List;

/**
 * What an owner says about a character, in the one form in which it is stored: text trimmed, blank text absent,
 * enumerated values as on the wire, defaults in place.
 */
record CharacterContent(
        String name,
        String universe,
        String description,
        String chatStyle,
        List<String> exampleResponses,
        String genre,
        String siteUrl,
        String imageUrl,
        boolean published,
        String backstory,
        VisualProfile visual) {

    /** @param valid without violations */
    static CharacterContent of(CharacterRequest valid) {
        return new CharacterContent(
                text(valid.name()),
                text(valid.universe()),
                text(valid.description()),
                text(valid.chatStyle()),
                texts(valid.exampleResponses()),
                genre(valid.genre()),
                text(valid.siteUrl()),
                text(valid.imageUrl()),
                Boolean.TRUE.equals(valid.published()),
                text(valid.backstory()),
                VisualProfiles.stored(valid.visual()));
    }

    /** @param valid without violations */
    static CharacterContent of(FromExternalRequest valid) {
        return new CharacterContent(
                text(valid.name()),
                text(valid.universe()),
                shortened(text(valid.description())),
                text(valid.chatStyle()),
                texts(valid.exampleResponses()),
                genre(valid.genre()),
                text(valid.siteUrl()),
                text(valid.imageUrl()),
                false,
                null,
                VisualProfiles.empty());
    }

    private static String genre(String text) {
        return WireValues.parse(Genre.class, text).map(Choice::wire).orElse(null);
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Cut at a word where there is one near, and marked as cut. */
    private static String shortened(String text) {
        if (text == null || text.length() <= ProfileLimits.LONG_TEXT) {
            return text;
        }
        int limit = ProfileLimits.LONG_TEXT - 1;
        int space = text.lastIndexOf(' ', limit);
        int end = space > limit - 100 ? space : limit;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }

    private static List<String> texts(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
