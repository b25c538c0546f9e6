package io.dramatis.catalog.character;

import io.dramatis.catalog.profile.CharacterSource;
import io.dramatis.catalog.profile.Choice;
import io.dramatis.catalog.profile.Genre;
import io.dramatis.kit.identity.Caller;
import io.dramatis.kit.paging.PageParams;
import io.dramatis.kit.validation.OneOf;
import io.dramatis.kit.validation.PlainText;
import io.dramatis.kit.validation.WireValues;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What {@code GET /api/characters} can be asked for. */
class CharacterListParams extends PageParams {

    static final int MAX_QUERY = 100;

    @QueryParam("genre")
    @OneOf(Genre.class)
    @Parameter(description = "Only of this genre")
    String genre;

    @QueryParam("source")
    @OneOf(CharacterSource.class)
    @Parameter(description = "Only from this source; 'generated' is never listed")
    String source;

    @QueryParam("q")
    @PlainText
    @Size(max = MAX_QUERY, message = "must have at most {max} characters")
    @Parameter(description = "Part of the name or of the universe, in any case")
    String q;

    @QueryParam("sort")
    @DefaultValue("updated_at")
    @OneOf(CharacterSort.class)
    @Parameter(description = "updated_at (newest first, the default), created_at (newest first) or name")
    String sort;

    @QueryParam("mine")
    @DefaultValue("false")
    @Pattern(regexp = "true|false", message = "must be true or false")
    @Parameter(description = "Only the caller's own; needs a token")
    String mine;

    /** The list this caller may see. */
    CharacterList toList(Caller caller) {
        boolean own = Boolean.parseBoolean(mine);
        UUID viewer = own ? caller.accountId() : caller.accountIdIfPresent().orElse(null);
        return new CharacterList(
                viewer,
                own,
                wire(Genre.class, genre),
                wire(CharacterSource.class, source),
                NameKey.of(q),
                WireValues.parse(CharacterSort.class, sort).orElse(CharacterSort.UPDATED_AT),
                cursor().orElse(null),
                limit());
    }

    private static <E extends Enum<E> & Choice> String wire(Class<E> type, String text) {
        return WireValues.parse(type, text).map(Choice::wire).orElse(null);
    }
}
