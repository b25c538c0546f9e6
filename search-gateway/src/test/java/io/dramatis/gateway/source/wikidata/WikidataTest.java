package io.dramatis.gateway.source.wikidata;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.simulator.Fault;
import io.dramatis.simulator.Fault.Kind;
import io.dramatis.simulator.Fault.RetryAfter;
import io.dramatis.simulator.SourceSimulator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With Wikipedia, which is asked together with it, refusing: what is found is Wikidata's. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class WikidataTest {

    private static final Duration LONGER_THAN_EVERY_LIFETIME = Duration.ofDays(3);

    @Inject
    MovableClock clock;

    private SourceSimulator sources;

    @BeforeEach
    void forget() {
        sources = GatewayEnvironment.simulator();
        clock.advance(LONGER_THAN_EVERY_LIFETIME);
        sources.resetCalls();
        sources.fault("wikipedia", Fault.status(404));
    }

    @AfterEach
    void mend() {
        sources.clearFaults();
    }

    @Test
    void findsTheCharacterAmongItsNamesakes() {
        search("sherlock holmes")
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Sherlock Holmes"))
                .body("items[0].external_id", equalTo("Q4653"))
                .body("items[0].kind", equalTo("character"))
                .body("items[0].universe_title", equalTo("Sherlock Holmes"))
                .body("items[0].aliases", hasItem("The Great Detective"))
                .body("items[0].site_url", equalTo("https://en.wikipedia.org/wiki/Sherlock_Holmes"))
                .body(
                        "items[0].image_url",
                        containsString("/wiki/Special:FilePath/Sherlock_Holmes_Portrait_Paget.jpg?width=400"));
        // The search, the items, and what they refer to.
        assertThat(sources.calls("wikidata")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "naruto, Q931, character, Naruto",
        "uchiha sasuke, Q1740, character, Naruto",
        "owlbear, Q3356093, creature, Dungeons & Dragons",
        "count dracula, Q3266236, character, Dracula",
        "minotaur, Q129866, creature,",
        "Наташа Ростова, Q1968054, character, Война и мир",
        "गब्बर सिंह, Q5515801, character, शोले",
        "inspector lestrade, Q1067723, character, Sherlock Holmes",
        "geralt, Q2492923, character, The Witcher",
        "Лев Толстой, Q7243, person,",
        "शाहरुख, Q9535, person,",
        "宮崎, Q55400, person,",
    })
    void findsWhoeverHasAnItem(String q, String id, String kind, String universe) {
        search(q)
                .body("items[0].external_id", equalTo(id))
                .body("items[0].kind", equalTo(kind))
                .body("items[0].universe_title", equalTo(universe));
    }

    @Test
    void namesPeopleInTheLanguageOfTheQuestion() {
        search("Лев Толстой")
                .body("items[0].name", equalTo("Лев Толстой"))
                .body("items[0].aliases", hasItem("Leo Tolstoy"))
                .body("items[0].site_url", containsString("ru.wikipedia.org"))
                .body("items[0].attributes.born", equalTo("1828"))
                .body("items[0].attributes.died", equalTo("1910"));
        search("william shakespeare").body("items[0].attributes.born", nullValue());
    }

    @Test
    void asksNoFurtherWhereThereIsNobody() {
        search("nobody of this name").body("items", hasSize(0));
        assertThat(sources.calls("wikidata")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "🦉", "شيرلوك هولمز", "a|b", "Q4653", "ab\"c"})
    void asksWhateverIsTyped(String q) {
        search(q).body("sources.find { it.source == 'wikidata' }.status", not(equalTo("unavailable")));
    }

    @Test
    void showsThePictureThatItNames() {
        String picture = search("baba yaga").extract().path("items[0].image_url");

        given().queryParam("url", picture)
                .when()
                .get("/api/images")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.rateLimited(RetryAfter.SECONDS, 30), "rate_limited"),
                Arguments.of(Fault.rateLimited(RetryAfter.HTML, 0), "rate_limited"),
                Arguments.of(Fault.of(Kind.HTML_ERROR), "unavailable"),
                Arguments.of(Fault.of(Kind.TRUNCATED), "unavailable"),
                Arguments.of(Fault.of(Kind.RESET), "unavailable"),
                Arguments.of(Fault.of(Kind.GRAPHQL_ERRORS_200), "unavailable"),
                Arguments.of(Fault.status(503), "unavailable"),
                Arguments.of(Fault.of(Kind.OVERSIZED), "unavailable"),
                Arguments.of(Fault.slow(30_000), "unavailable"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answersHonestlyInTimeAndRecovers(Fault fault, String status) {
        sources.fault("wikidata", fault);

        search("gandalf")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("sources.find { it.source == 'wikidata' }.status", equalTo(status))
                .body("complete", equalTo(false));

        sources.clearFaults();
        sources.fault("wikipedia", Fault.status(404));
        clock.advance(Duration.ofMinutes(2));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> search("gandalf")
                .body("items[0].source", equalTo("wikidata"))
                .body("items[0].name", equalTo("Gandalf"))
                .body("sources.find { it.source == 'wikidata' }.status", not(equalTo(status))));
    }

    @Test
    void isCreditedAmongTheSources() {
        when().get("/api/sources")
                .then()
                .body("items.find { it.id == 'wikidata' }.attribution", containsString("CC0"))
                .body("items.find { it.id == 'wikidata' }.configured", equalTo(true));
    }

    private static ValidatableResponse search(String q) {
        return given().queryParam("q", q)
                .queryParam("category", "other")
                .when()
                .get("/api/characters/search")
                .then()
                .statusCode(200);
    }
}
