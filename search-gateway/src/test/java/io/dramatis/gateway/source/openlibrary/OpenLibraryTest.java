package io.dramatis.gateway.source.openlibrary;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceQuery;
import io.dramatis.simulator.Fault;
import io.dramatis.simulator.Fault.Kind;
import io.dramatis.simulator.Fault.RetryAfter;
import io.dramatis.simulator.SourceSimulator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class OpenLibraryTest {

    private static final Duration LONGER_THAN_EVERY_LIFETIME = Duration.ofDays(3);

    @Inject
    MovableClock clock;

    @Inject
    OpenLibrarySource openLibrary;

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
    void findsTheCharactersOfBooks() {
        books("sherlock holmes")
                .body("items[0].name", equalTo("Sherlock Holmes"))
                .body("items[0].kind", equalTo("character"))
                .body("items[0].source", equalTo("openlibrary"))
                .body("items[0].external_id", equalTo("OL262421W/sherlock-holmes"))
                .body("items[0].universe_title", equalTo("The Adventures of Sherlock Holmes"))
                .body("items[0].genre", equalTo("mystery"))
                .body("items[0].attributes.author", equalTo("Arthur Conan Doyle"))
                .body("items[0].image_url", containsString("/b/id/6717853-M.jpg?default=false"))
                // From the work's own record, where it is {"type": …, "value": …}.
                .body("items[0].description", containsString("Baker Street"))
                .body("items.name", hasItems("Irene Adler", "Mycroft Holmes", "Professor Moriarty"))
                .body("items.findAll { it.name == 'Sherlock Holmes' }.size()", equalTo(1))
                .body("sources.status", contains("ok"));
        assertThat(sources.calls("openlibrary")).isEqualTo(3);
        assertThat(sources.calls("wikipedia")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Лев Толстой", "Leo Tolstoy", "Lev Nikolaevich Tolstoy"})
    void findsAuthorsByAnyOfTheirNames(String name) {
        books(name)
                .body("items[0].name", equalTo("Лев Толстой"))
                .body("items[0].kind", equalTo("person"))
                .body("items[0].external_id", equalTo("OL26783A"))
                .body("items[0].aliases", hasItem("Leo Tolstoy"))
                .body("items[0].attributes.born", equalTo("9 September 1828"))
                .body("items[0].description", containsString("schoolmaster"))
                .body("items[0].image_url", containsString("/a/olid/OL26783A-M.jpg"));
    }

    @Test
    void knowsWhoIsRealAmongThoseWhomBooksAreAbout() {
        books("napoleon")
                .body("items.find { it.name == 'Napoleon I' }.kind", equalTo("person"))
                .body("items.find { it.name == 'Napoleon I' }.universe_title", nullValue());
        books("arthur conan doyle")
                .body("items.findAll { it.name == 'Arthur Conan Doyle' }.external_id", contains("OL161167A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "Ed", "🦉🐻", "the", "L:*"})
    void neverAsksWhatWouldBeRefused(String q) {
        sources.fault("wikipedia", Fault.status(404));

        books(q).body("sources[0].source", equalTo("openlibrary")).body("sources[0].status", equalTo("empty"));
        assertThat(sources.calls("openlibrary")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"author:doyle AND", "(dracula", "\"dracula", "dracula OR", "شيرلوك", "x -&&- y"})
    void asksInWordsWhateverIsTyped(String q) {
        books(q).body("sources[0].status", not(equalTo("unavailable")));
    }

    @Test
    void showsTheCoverThatItNames() {
        String cover = books("count dracula").extract().path("items[0].image_url");

        given().queryParam("url", cover)
                .when()
                .get("/api/images")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @Test
    void givesItsResultsWithoutDescriptionsThatAreLate() {
        sources.fault("openlibrary", Fault.slow(1_000));

        List<FoundCharacter> found = openLibrary
                .search(new SourceQuery("irene adler", SearchCategory.BOOK))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(found.get(0).character().name()).isEqualTo("Irene Adler");
        assertThat(found.get(0).character().description()).isNull();
        // The work's record was asked for.
        assertThat(sources.calls("openlibrary")).isEqualTo(3);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.rateLimited(RetryAfter.SECONDS, 30), "rate_limited"),
                Arguments.of(Fault.rateLimited(RetryAfter.NONE, 0), "rate_limited"),
                Arguments.of(Fault.rateLimited(RetryAfter.HTML, 0), "rate_limited"),
                Arguments.of(Fault.of(Kind.HTML_ERROR), "unavailable"),
                Arguments.of(Fault.of(Kind.TRUNCATED), "unavailable"),
                Arguments.of(Fault.of(Kind.RESET), "unavailable"),
                Arguments.of(Fault.status(422), "unavailable"),
                Arguments.of(Fault.status(503), "unavailable"),
                Arguments.of(Fault.of(Kind.OVERSIZED), "unavailable"),
                Arguments.of(Fault.slow(30_000), "unavailable"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answersHonestlyInTimeAndRecovers(Fault fault, String status) {
        sources.fault("openlibrary", fault);

        books("elizabeth bennet")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("sources.find { it.source == 'openlibrary' }.status", equalTo(status))
                .body("sources.find { it.source == 'wikipedia' }.status", equalTo("ok"))
                .body("complete", equalTo(false));

        sources.clearFaults();
        clock.advance(Duration.ofMinutes(2));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> books("elizabeth bennet")
                .body("items[0].source", equalTo("openlibrary"))
                .body("items[0].name", equalTo("Elizabeth Bennet"))
                .body("complete", equalTo(true)));
    }

    @Test
    void isCreditedAmongTheSources() {
        when().get("/api/sources")
                .then()
                .body("items.find { it.id == 'openlibrary' }.attribution", containsString("Internet Archive"))
                .body("items.find { it.id == 'openlibrary' }.configured", equalTo(true))
                .body("items.id", not(empty()));
    }

    private static ValidatableResponse books(String q) {
        return given().queryParam("q", q)
                .queryParam("category", "book")
                .when()
                .get("/api/characters/search")
                .then()
                .statusCode(200);
    }
}
