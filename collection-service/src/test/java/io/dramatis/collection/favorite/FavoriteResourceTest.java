package io.dramatis.collection.favorite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.collection.Characters;
import io.dramatis.collection.CollectionTest;
import io.dramatis.collection.StubCatalog;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CollectionTest
class FavoriteResourceTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    FavoriteSweeper sweeper;

    private final UUID me = UUID.randomUUID();
    private final String token = TestTokens.user(me);
    private StubCatalog catalog;

    @BeforeEach
    void clean() {
        Databases.clean();
        breakers.reset(CatalogClient.BREAKER);
        catalog = new StubCatalog();
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    @Test
    void addsACharacterWholeAndOnce() {
        Characters character = known(Characters.published("Legolas"));

        String favoritedAt = add(character.id())
                .then()
                .statusCode(201)
                .body("id", equalTo(character.id().toString()))
                .body("name", equalTo("Legolas"))
                .body("hair", equalTo("silver"))
                .body("example_responses", contains("Hm."))
                .body("backstory", nullValue())
                .extract()
                .path("favorited_at");

        assertThat(Instant.parse(favoritedAt)).isBeforeOrEqualTo(Instant.now());
        add(character.id()).then().statusCode(200).body("favorited_at", equalTo(favoritedAt));
        assertThat(catalog.authorizations()).containsExactly("Bearer " + token);
        assertThat(Databases.count("favorite")).isEqualTo(1);
    }

    @Test
    void addsOnceWhenAskedManyTimesTogether() {
        Characters character = known(Characters.published("Merry"));

        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> add(character.id()).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(Databases.count("favorite")).isEqualTo(1);
    }

    @Test
    void knowsNoCharacterThatTheCatalogueKeepsFromTheCaller() {
        add(UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("CHARACTER_NOT_FOUND"))
                .body("source", equalTo("favorites.add_favorite"));
        given().auth()
                .oauth2(token)
                .post("/api/characters/no-uuid/favorite")
                .then()
                .statusCode(404);
        assertThat(Databases.count("favorite")).isZero();
    }

    @Test
    void asksForAToken() {
        UUID id = known(Characters.published("Bilbo")).id();

        given().post("/api/characters/" + id + "/favorite").then().statusCode(401);
        given().delete("/api/characters/" + id + "/favorite").then().statusCode(401);
        given().get("/api/characters/my").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        assertThat(catalog.authorizations()).isEmpty();
    }

    @Test
    void removesAsOftenAsAsked() {
        Characters character = known(Characters.published("Boromir"));
        add(character.id()).then().statusCode(201);

        remove(character.id()).then().statusCode(204);
        remove(character.id()).then().statusCode(204);
        remove(UUID.randomUUID()).then().statusCode(204);

        my("").body("items", empty());
    }

    @Test
    void listsWholeCharactersWithoutTheCatalogue() {
        Characters character = known(Characters.published("Gimli"));
        add(character.id()).then().statusCode(201);
        catalog.close();

        my("").body("items.name", contains("Gimli"))
                .body("items[0].universe", equalTo("Middle-earth"))
                .body("items[0].version", equalTo(1))
                .body("items[0].created_at", equalTo("2026-01-02T03:04:05Z"))
                .body("next_cursor", nullValue());
    }

    @Test
    void listsTheCallersOwnOnly() {
        add(known(Characters.published("Elrond")).id()).then().statusCode(201);

        given().auth()
                .oauth2(TestTokens.user(UUID.randomUUID()))
                .get("/api/characters/my")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void pagesWithoutGapOrRepetition() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Characters character = known(Characters.published("Dwarf " + i));
            add(character.id()).then().statusCode(201);
            added.add(0, character.name());
        }
        // A tie in time is broken by the id.
        Databases.execute("update favorite set created_at = (select min(created_at) from favorite) "
                + "where id in (select id from favorite order by created_at limit 3)");

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            ValidatableResponse page = my("?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.extract().path("items.name"));
            cursor = page.extract().path("next_cursor");
        } while (cursor != null);

        assertThat(seen).isEqualTo(added);
    }

    @Test
    void filtersByGenreAndText() {
        add(known(Characters.published("Aragorn")).id());
        add(known(Characters.published("Ripley").withGenre("scifi")).id());

        my("?genre=SciFi").body("items.name", contains("Ripley"));
        my("?q=rago").body("items.name", contains("Aragorn"));
        my("?q=MIDDLE-EARTH&genre=fantasy").body("items.name", contains("Aragorn"));
        my("?q=%25").body("items", empty());
        my("?genre=unheard-of").body("items", empty());
    }

    @Test
    void waitsForTheCatalogueToAddWhatItDoesNotKnow() {
        catalog.close();

        add(UUID.randomUUID())
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));
    }

    @Test
    void asksTheCatalogueAgainWhereAConnectionBreaks() {
        Characters character = known(Characters.published("Boromir"));
        catalog.breakConnections(2);

        add(character.id()).then().statusCode(201);
    }

    @Test
    void reliesOnWhatItKnowsWhileTheCatalogueIsAway() {
        Characters open = known(Characters.published("Faramir"));
        Characters secret = known(Characters.of(me, "My secret"));
        add(open.id()).then().statusCode(201);
        add(secret.id()).then().statusCode(201);
        catalog.failWith(500);

        addAs(UUID.randomUUID(), open.id()).then().statusCode(201).body("name", equalTo("Faramir"));
        addAs(UUID.randomUUID(), secret.id()).then().statusCode(503);
        remove(secret.id()).then().statusCode(204);
        add(secret.id()).then().statusCode(201);
    }

    @Test
    void believesTheCatalogueRatherThanItsOwnMemory() {
        Characters character = known(Characters.published("Saruman"));
        add(character.id()).then().statusCode(201);
        catalog.remove(character.id());

        addAs(UUID.randomUUID(), character.id()).then().statusCode(404);
    }

    @Test
    void answersQuicklyWhenTheCatalogueDoesNot() {
        catalog.beforeAnswer(() -> {
            try {
                new java.util.concurrent.CountDownLatch(1).await(4, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        long start = System.nanoTime();
        add(UUID.randomUUID()).then().statusCode(503);

        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_500);
    }

    @Test
    void refusesAnAnswerThatIsNotTheCharacter() {
        UUID asked = UUID.randomUUID();
        Characters other = Characters.published("Somebody else");
        catalog.put(new Characters(asked, other.ownerId(), "x", null, null, true, 0));

        add(asked).then().statusCode(503);
        assertThat(Databases.count("favorite")).isZero();
    }

    @Test
    void passesOnThatTheCatalogueRefusesTheToken() {
        catalog.failWith(401);

        add(UUID.randomUUID()).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void forgetsSnapshotsThatNobodyNeeds() throws Throwable {
        Characters kept = known(Characters.published("Kept"));
        Characters dropped = known(Characters.published("Dropped"));
        add(kept.id());
        add(dropped.id());
        remove(dropped.id());
        Databases.execute("update character_snapshot set watched_at = now() - interval '2 hours'");

        VertxContextSupport.subscribeAndAwait(sweeper::sweep);

        assertThat(Databases.query("select name from character_snapshot")).containsExactly(Map.of("name", "Kept"));
    }

    private Characters known(Characters character) {
        catalog.put(character);
        return character;
    }

    private Response add(UUID characterId) {
        return given().auth().oauth2(token).post("/api/characters/" + characterId + "/favorite");
    }

    private static Response addAs(UUID accountId, UUID characterId) {
        return given().auth().oauth2(TestTokens.user(accountId)).post("/api/characters/" + characterId + "/favorite");
    }

    private Response remove(UUID characterId) {
        return given().auth().oauth2(token).delete("/api/characters/" + characterId + "/favorite");
    }

    private ValidatableResponse my(String query) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get("/api/characters/my" + query)
                .then()
                .statusCode(200);
    }
}
