package io.dramatis.gateway.title;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class TitleSearchTest {

    private static final Duration LONGER_THAN_EVERY_LIFETIME = Duration.ofDays(3);
    private static final String BERSERK = "801513ba-a712-498c-8f57-cae55b38cc92";

    @Inject
    MovableClock clock;

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
    void mergesWhatSeveralSourcesKnow() {
        search("berserk", "manga")
                .body("query", equalTo("berserk"))
                .body("type", equalTo("manga"))
                .body("items", hasSize(1))
                .body("items[0].title", equalTo("Berserk"))
                .body("items[0].source", equalTo("anilist"))
                .body("items[0].anilist_id", equalTo(30002))
                .body("items[0].mal_id", equalTo(2))
                .body("items[0].mangadex_id", equalTo(BERSERK))
                .body("items[0].titles.native", equalTo("ベルセルク"))
                .body("items[0].max_progress", nullValue())
                .body("items[0].status", equalTo("releasing"))
                .body("items[0].is_adult", equalTo(false))
                .body("sources.source", contains("anilist", "mangadex"))
                .body("sources.status", contains("ok", "ok"))
                .body("complete", equalTo(true));
    }

    @Test
    void mergesByNameWhereMangaDexLinksToNobody() {
        search("fullmetal alchemist", "manga")
                .body("items", hasSize(1))
                .body("items[0].anilist_id", equalTo(30025))
                .body("items[0].mangadex_id", equalTo("dd8a907a-3850-4f95-ba03-ba201a8399e3"))
                .body("items[0].max_progress", equalTo(116));
    }

    @Test
    void searchesBothTypesWhereNoneIsNamed() {
        search("naruto", null)
                .body("type", nullValue())
                .body("items.type", hasItems("anime", "manga"))
                .body("items[0].title", equalTo("Naruto"))
                .body("items.findAll { it.anilist_id == 30011 }", hasSize(1))
                .body("items.find { it.anilist_id == 30011 }.mangadex_id", notNullValue());
    }

    @Test
    void asksOnlyThoseWhoKnowTheType() {
        search("cowboy bebop", "anime")
                .body("items.anilist_id", contains(1))
                .body("items[0].max_progress", equalTo(26))
                .body("sources.source", contains("anilist"));
        assertThat(sources.calls("mangadex")).isZero();
    }

    @Test
    void keepsAdultTitlesOut() {
        search("owl", null).body("items", empty()).body("complete", equalTo(true));
        autocomplete("owl", null).body("items", empty());
        mangaDex("owl").body("items", empty());
    }

    @Test
    void findsTitlesInOtherScriptsAndByTheirSynonyms() {
        search("葬送のフリーレン", null).body("items.anilist_id", hasItems(154587, 118586));
        search("HxH", null).body("items.title", hasItem("Hunter x Hunter"));
    }

    @Test
    void givesMangaDexsOwnTitles() {
        mangaDex("nagatoro")
                .body("items", hasSize(1))
                .body("items[0].source", equalTo("mangadex"))
                .body("items[0].title", equalTo("Don't Toy With Me, Miss Nagatoro!"))
                .body("items[0].titles.romaji", equalTo("Ijiranaide, Nagatoro-san"))
                .body("items[0].anilist_id", equalTo(100664))
                .body("items[0].max_progress", equalTo(154))
                .body("items[0].cover_url", containsString("/covers/d86cf65b-5f6c-437d-a0af-19a31f94ec55/"))
                .body("items[0].cover_url", endsWith(".256.jpg"))
                .body("items[0].site_url", startsWith("https://mangadex.org/title/"))
                .body("sources.source", contains("mangadex"))
                .body("type", equalTo("manga"));
        assertThat(sources.calls("anilist")).isZero();
    }

    @Test
    void asksTheSameOfMangaDexWithAndWithoutTheType() {
        search("vagabond", "manga").body("sources.find { it.source == 'mangadex' }.status", equalTo("ok"));
        search("vagabond", null).body("sources.find { it.source == 'mangadex' }.status", equalTo("cached"));
        mangaDex("vagabond").body("sources[0].status", equalTo("cached"));
        assertThat(sources.calls("mangadex")).isEqualTo(1);
    }

    @Test
    void suggestsTitlesWhileTheyAreTyped() {
        autocomplete("frie", "anime")
                .body("items[0].title", equalTo("Frieren: Beyond Journey's End"))
                .body("items[0].anilist_id", equalTo(154587))
                .body("items[0].mal_id", equalTo(52991))
                .body("items[0].format", equalTo("tv"))
                .body("items[0].cover_url", notNullValue())
                .body("items[0].max_progress", equalTo(28))
                .body("items[0].site_url", equalTo("https://anilist.co/anime/154587"))
                .body("items[0].is_adult", equalTo(false))
                .body("sources.source", contains("anilist"));
        assertThat(sources.calls("mangadex")).isZero();
    }

    @Test
    void asksOnceForANameThatIsTypedLetterByLetter() {
        String name = "evangelion";
        for (int length = 3; length <= name.length(); length++) {
            autocomplete(name.substring(0, length), "anime")
                    .body("items[0].title", equalTo("Neon Genesis Evangelion"))
                    .body("sources[0].count", equalTo(1));
        }

        assertThat(sources.calls("anilist")).isEqualTo(1);
    }

    @Test
    void asksNobodyForMoreOfWhatNobodyKnows() {
        autocomplete("zqxj", null).body("items", empty()).body("sources[0].status", equalTo("empty"));
        autocomplete("zqxjk", null).body("items", empty()).body("complete", equalTo(true));

        assertThat(sources.calls("anilist")).isEqualTo(1);
    }

    @Test
    void asksAgainWhereTheKnownTitlesDoNotFit() {
        autocomplete("vaga", "manga").body("items.title", contains("Vagabond"));
        autocomplete("vagabund", "manga").body("items", empty());

        assertThat(sources.calls("anilist")).isEqualTo(2);
    }

    @Test
    void suggestsNothingForOneLatinLetter() {
        autocomplete("n", null).body("items", empty()).body("sources", empty()).body("complete", equalTo(true));
        assertThat(sources.calls("anilist")).isZero();

        autocomplete("進", null).body("items.title", hasItem("Attack on Titan"));
    }

    @ParameterizedTest
    @CsvSource({
        "q=naruto&type=anime, Naruto, 20, episodes, 220, 220, finished",
        "q=naruto&type=manga, Naruto, 30011, chapters, 700, 700, finished",
        "anilist_id=5114, Fullmetal Alchemist: Brotherhood, 5114, episodes, 64, 64, finished",
        "q=one+piece&type=anime, ONE PIECE, 21, episodes, , 1181, releasing",
        "anilist_id=182255, Frieren: Beyond Journey’s End Season 2, 182255, episodes, , 5, releasing",
        "anilist_id=171630, THE ONE PIECE, 171630, episodes, , 0, not_yet_released",
        "anilist_id=30002, Berserk, 30002, chapters, , 380, releasing",
        "q=one+piece&type=manga, One Piece, 30013, chapters, , 1164, releasing",
        "anilist_id=30656, Vagabond, 30656, chapters, , 327, hiatus",
        "anilist_id=30026, Hunter x Hunter, 30026, chapters, , 410, hiatus",
        "anilist_id=199003, Fukurou no Nikki, 199003, chapters, , , cancelled"
    })
    void knowsHowLongATitleIs(
            String query, String title, int id, String unit, Integer max, Integer released, String status) {
        max(query)
                .statusCode(200)
                .body("title", equalTo(title))
                .body("anilist_id", equalTo(id))
                .body("unit", equalTo(unit))
                .body("max", equalTo(max))
                .body("released", equalTo(released))
                .body("status", equalTo(status))
                .body("source", equalTo("anilist"))
                .body("complete", equalTo(true));
    }

    @Test
    void asksMangaDexOnlyForWhatAniListDoesNotCount() {
        max("q=death+note&type=manga").body("volumes", equalTo(12)).body("sources", hasSize(1));
        max("q=one+piece&type=anime").body("sources", hasSize(1));
        assertThat(sources.calls("mangadex")).isZero();

        max("anilist_id=105778")
                .body("released", equalTo(205))
                .body("mangadex_id", equalTo("a77742b1-befd-49a4-bff5-1ad4e6b0ef7b"))
                .body("sources.source", contains("anilist", "mangadex"));
        assertThat(sources.calls("mangadex")).isEqualTo(3);
    }

    @Test
    void takesAMangaFromMangaDexThatAniListDoesNotKnow() {
        max("q=casebook+of+sherlock+holmes")
                .statusCode(200)
                .body("title", equalTo("The Casebook of Sherlock Holmes"))
                .body("source", equalTo("mangadex"))
                .body("anilist_id", nullValue())
                .body("unit", equalTo("chapters"))
                .body("max", nullValue())
                .body("released", equalTo(9))
                .body("status", equalTo("releasing"));
    }

    @Test
    void answersALengthWithoutMangaDexWhereThatIsDown() {
        sources.fault("mangadex", Fault.status(500));

        max("anilist_id=30026")
                .statusCode(200)
                .body("anilist_id", equalTo(30026))
                .body("released", nullValue())
                .body("sources.find { it.source == 'mangadex' }.status", equalTo("unavailable"))
                .body("complete", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anilist_id=999999", "anilist_id=2147483647", "q=nobody+wrote+this", "q=nobody&type=anime"})
    void doesNotKnowEveryTitle(String query) {
        max(query)
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("TITLE_NOT_FOUND"))
                .body("source", equalTo("titles.get_max_progress"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anilist_id=20", "q=naruto", "q=naruto&type=anime"})
    void doesNotTakeASilentSourceForAnUnknownTitle(String query) {
        sources.fault("anilist", Fault.rateLimited(RetryAfter.SECONDS, 40));

        max(query)
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("SOURCE_UNAVAILABLE"))
                .body("additional_data.sources", contains("anilist"));
        clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void takesMangaDexsWordForAMangaWhileAniListIsSilent() {
        sources.fault("anilist", Fault.status(500));

        max("q=naruto&type=manga")
                .statusCode(200)
                .body("source", equalTo("mangadex"))
                .body("anilist_id", equalTo(30011))
                .body("max", equalTo(700))
                .body("volumes", equalTo(72))
                .body("complete", equalTo(false));
    }

    @Test
    void namesEverythingThatIsWrongWithAQuestion() {
        given().queryParam("type", "book")
                .get("/api/sources/max")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION"))
                .body("violations.field", contains("q", "type"));
        given().queryParam("anilist_id", "zero")
                .queryParam("type", "book")
                .get("/api/sources/max")
                .then()
                .statusCode(400)
                .body("violations.field", contains("type", "anilist_id"));
        for (String path : new String[] {"search", "autocomplete"}) {
            given().queryParam("q", "\u0000".repeat(300))
                    .queryParam("type", "book")
                    .get("/api/sources/" + path)
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("q", "q", "type"));
        }
        when().get("/api/sources/mangadex/search")
                .then()
                .statusCode(400)
                .body("violations.field", contains("q"))
                .body("source", equalTo("titles.search_manga_dex"));
        assertThat(sources.calls("anilist") + sources.calls("mangadex")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "!", "%", "😀", "שלום", "a:b", "\"", "insource:/x/", "&type=", "進", "{}", "[]"})
    void takesAnyTextThatIsOne(String q) {
        search(q, null).body("complete", equalTo(true));
        autocomplete(q, "manga").body("complete", equalTo(true));
        mangaDex(q).body("complete", equalTo(true));
        given().queryParam("q", q).get("/api/sources/max").then().statusCode(oneOf(200, 404));
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.rateLimited(RetryAfter.SECONDS, 40),
                Fault.rateLimited(RetryAfter.DATE, 40),
                Fault.rateLimited(RetryAfter.NONE, 0),
                Fault.rateLimited(RetryAfter.HTML, 0),
                Fault.of(Kind.HTML_ERROR),
                Fault.of(Kind.TRUNCATED),
                Fault.of(Kind.RESET),
                Fault.of(Kind.GRAPHQL_ERRORS_200),
                Fault.of(Kind.OVERSIZED),
                Fault.status(400),
                Fault.status(403),
                Fault.status(404),
                Fault.status(500),
                Fault.slow(30_000));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answersHonestlyWithoutMangaDexAndRecovers(Fault fault) {
        String expected = fault.kind() == Kind.RATE_LIMITED ? "rate_limited" : "unavailable";
        sources.fault("mangadex", dated(fault));

        search("death note", "manga")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("items.title", contains("Death Note"))
                .body("items[0].mangadex_id", nullValue())
                .body("sources.find { it.source == 'anilist' }.status", oneOf("ok", "cached"))
                .body("sources.find { it.source == 'mangadex' }.status", equalTo(expected))
                .body("complete", equalTo(false));

        sources.clearFaults();
        clock.advance(Duration.ofMinutes(6));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> search("death note", "manga")
                .body("items[0].mangadex_id", notNullValue())
                .body("complete", equalTo(true)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answersHonestlyWithoutAniListAndRecovers(Fault fault) {
        String expected = fault.kind() == Kind.RATE_LIMITED ? "rate_limited" : "unavailable";
        sources.fault("anilist", dated(fault));

        search("chainsaw man", "manga")
                .time(lessThanOrEqualTo(3_000L), TimeUnit.MILLISECONDS)
                .body("items.source", contains("mangadex"))
                .body("items[0].anilist_id", equalTo(105778))
                .body("sources.find { it.source == 'anilist' }.status", equalTo(expected))
                .body("complete", equalTo(false));

        sources.clearFaults();
        clock.advance(Duration.ofMinutes(6));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> search("chainsaw man", "manga")
                .body("items.source", contains("anilist"))
                .body("complete", equalTo(true)));
    }

    @Test
    void leavesMangaDexAloneAfterABan() {
        sources.fault("mangadex", Fault.status(403).times(1));
        mangaDex("monster").body("sources[0].status", equalTo("unavailable"));

        mangaDex("haikyu")
                .body("sources[0].status", equalTo("unavailable"))
                .body("sources[0].retry_after_s", greaterThan(200));
        assertThat(sources.calls("mangadex")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(6));
        mangaDex("haikyu").body("sources[0].status", equalTo("ok"));
    }

    @Test
    void findsThePeopleBehindAMangaAmongItsCharacters() {
        given().queryParam("q", "berserk")
                .queryParam("category", "manga")
                .get("/api/characters/search")
                .then()
                .statusCode(200)
                .body("sources.source", contains("anilist", "mangadex"))
                .body("items.findAll { it.source == 'mangadex' }.name", hasItems("Miura Kentarou", "Studio Gaga"))
                .body("items.findAll { it.source == 'mangadex' }.kind", everyItem(equalTo("person")))
                .body("items.find { it.name == 'Miura Kentarou' }.universe_title", equalTo("Berserk"))
                .body("items.find { it.name == 'Miura Kentarou' }.attributes.role", equalTo("author, artist"))
                .body("items.findAll { it.source == 'mangadex' }.image_url", everyItem(nullValue()));
    }

    @Test
    void creditsMangaDex() {
        when().get("/api/sources")
                .then()
                .statusCode(200)
                .body("items.find { it.id == 'mangadex' }.attribution", containsString("MangaDex"))
                .body("items.find { it.id == 'mangadex' }.titles", contains("manga"))
                .body("items.find { it.id == 'anilist' }.titles", contains("anime", "manga"))
                .body("items.id", not(hasItem(nullValue())));
    }

    /** The simulator's calendar has not been turned. */
    private Fault dated(Fault fault) {
        return fault.kind() == Kind.RATE_LIMITED && fault.retryAfter() == RetryAfter.DATE
                ? Fault.rateLimited(
                        RetryAfter.DATE, fault.seconds() + (int) clock.offset().toSeconds())
                : fault;
    }

    private static ValidatableResponse search(String q, String type) {
        return ask("search", q, type);
    }

    private static ValidatableResponse autocomplete(String q, String type) {
        return ask("autocomplete", q, type);
    }

    private static ValidatableResponse mangaDex(String q) {
        return ask("mangadex/search", q, null);
    }

    private static ValidatableResponse ask(String path, String q, String type) {
        RequestSpecification request = given().queryParam("q", q);
        if (type != null) {
            request.queryParam("type", type);
        }
        return request.get("/api/sources/" + path).then().statusCode(200);
    }

    private static ValidatableResponse max(String query) {
        return given().urlEncodingEnabled(false)
                .get("/api/sources/max?" + query)
                .then();
    }
}
