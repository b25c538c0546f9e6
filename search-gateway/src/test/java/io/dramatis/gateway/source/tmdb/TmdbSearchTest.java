package io.dramatis.gateway.source.tmdb;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceException;
import io.dramatis.gateway.source.tmdb.TmdbTitle.Medium;
import io.dramatis.simulator.Fault;
import io.dramatis.simulator.Fault.Kind;
import io.dramatis.simulator.Fault.RetryAfter;
import io.dramatis.simulator.SourceSimulator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
class TmdbSearchTest {

    @Inject
    MovableClock clock;

    @Inject
    SourceChannels channels;

    private SourceSimulator sources;

    @BeforeEach
    void forget() {
        sources = GatewayEnvironment.simulator();
        clock.advance(Duration.ofDays(3));
        // Where pictures are is then known, so that each test counts its own calls only.
        search("nothing of this name", "movie");
        sources.resetCalls();
    }

    @AfterEach
    void mend() {
        sources.clearFaults();
    }

    @Test
    void findsTheCharactersOfAFilm() {
        search("sherlock holmes", "movie")
                .body("items[0].name", equalTo("Sherlock Holmes"))
                .body("items[0].source", equalTo("tmdb"))
                .body("items[0].kind", equalTo("character"))
                .body("items[0].universe_title", equalTo("Sherlock Holmes"))
                .body("items[0].attributes.played_by", equalTo("Robert Downey Jr."))
                .body("items[0].attributes.year", equalTo("2009"))
                .body("items[0].attributes.medium", equalTo("movie"))
                .body("items[0].attributes.other_titles", equalTo("Sherlock Holmes: A Game of Shadows"))
                .body("items[0].image_url", equalTo(picture("/p3223.jpg")))
                .body("items[0].site_url", equalTo("https://www.themoviedb.org/movie/10528"))
                .body("items[0].external_id", containsString("movie/10528/"))
                .body("items[0].genre", equalTo("mystery"))
                .body("items.name", hasItems("Irene Adler", "Dr. John Watson", "Mycroft Holmes"))
                .body("items.name", not(hasItem("Arthur Holmes")))
                .body("sources[0].status", equalTo("ok"));
    }

    @Test
    void findsTheCharactersOfASeries() {
        search("sherlock", "tv")
                .body(
                        "items.find { it.name == 'Sherlock Holmes' }.attributes.played_by",
                        equalTo("Benedict Cumberbatch"))
                .body("items.find { it.name == 'Molly Hooper' }.image_url", nullValue())
                .body("items.attributes.medium", everyItem(equalTo("tv")));
        search("naruto", "tv")
                .body("items[0].name", equalTo("Naruto Uzumaki"))
                .body("items[0].attributes.performance", equalTo("voice"))
                .body("items[0].attributes.other_titles", equalTo("Naruto Shippūden"))
                .body("items[0].image_url", nullValue())
                .body("items.name", hasItems("Iruka Umino", "Narrator"));
    }

    @Test
    void splitsWhatOneVoiceSpeaks() {
        search("spirited away", "movie")
                .body("items.name", hasItems("Chihiro Ogino", "Yubaba", "Zeniba", "No-Face"))
                .body("items.find { it.name == 'Zeniba' }.external_id", containsString("/2"));
    }

    @Test
    void findsFilmsSeriesAndPeopleAtOnceAndNoCollections() {
        ValidatableResponse answer = search("star wars", "all");

        answer.body("items.findAll { it.source == 'tmdb' }.name", hasItems("Luke Skywalker", "Darth Vader", "C-3PO"))
                .body("items.name", not(hasItem("Star Wars Collection")))
                .body(
                        "items.find { it.name == 'Darth Vader' && it.source == 'tmdb' }.attributes.played_by",
                        equalTo("David Prowse, James Earl Jones"));
    }

