package io.dramatis.gateway.source.wikipedia;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SharedId;
import io.dramatis.gateway.source.SourceChannels;
import io.dramatis.gateway.source.SourceQuery;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** With Wikidata, which is asked together with it, refusing. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class WikipediaTest {

    private static final Duration LONGER_THAN_EVERY_LIFETIME = Duration.ofDays(3);

    @Inject
    MovableClock clock;

    @Inject
    WikipediaSource wikipedia;

    @Inject
    SourceChannels channels;

    private SourceSimulator sources;

    @BeforeEach
    void forget() {
        sources = GatewayEnvironment.simulator();
        clock.advance(LONGER_THAN_EVERY_LIFETIME);
        sources.resetCalls();
        sources.fault("wikidata", Fault.status(404));
    }

    @AfterEach
    void mend() {
        sources.clearFaults();
    }

    @Test
    void findsCharactersAndNeitherFilmsNorDisambiguations() {
        search("sherlock holmes")
                .body("items[0].name", equalTo("Sherlock Holmes"))
                .body("items[0].kind", equalTo("character"))
                .body("items[0].external_id", equalTo("27159"))
                .body("items[0].description", containsString("Baker Street"))
                .body("items[0].site_url", containsString("en.wikipedia.org"))
                .body("items.name", hasItem("Dr. Watson"))
                .body("items.name", not(hasItem("Sherlock")))
                .body("items.findAll { it.name == 'Sherlock Holmes' }.size()", equalTo(1));
    }

    @Test
    void putsThoseOfFictionFirstAndNamesTheirItems() {
        List<FoundCharacter> found = wikipedia
                .search(new SourceQuery("tolstoy", SearchCategory.OTHER))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(found)
                .extracting(result -> result.character().name())
                .startsWith("Anna Karenina")
                .contains("Leo Tolstoy");
        assertThat(found.get(0).sharedIds()).containsExactly(new SharedId(SharedId.WIKIDATA, "Q3611635"));
    }

    @ParameterizedTest
    @CsvSource({"Лев Толстой, ru:81001", "leo tolstoy, 81002", "शाहरुख़ ख़ान, hi:82001", "夜神月,"})
    void asksTheEditionOfTheScript(String q, String id) {
        WikipediaConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValue("dramatis.source.wikipedia.url", sources.url("wikipedia") + "/{lang}")
                .withDefaultValue("dramatis.source.wikipedia.budget-per-minute", "600")
                .withMapping(WikipediaConfig.class)
                .build()
                .getConfigMapping(WikipediaConfig.class);
        WikipediaSource editions = new WikipediaSource(new WikipediaClient(channels, config), config);

        List<FoundCharacter> found = editions.search(new SourceQuery(q, SearchCategory.OTHER))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(found)
                .extracting(result -> result.character().externalId())
                .isEqualTo(id == null ? List.of() : List.of(id));
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
        sources.fault("wikipedia", fault);

        search("ellen ripley")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("sources.find { it.source == 'wikipedia' }.status", equalTo(status))
                .body("complete", equalTo(false));

        sources.clearFaults();
        sources.fault("wikidata", Fault.status(404));
        clock.advance(Duration.ofMinutes(2));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> search("ellen ripley")
                .body("items[0].source", equalTo("wikipedia"))
                .body("items[0].name", equalTo("Ellen Ripley")));
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
