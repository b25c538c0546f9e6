package io.dramatis.gateway.title;

import io.dramatis.gateway.source.QueryText;
import io.dramatis.gateway.source.TitleType;
import io.dramatis.kit.error.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds anime and manga in the outside sources. */
@Path("/api/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Titles")
class TitleResource {

    private static final String TEXT = "Any name of the title, in any script";
    private static final String TYPE = "Kind of title; both where it is left out";
    private static final String INVALID = "The parameters are not valid; all violations are listed";

    private final TitleService titles;

    TitleResource(TitleService titles) {
        this.titles = titles;
    }

    @GET
    @Path("search")
    @Operation(
            summary = "Search all sources of titles",
            description = "A title that several sources know comes once, with the ids that each of them gave. Answers"
                    + " within 3 seconds with what the sources gave, and says for each how it took part.")
    @APIResponse(
            responseCode = "200",
            description = "What was found, perhaps nothing",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TitleSearchResponse.class),
                            examples = @ExampleObject(name = "berserk", value = TitleExamples.SEARCH)))
    @APIResponse(
            responseCode = "400",
            description = INVALID,
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "two violations", value = TitleExamples.INVALID)))
    public Uni<TitleSearchResponse> searchTitles(
            @QueryParam("q")
                    @Parameter(
                            required = true,
                            description = TEXT,
                            example = "berserk",
                            schema = @Schema(minLength = 1, maxLength = QueryText.MAX_LENGTH))
                    String q,
            @QueryParam("type")
                    @Parameter(
                            description = TYPE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"anime", "manga"}))
                    String type) {
        return titles.search(TitleQuery.parse(q, type));
    }

    @GET
    @Path("autocomplete")
    @Operation(
            summary = "AniList titles for a text that is still being typed",
            description = "The best few matches, those first of which a name begins with the text. Meant to be asked"
                    + " with each letter: most answers come from memory. One Latin letter suggests nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The suggestions, perhaps none",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TitleSearchResponse.class),
                            examples = @ExampleObject(name = "frier", value = TitleExamples.AUTOCOMPLETE)))
    @APIResponse(
            responseCode = "400",
            description = INVALID,
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "two violations", value = TitleExamples.INVALID)))
    public Uni<TitleSearchResponse> autocompleteTitles(
            @QueryParam("q")
                    @Parameter(
                            required = true,
                            description = "The beginning of any name of the title, in any script",
                            example = "frier",
                            schema = @Schema(minLength = 1, maxLength = QueryText.MAX_LENGTH))
                    String q,
            @QueryParam("type")
                    @Parameter(
                            description = TYPE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"anime", "manga"}))
                    String type) {
        return titles.autocomplete(TitleQuery.parse(q, type));
    }

    @GET
    @Path("max")
    @Operation(
            summary = "How many episodes or chapters a title has",
            description = "`max` is null while a title is still running; `released` then says how many are out, where"
                    + " AniList (episodes) or MangaDex (chapters) knows. Takes a text or an AniList id; with an id, the"
                    + " text and the type do not matter.")
    @APIResponse(
            responseCode = "200",
            description = "The title that fits best, and its length",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TitleMaxResponse.class),
                            examples = {
                                @ExampleObject(name = "complete", value = TitleExamples.MAX_COMPLETE),
                                @ExampleObject(name = "still running", value = TitleExamples.MAX_RUNNING)
                            }))
    @APIResponse(
            responseCode = "400",
            description = INVALID,
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "two violations", value = TitleExamples.INVALID_MAX)))
    @APIResponse(
            responseCode = "404",
            description = "No source knows such a title",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown id", value = TitleExamples.NOT_FOUND)))
    @APIResponse(
            responseCode = "503",
            description = "The source that may know the title does not answer; Retry-After says when to ask again",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "AniList is down", value = TitleExamples.UNAVAILABLE)))
    public Uni<TitleMaxResponse> getMaxProgress(
            @QueryParam("q")
                    @Parameter(
                            description = TEXT + "; needed where no anilist_id is given",
                            example = "naruto",
                            schema = @Schema(minLength = 1, maxLength = QueryText.MAX_LENGTH))
                    String q,
            @QueryParam("type")
                    @Parameter(
                            description = TYPE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"anime", "manga"}))
                    String type,
            @QueryParam("anilist_id")
                    @Parameter(
                            description = "AniList's id of the title",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "2147483647"))
                    String anilistId) {
        return titles.max(TitleMaxQuery.parse(q, type, anilistId));
    }

    @GET
    @Path("mangadex/search")
    @Operation(summary = "Search MangaDex alone", description = "Its manga in its own order of relevance.")
    @APIResponse(
            responseCode = "200",
            description = "What was found, perhaps nothing",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TitleSearchResponse.class),
                            examples = @ExampleObject(name = "nagatoro", value = TitleExamples.MANGADEX)))
    @APIResponse(
            responseCode = "400",
            description = INVALID,
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "two violations", value = TitleExamples.INVALID)))
    public Uni<TitleSearchResponse> searchMangaDex(
            @QueryParam("q")
                    @Parameter(
                            required = true,
                            description = TEXT,
                            example = "nagatoro",
                            schema = @Schema(minLength = 1, maxLength = QueryText.MAX_LENGTH))
                    String q) {
        return titles.searchMangaDex(TitleQuery.parse(q, TitleType.MANGA.wire()));
    }
}
