package io.dramatis.gateway.search;

import io.dramatis.gateway.source.QueryText;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a search can be asked with; all of it as text, so that one answer can name everything that is wrong. */
class SearchParams {

    @QueryParam("q")
    @Parameter(
            required = true,
            description = "A name in any script, the title of a work, or both",
            example = "naruto",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = QueryText.MAX_LENGTH))
    String q;

    @QueryParam("category")
    @Parameter(
            description = "Kind of work",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            defaultValue = "all",
                            enumeration = {"anime", "manga", "movie", "tv", "bollywood", "book", "dnd", "other", "all"
                            }))
    String category;

    @QueryParam("limit")
    @Parameter(
            description = "Results at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    String limit;

    SearchRequest parse() {
        return SearchRequest.parse(q, category, limit);
    }
}
