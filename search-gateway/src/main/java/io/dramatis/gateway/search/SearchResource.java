package io.dramatis.gateway.search;

import io.dramatis.gateway.search.SearchNews.Done;
import io.dramatis.gateway.search.SearchNews.Results;
import io.dramatis.kit.error.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Finds characters in the outside sources. */
@Path("/api/characters/search")
@Tag(name = "Search")
class SearchResource {

    private static final String DONE = "done";

    private final SearchService service;
    private final SearchStreams streams;
    private final RenderedAnswers rendered;

    SearchResource(SearchService service, SearchStreams streams, RenderedAnswers rendered) {
        this.service = service;
        this.streams = streams;
        this.rendered = rendered;
    }

    @GET
    @Operation(
            summary = "Search the outside sources for characters",
            description = "Answers within 3 seconds with what the sources gave, and says for each how it took part. A "
                    + "character that several sources know stands once, with the others in also_in. The query may hold "
                    + "typing mistakes, another script, or the work beside the name.")
    @APIResponse(
            responseCode = "200",
            description = "What was found, perhaps nothing",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SearchResponse.class),
                            examples = @ExampleObject(name = "naruto", value = SearchExamples.RESPONSE)))
    @APIResponse(
            responseCode = "400",
            description = "The parameters are not valid; all violations are listed",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "three violations", value = SearchExamples.INVALID)))
    public Uni<SearchResponse> searchCharacters(@BeanParam SearchParams params, @Context HttpServerRequest request) {
        return service.search(params.parse()).invoke(answer -> rendered.keep(request.query(), answer));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(summary = "The same search, source by source", description = """
                    Server-Sent Events. `results` comes for each source as it answers: `{report, items}`, the items \
                    ranked but not merged. `done` comes last, within 3 seconds, and holds the whole answer of \
                    `GET /api/characters/search`: its items replace the ones shown so far. Then the stream ends. Ids \
                    are the source's, and `done`. A comment every 15 s shows life. Nothing is lost by a broken \
                    connection: whoever comes again is told everything again, from the cache; whoever has seen `done` \
                    (Last-Event-ID) is answered 204, and a page should close its EventSource at it.""")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(anyOf = {Results.class, SearchResponse.class}),
                            examples = @ExampleObject(name = "naruto", value = SearchExamples.STREAM)))
    @APIResponse(responseCode = "204", description = "The client has seen the end already")
    @APIResponse(
            responseCode = "400",
            description = "The parameters are not valid; all violations are listed",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "three violations", value = SearchExamples.INVALID)))
    @APIResponse(
            responseCode = "503",
            description = "Too many streams are open (OVERLOADED); Retry-After says when to try again",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Multi<OutboundSseEvent> streamCharacters(
            @BeanParam SearchParams params, @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        SearchRequest request = params.parse();
        if (DONE.equals(lastEventId)) {
            // The one answer after which an EventSource stays away.
            return RestMulti.fromMultiData(Multi.createFrom().<OutboundSseEvent>empty())
                    .status(RestResponse.StatusCode.NO_CONTENT)
                    .build();
        }
        return streams.open(service.follow(request)).map(news -> event(sse, news));
    }

    private static OutboundSseEvent event(Sse sse, SearchNews news) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        if (news instanceof Results results) {
            event.name("results").id(results.report().source()).data(Results.class, results);
        } else if (news instanceof Done done) {
            event.name(DONE).id(DONE).data(SearchResponse.class, done.response());
        } else {
            event.comment("still here");
        }
        return event.build();
    }
}
