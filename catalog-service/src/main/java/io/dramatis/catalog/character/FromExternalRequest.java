package io.dramatis.catalog.character;

import io.dramatis.catalog.profile.ExternalSource;
import io.dramatis.catalog.profile.Genre;
import io.dramatis.catalog.profile.ProfileLimits;
import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A search result to keep.
 *
 * @param description shortened to {@link ProfileLimits#LONG_TEXT} characters where it is longer
 * @param source the outside source it was found in
 * @param externalId its id there; with {@code source} it says which character this is
 */
record FromExternalRequest(
        @NotNull(message = CharacterRequest.BLANK)
        @Pattern(regexp = CharacterRequest.VISIBLE, message = CharacterRequest.BLANK)
        @PlainText
        @Size(max = ProfileLimits.NAME, message = CharacterRequest.TOO_LONG)
        String name,

        @PlainText @Size(max = ProfileLimits.UNIVERSE, message = CharacterRequest.TOO_LONG)
        String universe,

        @PlainText(multiline = true) @Size(max = FromExternalRequest.DESCRIPTION, message = CharacterRequest.TOO_LONG)
        String description,

        @PlainText(multiline = true) @Size(max = ProfileLimits.CHAT_STYLE, message = CharacterRequest.TOO_LONG)
        String chatStyle,

        @Size(max = ProfileLimits.EXAMPLE_RESPONSES, message = CharacterRequest.TOO_MANY)
        List<
                        @NotNull(message = "must not be null") @PlainText(multiline = true)
                        @Size(max = ProfileLimits.EXAMPLE_RESPONSE, message = CharacterRequest.TOO_LONG) String>
                exampleResponses,

        @OneOf(Genre.class) String genre,

        @NotNull(message = "must not be null") @OneOf(ExternalSource.class)
        String source,

        @NotNull(message = CharacterRequest.BLANK)
        @Pattern(regexp = CharacterRequest.VISIBLE, message = CharacterRequest.BLANK)
        @PlainText
        @Size(max = ProfileLimits.EXTERNAL_ID, message = CharacterRequest.TOO_LONG)
        String externalId,

        @PlainText @HttpUrl @Size(max = ProfileLimits.URL, message = CharacterRequest.TOO_LONG)
        String siteUrl,

        @PlainText @HttpUrl @Size(max = ProfileLimits.URL, message = CharacterRequest.TOO_LONG)
        String imageUrl) {

    /** A source's own text may be longer than what is kept; the client need not know where to cut it. */
    static final int DESCRIPTION = 20_000;
}
