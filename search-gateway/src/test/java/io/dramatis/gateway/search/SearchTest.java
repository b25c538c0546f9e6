package io.dramatis.gateway.search;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.simulator.Fault;
import io.dramatis.simulator.Fault.Kind;
import io.dramatis.simulator.Fault.RetryAfter;
import io.dramatis.simulator.SourceSimulator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SearchTest {

    private static final Duration LONGER_THAN_EVERY_LIFETIME = Duration.ofDays(3);

    @Inject
    MovableClock clock;

    @TestHTTPResource("/api/characters/search")
    URI search;

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
    void findsACharacterByNameInItsCategory() {
        search("naruto", "anime")
                .body("query", equalTo("naruto"))
                .body("category", equalTo("anime"))
                .body("items[0].name", equalTo("Naruto Uzumaki"))
                .body("items[0].universe_title", equalTo("Naruto"))
                .body("items[0].genre", equalTo("action"))
                .body("items[0].kind", equalTo("character"))
                .body("items[0].source", equalTo("anilist"))
                .body("items[0].external_id", equalTo("17"))
                .body("items[0].description", not(containsString("Hokage.\n\nHe keeps")))
                .body("items[0].aliases", not(hasItem("Seventh Hokage")))
                .body("items[0].also_in", empty())
                .body("items[0].score", greaterThan(0.8f))
                .body("sources", hasSize(1))
                .body("sources[0].status", equalTo("ok"))
                .body("sources[0].age_s", nullValue())
                .body("complete", equalTo(true));
        assertThat(sources.calls("wikipedia")).isZero();
    }

    @Test
    void findsTheCastOfATitle() {
        search("spirited away", "anime")
                .body("items.name", hasItems("Chihiro Ogino", "Haku", "No-Face"))
                .body("items.find { it.name == 'Yubaba' }.image_url", nullValue());
    }

    @Test
    void findsNamesInOtherScripts() {
        search("Лев Толстой", "book")
                .body("items[0].name", equalTo("Лев Толстой"))
                .body("items[0].kind", equalTo("person"))
                .body("sources.source", contains("openlibrary"))
                .body("sources.status", contains("ok"))
                .body("complete", equalTo(true));
        search("शाहरुख़ ख़ान", "bollywood").body("items[0].name", equalTo("शाहरुख़ ख़ान"));
    }

    @Test
    void asksEverySourceForEverything() {
        search("berserk", "all")
                .body("items.source", hasItems("anilist", "mangadex"))
                .body("items[0].name", equalTo("Guts"))
                .body("items[0].also_in.source", hasItem("wikipedia"))
                .body("items[0].also_in[0].reason", equalTo("name_and_universe"))
                .body("items[0].also_in[0].evidence", equalTo("guts · berserk"))
                .body("sources", hasSize(7))
                .body(
                        "sources.findAll { it.status == 'ok' }.source",
                        hasItems("anilist", "tmdb", "openlibrary", "wikipedia", "mangadex", "dnd5e"));
    }

    @Test
    void fallsBackOnlyWhereTheFirstSourceGaveNothing() {
        search("Geralt of Rivia", "anime")
                .body("items[0].source", equalTo("wikipedia"))
                .body("sources.status", contains("empty", "ok"))
                .body("complete", equalTo(true));
    }

    @Test
    void givesNoMoreThanTheLimit() {
        given().queryParam("q", "naruto")
                .queryParam("limit", 2)
                .get(search)
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void refusesBadParametersWithEveryViolation() {
        given().queryParam("q", "a\u0000b")
                .queryParam("category", "sculpture")
                .queryParam("limit", "ten")
                .get(search)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION"))
                .body("source", containsString("search_characters"))
                .body("violations.field", contains("q", "category", "limit"));
    }

    @Test
    void answersAgainFromTheCacheWhateverTheSpelling() {
        search("faye valentine", "anime").body("sources[0].status", equalTo("ok"));
        search("FAYE  Valentine", "anime")
                .body("sources[0].status", equalTo("cached"))
                .body("sources[0].age_s", notNullValue())
                .body("items[0].name", equalTo("Faye Valentine"));

        assertThat(sources.calls("anilist")).isEqualTo(1);
    }

    @Test
    void remembersThatThereWasNothingForAWhile() {
        search("nobody at all", "other").body("sources[0].status", equalTo("empty"));
        search("nobody at all", "other").body("sources[0].status", equalTo("empty"));
        assertThat(sources.calls("wikipedia")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(11));
        search("nobody at all", "other").body("sources[0].status", equalTo("empty"));
        assertThat(sources.calls("wikipedia")).isEqualTo(2);
    }

    @Test
    void givesAnOldAnswerAtOnceAndRenewsItBehind() {
        search("robin hood", "other").body("sources[0].status", equalTo("ok"));
        clock.advance(Duration.ofHours(10));

        search("robin hood", "other")
                .body("sources[0].status", equalTo("stale"))
                .body("sources[0].age_s", greaterThan(35_000))
                .body("complete", equalTo(true));

        await().untilAsserted(() -> search("robin hood", "other").body("sources[0].status", equalTo("cached")));
        assertThat(sources.calls("wikipedia")).isEqualTo(2);
    }

    @Test
    void givesAnOldAnswerWhereTheSourceFails() {
        search("baba yaga", "other").body("sources[0].status", equalTo("ok"));
        clock.advance(Duration.ofHours(30));
        sources.fault("wikipedia", Fault.status(503));

        search("baba yaga", "other")
                .body("items[0].name", equalTo("Baba Yaga"))
                .body("sources[0].status", equalTo("stale"))
                .body("complete", equalTo(true));

        clock.advance(Duration.ofHours(20));
        search("baba yaga", "other")
                .body("items.source", not(hasItem("wikipedia")))
                .body("sources[0].status", equalTo("unavailable"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.rateLimited(RetryAfter.SECONDS, 30), "rate_limited", 30),
                Arguments.of(Fault.rateLimited(RetryAfter.DATE, 45), "rate_limited", 45),
                Arguments.of(Fault.rateLimited(RetryAfter.NONE, 0), "rate_limited", 60),
                Arguments.of(Fault.rateLimited(RetryAfter.HTML, 0), "rate_limited", 60),
                Arguments.of(Fault.of(Kind.HTML_ERROR), "unavailable", null),
                Arguments.of(Fault.of(Kind.TRUNCATED), "unavailable", null),
                Arguments.of(Fault.of(Kind.RESET), "unavailable", null),
                Arguments.of(Fault.status(500), "unavailable", null),
                Arguments.of(Fault.status(404), "unavailable", null),
                Arguments.of(Fault.of(Kind.GRAPHQL_ERRORS_200), "unavailable", null),
                Arguments.of(Fault.of(Kind.OVERSIZED), "unavailable", null),
                Arguments.of(Fault.slow(30_000), "unavailable", null));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answersHonestlyInTimeAndRecovers(Fault fault, String status, Integer retryAfter) {
        boolean dated = fault.retryAfter() == RetryAfter.DATE;
        // The simulator's calendar has not been turned.
        int ahead = dated ? (int) clock.offset().toSeconds() : 0;
        sources.fault("anilist", dated ? Fault.rateLimited(RetryAfter.DATE, fault.seconds() + ahead) : fault);

        ValidatableResponse answer = search("kakashi", "all")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("complete", equalTo(false))
                .body("sources.find { it.source == 'anilist' }.status", equalTo(status))
                .body("sources.find { it.source == 'wikipedia' }.status", equalTo("empty"));
        if (retryAfter == null) {
            answer.body("sources[0].retry_after_s", nullValue());
        } else {
            answer.body("sources[0].retry_after_s", lessThanOrEqualTo(retryAfter))
                    .body("sources[0].retry_after_s", greaterThan(retryAfter - 3));
        }

        sources.clearFaults();
        clock.advance(Duration.ofMinutes(2));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> search("kakashi", "all")
                .body("items[0].name", equalTo("Kakashi Hatake"))
                .body("complete", equalTo(true)));
    }

    @Test
    void callsNobodyBeforeTheTimeTheyNamed() {
        sources.fault("anilist", Fault.rateLimited(RetryAfter.SECONDS, 30).times(1));
        search("shinji", "anime").body("sources[0].status", equalTo("rate_limited"));

        clock.advance(Duration.ofSeconds(25));
        search("shinji", "anime")
                .body("sources[0].status", equalTo("rate_limited"))
                .body("sources[0].retry_after_s", lessThanOrEqualTo(5));
        search("rei", "anime").body("sources[0].status", equalTo("rate_limited"));
        assertThat(sources.calls("anilist")).isEqualTo(1);

        clock.advance(Duration.ofSeconds(6));
        search("shinji", "anime").body("sources[0].status", equalTo("ok"));
    }

    @Test
    void triesOnceMoreAfterAReset() {
        sources.fault("anilist", Fault.of(Kind.RESET).times(1));

        search("levi", "anime").body("sources[0].status", equalTo("ok")).body("complete", equalTo(true));
        assertThat(sources.calls("anilist")).isEqualTo(2);
    }

    @Test
    void leavesASourceAloneThatIsSwitchedOff() {
        sources.fault("anilist", Fault.status(403).times(1));
        search("nami", "anime").body("sources[0].status", equalTo("unavailable"));

        search("zoro", "anime")
                .body("sources[0].status", equalTo("unavailable"))
                .body("sources[0].retry_after_s", greaterThan(200));
        assertThat(sources.calls("anilist")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(6));
        search("zoro", "anime").body("sources[0].status", equalTo("ok"));
    }

    @Test
    void keepsTheAnswerThatCameTooLate() {
        sources.fault("wikipedia", Fault.slow(3_500).times(1));
        search("lara croft", "other")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("sources[0].status", equalTo("unavailable"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> search("lara croft", "other").body("sources[0].status", equalTo("cached")));
        assertThat(sources.calls("wikipedia")).isEqualTo(1);
    }

    @Test
    void makesOneCallOfAThousandEqualColdSearches() throws Exception {
        sources.fault("wikipedia", Fault.slow(700));
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1_000));

            List<Future<Integer>> answers = IntStream.range(0, 1_000)
                    .mapToObj(i -> client.request(
                                    HttpMethod.GET,
                                    search.getPort(),
                                    search.getHost(),
                                    search.getPath() + "?q=sherlock+holmes&category=other")
                            .compose(request -> request.send())
                            .compose(SearchTest::statusAfterBody))
                    .toList();
            Future.all(answers).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);

            assertThat(answers).allSatisfy(answer -> assertThat(answer.result()).isEqualTo(200));
            assertThat(sources.calls("wikipedia")).isEqualTo(1);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void listsTheSourcesWithTheirCredits() {
        when().get("/api/sources")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("anilist", "wikipedia"))
                .body("items.find { it.id == 'wikipedia' }.attribution", containsString("CC BY-SA"))
                .body("items.find { it.id == 'anilist' }.configured", equalTo(true));
    }

    private static Future<Integer> statusAfterBody(HttpClientResponse response) {
        return response.body().map(body -> response.statusCode());
    }

    private ValidatableResponse search(String q, String category) {
        return given().queryParam("q", q)
                .queryParam("category", category)
                .get(search)
                .then()
                .statusCode(200);
    }
}
