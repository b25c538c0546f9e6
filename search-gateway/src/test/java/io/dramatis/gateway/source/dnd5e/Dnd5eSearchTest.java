package io.dramatis.gateway.source.dnd5e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class Dnd5eSearchTest {

    @Inject
    MovableClock clock;

    private SourceSimulator sources;

    @BeforeEach
    void forget() {
        sources = GatewayEnvironment.simulator();
        clock.advance(Duration.ofDays(3));
        // The lists are then there, so that each test counts its own calls only.
        search("nothing of this name", "dnd");
        sources.resetCalls();
    }

    @AfterEach
    void mend() {
        sources.clearFaults();
    }

    @Test
    void findsAMonsterWithItsPictureAndFigures() {
        search("owlbear", "dnd")
                .body("items[0].name", equalTo("Owlbear"))
                .body("items[0].source", equalTo("dnd5e"))
                .body("items[0].kind", equalTo("creature"))
                .body("items[0].universe_title", equalTo("Dungeons & Dragons"))
                .body("items[0].genre", equalTo("fantasy"))
                .body("items[0].external_id", equalTo("2014/monsters/owlbear"))
                .body("items[0].site_url", equalTo("https://www.dnd5eapi.co/api/2014/monsters/owlbear"))
                .body("items[0].image_url", equalTo(sources.url("dnd5e") + "/api/images/monsters/owlbear.png"))
                .body("items[0].description", containsString("Keen Sight and Smell"))
                .body("items[0].attributes.editions", equalTo("2014"))
                .body("items[0].attributes.challenge_rating", equalTo("3"))
                .body("items[0].attributes.armor_class", equalTo("13 (natural)"))
                .body("items[0].attributes.speed", equalTo("40 ft."))
                .body("sources[0].status", equalTo("ok"));
        given().queryParam("url", sources.url("dnd5e") + "/api/images/monsters/owlbear.png")
                .get("/api/images")
                .then()
                .statusCode(200)
                .contentType(startsWith("image/"));
    }

    @Test
    void forgivesSlipsAndPlurals() {
        search("owl baers", "dnd").body("items.name", hasItem("Owlbear"));
        search("dwarves", "dnd").body("items[0].name", equalTo("Dwarf"));
        search("tarasque", "dnd").body("items[0].name", equalTo("Tarrasque"));
    }

    @Test
    void findsRacesAndClassesAndPrefersTheNewerEdition() {
        search("elf", "dnd")
                .body("items[0].name", equalTo("Elf"))
                .body("items[0].kind", equalTo("race"))
                .body("items[0].external_id", equalTo("2024/species/elf"))
                .body("items[0].attributes.editions", equalTo("2014, 2024"))
                .body("items[0].attributes.speed", equalTo("30 ft."))
                .body("items.name", hasItems("High Elf", "Half-Elf", "Elven Lineage: High Elf"));
        search("half orc", "dnd")
                .body("items[0].external_id", equalTo("2014/races/half-orc"))
                .body("items[0].attributes.ability_bonuses", equalTo("STR +2, CON +1"));
        search("aboleth", "dnd")
                .body("items", hasSize(1))
                .body("items[0].external_id", equalTo("2024/monsters/aboleth"));
        search("tiefling warlock", "dnd")
                .body("items.kind", containsInAnyOrder("race", "class"))
                .body("items.name", containsInAnyOrder("Tiefling", "Warlock"));
        search("druid", "dnd").body("items.kind", containsInAnyOrder("class", "creature"));
        search("artificer", "dnd").body("items", empty()).body("sources[0].status", equalTo("empty"));
    }

    @Test
    void readsOnlyTheBestInFullAndEachOnce() {
        search("draconic ancestor", "dnd")
                .body("items", hasSize(10))
                .body("items.findAll { it.attributes.species == 'Dragonborn' }", hasSize(8))
                .body("items.attributes.editions", everyItem(equalTo("2024")));
        assertThat(sources.calls("dnd5e")).isEqualTo(8);

        search("draconic ancestors", "dnd").body("sources[0].status", equalTo("ok"));
        assertThat(sources.calls("dnd5e")).isEqualTo(8);
    }

    @Test
    void namesInALongerQueryCountOnlyForWhoHasChosenTheGame() {
        search("the dark knight", "all")
                .body("items.findAll { it.source == 'dnd5e' }", empty())
                .body("sources.find { it.source == 'dnd5e' }.status", equalTo("empty"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("Kraken", Fault.rateLimited(RetryAfter.SECONDS, 30)),
                Arguments.of("Medusa", Fault.of(Kind.HTML_ERROR)),
                Arguments.of("Unicorn", Fault.of(Kind.TRUNCATED)),
                Arguments.of("Treant", Fault.of(Kind.RESET)),
                Arguments.of("Griffon", Fault.status(503)),
                Arguments.of("Basilisk", Fault.of(Kind.GRAPHQL_ERRORS_200)),
                Arguments.of("Chimera", Fault.of(Kind.OVERSIZED)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answersFromItsListsWhileTheSourceMisbehaves(String monster, Fault fault) {
        sources.fault("dnd5e", fault);

        search(monster, "dnd")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("sources[0].status", equalTo("ok"))
                .body("items[0].name", equalTo(monster))
                .body("items[0].image_url", nullValue());

        sources.clearFaults();
        clock.advance(Duration.ofDays(3));
        search(monster, "dnd").body("items[0].image_url", notNullValue());
    }

    @Test
    void isUnavailableOnlyWhileASlowDetailLasts() {
        sources.fault("dnd5e", Fault.slow(3_500).times(1));

        search("gelatinous cube", "dnd")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("sources[0].status", equalTo("unavailable"));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> search("gelatinous cube", "dnd")
                .body("sources[0].status", equalTo("cached"))
                .body("items[0].attributes.size", equalTo("Large")));
    }

    @Test
    void leavesOutWhatHasGoneSinceTheListsWereRead() {
        sources.fault("dnd5e", Fault.status(404));

        search("lich", "dnd").body("items", empty()).body("sources[0].status", equalTo("empty"));
    }

    @Test
    void showsWhereItsTextsComeFrom() {
        given().get("/api/sources")
                .then()
                .body("items.find { it.id == 'dnd5e' }.attribution", containsString("System Reference Documents"))
                .body("items.find { it.id == 'dnd5e' }.configured", equalTo(true));
    }

    private static ValidatableResponse search(String q, String category) {
        return given().queryParams(Map.of("q", q, "category", category))
                .get("/api/characters/search")
                .then()
                .statusCode(200);
    }
}
