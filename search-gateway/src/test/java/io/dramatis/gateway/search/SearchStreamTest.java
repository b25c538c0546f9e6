package io.dramatis.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.simulator.Fault;
import io.dramatis.simulator.Fault.Kind;
import io.dramatis.simulator.SourceSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SearchStreamTest {

    private static final Duration LONGER_THAN_EVERY_LIFETIME = Duration.ofDays(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One event; {@code data} is null where the stream has none. */
    private record Event(String name, String id, JsonNode data) {}

    @Inject
    MovableClock clock;

    @Inject
    MeterRegistry registry;

    @Inject
    SearchStreams streams;

    @TestHTTPResource("/api/characters/search/stream")
    URI stream;

    private SourceSimulator sources;

    @BeforeEach
    void forget() {
        sources = GatewayEnvironment.simulator();
        clock.advance(LONGER_THAN_EVERY_LIFETIME);
        sources.resetCalls();
    }

    @AfterEach
    void mend() {
        sources.clearFaults();
    }

    @Test
    void tellsOfEachSourceAndThenOfAll() throws Exception {
        List<Event> events = events(ask("berserk", "all"));

        List<Event> results = events.subList(0, events.size() - 1);
        Event done = events.get(events.size() - 1);
        assertThat(results).allMatch(event -> event.name().equals("results"));
        assertThat(done.name()).isEqualTo("done");
        assertThat(done.id()).isEqualTo("done");
        assertThat(results)
                .extracting(Event::id)
                .containsExactlyInAnyOrderElementsOf(
                        SearchPlan.of(SearchCategory.ALL).order());
        for (Event event : results) {
            assertThat(event.data().path("report").path("source").asText()).isEqualTo(event.id());
            for (JsonNode item : event.data().path("items")) {
                assertThat(item.path("source").asText()).isEqualTo(event.id());
                assertThat(item.path("also_in")).isEmpty();
                assertThat(item.path("score").asDouble()).isPositive();
            }
        }
        assertThat(done.data().path("query").asText()).isEqualTo("berserk");
        assertThat(done.data().path("complete").asBoolean()).isTrue();
        assertThat(done.data().path("items").findValuesAsText("name")).contains("Guts");
    }

    @Test
    void endsWithWhatTheSearchItselfAnswers() throws Exception {
        events(ask("naruto", "all"));

        JsonNode streamed = done(ask("naruto", "all"));
        JsonNode answered = JSON.readTree(given().queryParam("q", "naruto")
                .queryParam("category", "all")
                .get("/api/characters/search")
                .asString());

        assertThat(streamed.path("items")).isNotEmpty().isEqualTo(answered.path("items"));
        assertThat(streamed.path("sources").findValuesAsText("source"))
                .isEqualTo(answered.path("sources").findValuesAsText("source"));
        assertThat(streamed.path("category")).isEqualTo(answered.path("category"));
    }

    @Test
    void givesNoMoreThanTheLimit() throws Exception {
        List<Event> events = events(given().queryParam("q", "naruto")
                .queryParam("category", "anime")
                .queryParam("limit", 2)
                .get(stream));

        assertThat(events).allMatch(event -> event.data().path("items").size() <= 2);
    }

    @Test
    void showsTheFastSourcesWhileASlowOneIsAwaitedAndEndsInTime() throws Exception {
        sources.fault("wikipedia", Fault.slow(30_000).times(1));

        // Nobody else asks this: the silent call goes on, and others would wait for it.
        Response answer = ask("casca", "all");

        assertThat(answer.timeIn(TimeUnit.MILLISECONDS)).isLessThan(3_000);
        List<Event> events = events(answer);
        assertThat(position(events, "anilist")).isLessThan(position(events, "wikipedia"));
        assertThat(events.get(position(events, "wikipedia"))
                        .data()
                        .path("report")
                        .path("status")
                        .asText())
                .isEqualTo("unavailable");
        assertThat(events.get(events.size() - 1).data().path("complete").asBoolean())
                .isFalse();
    }

    @Test
    void fallsBackAsTheSearchDoes() throws Exception {
        List<Event> found = events(ask("naruto", "anime"));
        assertThat(found).extracting(Event::id).containsExactly("anilist", "done");
        assertThat(sources.calls("wikipedia")).isZero();

        List<Event> fallenBack = events(ask("Geralt of Rivia", "anime"));
        assertThat(fallenBack).extracting(Event::id).containsExactly("anilist", "wikipedia", "done");
        assertThat(fallenBack.get(2).data().path("sources").findValuesAsText("status"))
                .containsExactly("empty", "ok");

        sources.fault("anilist", Fault.of(Kind.HTML_ERROR));
        List<Event> failed = events(ask("Count Dracula", "anime"));
        assertThat(failed).extracting(Event::id).containsExactly("anilist", "wikipedia", "done");
    }

    @Test
    void refusesBadParametersBeforeTheStreamBegins() {
        given().queryParam("q", "a\u0000b")
                .queryParam("category", "sculpture")
                .queryParam("limit", "ten")
                .get(stream)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION"))
                .body("source", containsString("stream_characters"))
                .body("violations.field", contains("q", "category", "limit"));
        assertThat(openStreams()).isZero();
    }

    @Test
    void isNeverStoredOrHeldBackByAProxy() {
        Response answer = ask("naruto", "anime");

        assertThat(answer.contentType()).startsWith("text/event-stream");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource({"anilist", "nonsense", "''"})
    void tellsEverythingAgainToWhoeverComesAgain(String lastEventId) throws Exception {
        events(ask("naruto", "anime"));

        List<Event> again = events(
                request("naruto", "anime").header("Last-Event-ID", lastEventId).get(stream));

        assertThat(again).extracting(Event::id).containsExactly("anilist", "done");
        assertThat(sources.calls("anilist")).isEqualTo(1);
    }

    @Test
    void tellsNothingToWhoeverHasSeenTheEnd() {
        Response answer =
                request("naruto", "anime").header("Last-Event-ID", "done").get(stream);

        assertThat(answer.asString()).isEmpty();
        assertThat(sources.calls("anilist")).isZero();
    }

    @Test
    void forgetsClientsThatGoAwayAndKeepsWhatTheyAskedFor() throws Exception {
        sources.fault("wikipedia", Fault.slow(3_000).times(1));
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(200));
            String path = stream.getPath() + "?q=lara+croft&category=other";
            List<Future<Integer>> aborted = IntStream.range(0, 200)
                    .mapToObj(i -> client.request(HttpMethod.GET, stream.getPort(), stream.getHost(), path)
                            .compose(HttpClientRequest::send)
                            .map(response -> {
                                response.request().connection().close();
                                return response.statusCode();
                            }))
                    .toList();
            Future.all(aborted).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);

            assertThat(aborted).allMatch(response -> response.result() == 200);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(openStreams()).isZero());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode report = done(ask("lara croft", "other")).path("sources").path(0);
            assertThat(report.path("status").asText()).isEqualTo("cached");
        });
        assertThat(sources.calls("wikipedia")).isEqualTo(1);
    }

    @Test
    void refusesMoreStreamsThanItMayHold() {
        List<Cancellable> open = IntStream.range(0, GatewayEnvironment.MAX_SEARCH_STREAMS)
                .mapToObj(i ->
                        streams.open(Multi.createFrom().nothing()).subscribe().with(news -> {}))
                .toList();
        try {
            ask("naruto", "anime")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("OVERLOADED"));
            given().queryParam("q", "naruto")
                    .queryParam("category", "anime")
                    .get("/api/characters/search")
                    .then()
                    .statusCode(200);
        } finally {
            open.forEach(Cancellable::cancel);
        }
        ask("naruto", "anime").then().statusCode(200);
        await().untilAsserted(() -> assertThat(openStreams()).isZero());
    }

    private double openStreams() {
        return registry.get("dramatis.search.streams").gauge().value();
    }

    private Response ask(String q, String category) {
        return request(q, category).get(stream);
    }

    private static RequestSpecification request(String q, String category) {
        return given().queryParam("q", q).queryParam("category", category);
    }

    private static int position(List<Event> events, String id) {
        return events.stream().map(Event::id).toList().indexOf(id);
    }

    private static JsonNode done(Response answer) throws Exception {
        List<Event> events = events(answer);
        return events.get(events.size() - 1).data();
    }

    private static List<Event> events(Response answer) throws Exception {
        answer.then().statusCode(200);
        List<Event> events = new ArrayList<>();
        for (String block : answer.asString().split("\n\n")) {
            String name = null;
            String id = null;
            JsonNode data = null;
            for (String line : block.split("\n")) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = JSON.readTree(line.substring(5));
                }
            }
            events.add(new Event(name, id, data));
        }
        return events;
    }
}