    @Test
    void findsAPersonAndWhatTheyHavePlayed() {
        search("shah rukh khan", "movie")
                .body("items[0].name", equalTo("Shah Rukh Khan"))
                .body("items[0].kind", equalTo("person"))
                .body("items[0].external_id", equalTo("person/35742"))
                .body("items[0].image_url", equalTo(picture("/p35742.jpg")))
                .body("items[0].attributes.known_for", containsString("Dilwale Dulhania Le Jayenge"))
                .body("items.name", hasItems("Raj Malhotra", "Rahul Khanna", "Om Prakash Makhija", "Om Kapoor"))
                .body("items.name", not(hasItem("Self")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"शाहरुख", "शाहरुख़ ख़ान"})
    void answersInHindiWhoAsksInHindi(String name) {
        search(name, "bollywood")
                .body("items[0].name", equalTo("शाहरुख़ ख़ान"))
                .body("items[0].aliases", hasItem("Shah Rukh Khan"))
                .body("items.name", hasItem("Rahul Khanna"))
                .body("items.universe_title", hasItem("कुछ कुछ होता है"))
                .body("sources[0].source", equalTo("tmdb"))
                .body("sources[0].status", equalTo("ok"));
        search("शोले", "bollywood")
                .body("items.universe_title", everyItem(equalTo("शोले")))
                .body("items.name", hasItem("Gabbar Singh"));
    }

    @Test
    void bollywoodIsHindiOnly() {
        search("sholay", "bollywood")
                .body("items.name", hasItems("Gabbar Singh", "Veeru", "Basanti", "Thakur Baldev Singh"))
                .body("items[0].universe_title", equalTo("Sholay"))
                .body("sources[0].status", equalTo("ok"));
        search("gabbar singh", "bollywood").body("sources[0].status", equalTo("empty"));
        search("gabbar singh", "movie")
                .body("items.find { it.name == 'Gabbar Singh' }.attributes.played_by", equalTo("Pawan Kalyan"));
    }

    @Test
    void takesNoMoreCallsThanTitlesAndPeople() {
        search("the lord of the rings", "all").body("items.name", hasItem("Frodo Baggins"));

        assertThat(sources.calls("tmdb")).isEqualTo(4);
    }

    @Test
    void doesWithoutATitleThatHasNoCastYet() {
        search("sherlock holmes 3", "movie").body("sources[0].status", equalTo("empty"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.rateLimited(RetryAfter.SECONDS, 30), "rate_limited"),
                Arguments.of(Fault.rateLimited(RetryAfter.NONE, 0), "rate_limited"),
                Arguments.of(Fault.of(Kind.HTML_ERROR), "unavailable"),
                Arguments.of(Fault.of(Kind.TRUNCATED), "unavailable"),
                Arguments.of(Fault.of(Kind.RESET), "unavailable"),
                Arguments.of(Fault.status(400), "unavailable"),
                Arguments.of(Fault.status(401), "unavailable"),
                Arguments.of(Fault.status(404), "unavailable"),
                Arguments.of(Fault.status(503), "unavailable"),
                Arguments.of(Fault.of(Kind.GRAPHQL_ERRORS_200), "unavailable"),
                Arguments.of(Fault.of(Kind.OVERSIZED), "unavailable"),
                Arguments.of(Fault.slow(30_000), "unavailable"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answersHonestlyInTimeAndRecovers(Fault fault, String status) {
        sources.fault("tmdb", fault);

        search("alien", "all")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("complete", equalTo(false))
                .body("sources.find { it.source == 'tmdb' }.status", equalTo(status));

        sources.clearFaults();
        clock.advance(Duration.ofMinutes(6));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> search("alien", "all")
                .body("items.find { it.source == 'tmdb' }.name", equalTo("Ripley")));
    }

    @Test
    void leavesTheSourceAloneAfterItsKeyWasRefused() {
        sources.fault("tmdb", Fault.status(401).times(1));
        search("aliens", "all").body("sources.find { it.source == 'tmdb' }.retry_after_s", greaterThan(200));

        search("swades", "all").body("sources.find { it.source == 'tmdb' }.status", equalTo("unavailable"));
        assertThat(sources.calls("tmdb")).isEqualTo(1);
    }

    @Test
    void givesThePeopleWhereOnlyTheCastCannotBeRead() {
        sources.fault("tmdb", Fault.status(500).after(1));

        search("shah rukh khan", "all")
                .body("items.findAll { it.source == 'tmdb' }.name", contains("Shah Rukh Khan"))
                .body("sources.find { it.source == 'tmdb' }.status", equalTo("ok"));
    }

    @Test
    void isNotEmptyButUnavailableWhereTheCastCannotBeRead() {
        sources.fault("tmdb", Fault.status(500).after(1));

        search("berserk", "all")
                .body("items.findAll { it.source == 'tmdb' }", empty())
                .body("sources.find { it.source == 'tmdb' }.status", equalTo("unavailable"));
    }

    @Test
    void takesTheOlderKeyWhereThereIsNoTokenAndTellsNobody() {
        TmdbTitle holmes = new TmdbTitle(Medium.MOVIE, 10528, "Sherlock Holmes", null, null, null, null, null, 0);
        assertThat(clientWithKey("a-good-key").cast(holmes, "en-US").await().atMost(Duration.ofSeconds(5)))
                .anySatisfy(field -> assertThat(field.toString()).contains("Robert Downey Jr."));

        // What the simulator takes for a key that was withdrawn.
        assertThatThrownBy(() ->
                        clientWithKey("invalid").cast(holmes, "en-US").await().atMost(Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(SourceException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(SourceException.Kind.SWITCHED_OFF);
                    assertThat(refused).hasMessage("the key was refused");
                });
    }

    @Test
    void showsTheNoticeThatTmdbAsksFor() {
        given().get("/api/sources")
                .then()
                .body("items.find { it.id == 'tmdb' }.configured", equalTo(true))
                .body(
                        "items.find { it.id == 'tmdb' }.attribution",
                        equalTo("This product uses the TMDB API but is not endorsed or certified by TMDB."))
                .body("items.find { it.id == 'tmdb' }.attribution_url", equalTo("https://www.themoviedb.org"))
                .body("items.find { it.id == 'tmdb' }.searches", equalTo(List.of("movie", "tv", "bollywood", "all")));
    }

    private TmdbClient clientWithKey(String key) {
        TmdbConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(Map.of(
                        "dramatis.source.tmdb.url",
                        sources.url("tmdb"),
                        "dramatis.source.tmdb.api-key",
                        key,
                        "dramatis.source.tmdb.budget-per-minute",
                        "60"))
                .withMapping(TmdbConfig.class)
                .build()
                .getConfigMapping(TmdbConfig.class);
        return new TmdbClient(channels, config, clock);
    }

    private String picture(String path) {
        return "http://localhost:" + sources.port() + "/images/tmdb/h632" + path;
    }

    private static ValidatableResponse search(String q, String category) {
        return given().queryParams(Map.of("q", q, "category", category))
                .get("/api/characters/search")
                .then()
                .statusCode(200);
    }
}
