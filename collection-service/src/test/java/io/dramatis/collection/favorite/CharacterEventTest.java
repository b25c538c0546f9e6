package io.dramatis.collection.favorite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.collection.Characters;
import io.dramatis.collection.CollectionTest;
import io.dramatis.collection.StubCatalog;
import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CollectionTest
class CharacterEventTest {

    private final UUID me = UUID.randomUUID();
    private StubCatalog catalog;

    @BeforeEach
    void clean() {
        Databases.clean();
        catalog = new StubCatalog();
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    @Test
    void keepsFavouritesFresh() {
        Characters strider = favorite(Characters.published("Strider"));

        publish(strider.renamed("Aragorn"));

        await().untilAsserted(() -> assertThat(myNames()).containsExactly("Aragorn"));
    }

    @Test
    void endsAtTheNewestVersionWhateverTheOrder() {
        Characters first = favorite(Characters.published("v1"));
        Characters second = first.renamed("v2");
        Characters third = second.renamed("v3");

        for (Characters version : List.of(third, second, third, first, second)) {
            publish(version);
        }
        Broker.publish(Topics.CHARACTERS, first.id().toString(), first.created());
        awaitTaken(first);

        assertThat(myNames()).containsExactly("v3");
    }

    @Test
    void dropsFavouritesOfADeletedCharacter() {
        Characters boromir = favorite(Characters.published("Boromir"));

        Broker.publish(Topics.CHARACTERS, boromir.id().toString(), boromir.deleted());
        Broker.publish(Topics.CHARACTERS, boromir.id().toString(), boromir.deleted());

        await().untilAsserted(() -> assertThat(myNames()).isEmpty());
        publish(boromir.renamed("late news"));
        awaitTaken(boromir);
        assertThat(Databases.query("select 1 from character_snapshot where character_id = '" + boromir.id() + "'"))
                .isEmpty();
    }

    @Test
    void keepsNothingOfCharactersThatAreNobodysFavourite() {
        Characters stranger = Characters.published("Stranger");

        Broker.publish(Topics.CHARACTERS, stranger.id().toString(), stranger.created());
        awaitTaken(stranger);

        assertThat(Databases.query("select 1 from character_snapshot where character_id = '" + stranger.id() + "'"))
                .isEmpty();
    }

    @Test
    void hidesWhatItsOwnerNoLongerPublishes() {
        Characters open = favorite(Characters.published("Public"));
        Characters hidden = open.published(false);

        publish(hidden);
        await().untilAsserted(() -> assertThat(myNames()).isEmpty());

        publish(hidden.published(true));
        await().untilAsserted(() -> assertThat(myNames()).containsExactly("Public"));
    }

    @Test
    void missesNoChangeThatPassesWhileAFavouriteIsAdded() {
        Characters old = Characters.published("old");
        Characters changed = old.renamed("changed");
        catalog.put(old);
        catalog.beforeAnswer(() -> {
            publish(changed);
            awaitTaken(changed);
        });

        add(old.id(), 201);

        assertThat(myNames()).containsExactly("changed");
    }

    @Test
    void addsNothingThatIsDeletedMeanwhile() {
        Characters doomed = Characters.published("doomed");
        catalog.put(doomed);
        catalog.beforeAnswer(() -> {
            Broker.publish(Topics.CHARACTERS, doomed.id().toString(), doomed.deleted());
            await().until(() -> Databases.count("character_snapshot") == 0);
        });

        add(doomed.id(), 404);

        assertThat(Databases.count("favorite")).isZero();
    }

    @Test
    void movesPoisonOutOfTheWay() {
        Characters healthy = favorite(Characters.published("healthy"));
        String key = healthy.id().toString();
        Map<String, byte[]> poison = new LinkedHashMap<>();
        poison.put("no JSON", bytes("{not json"));
        poison.put("nothing", null);
        poison.put("empty", bytes(""));
        poison.put("another JSON", bytes("[1, 2]"));
        poison.put("unknown type", bytes("{\"event_type\":\"Nonsense\",\"payload\":{}}"));
        poison.put(
                "another event",
                bytes("{\"event_id\":\"%s\",\"event_type\":\"AccountDeleted\",\"payload\":{\"account_id\":\"%s\"}}"
                        .formatted(UUID.randomUUID(), UUID.randomUUID())));
        poison.put(
                "no character",
                bytes("{\"event_id\":\"%s\",\"event_type\":\"CharacterUpdated\",\"payload\":{}}"
                        .formatted(UUID.randomUUID())));
        poison.put(
                "wrong types",
                bytes(new String(healthy.updated(), StandardCharsets.UTF_8)
                        .replace("\"version\":1,\n", "\"version\":{},\n")
                        .replace("\"published\":true", "\"published\":\"perhaps\"")));
        poison.put(
                "a character without an id",
                bytes(new String(healthy.updated(), StandardCharsets.UTF_8)
                        .replace("\"id\":\"" + healthy.id() + "\"", "\"id\":null")));

        poison.values().forEach(value -> Broker.publish(Topics.CHARACTERS, key, value));
        publish(healthy.renamed("still healthy"));

        await().untilAsserted(() -> assertThat(myNames()).containsExactly("still healthy"));
        assertThat(Broker.read(
                        Topics.CHARACTERS_DLQ,
                        poison.size(),
                        Duration.ofSeconds(15),
                        record -> key.equals(record.key())))
                .hasSize(poison.size())
                .allSatisfy(record -> {
                    assertThat(record.headers().lastHeader("dead-letter-reason"))
                            .isNotNull();
                    assertThat(new String(record.headers()
                                    .lastHeader("dead-letter-topic")
                                    .value()))
                            .isEqualTo(Topics.CHARACTERS);
                })
                .extracting(record -> record.value() == null ? null : new String(record.value()))
                .containsExactlyElementsOf(poison.values().stream()
                        .map(value -> value == null ? null : new String(value))
                        .toList());
    }

    private Characters favorite(Characters character) {
        catalog.put(character);
        add(character.id(), 201);
        return character;
    }

    private void add(UUID characterId, int status) {
        given().auth()
                .oauth2(TestTokens.user(me))
                .post("/api/characters/" + characterId + "/favorite")
                .then()
                .statusCode(status);
    }

    private List<String> myNames() {
        return given().auth()
                .oauth2(TestTokens.user(me))
                .get("/api/characters/my")
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");
    }

    private static void publish(Characters character) {
        Broker.publish(Topics.CHARACTERS, character.id().toString(), character.updated());
    }

    /** A record behind all others of the character's partition has had its effect, so they had theirs. */
    private static void awaitTaken(Characters character) {
        UUID marker = UUID.randomUUID();
        Databases.execute("insert into character_snapshot (character_id) values ('" + marker + "')");
        Characters news = new Characters(marker, UUID.randomUUID(), "marker", null, null, true, 1);
        Broker.publish(Topics.CHARACTERS, character.id().toString(), news.created());
        await().until(() -> Databases.query("select 1 from character_snapshot where version = 1 and character_id = '"
                                + marker + "'")
                        .size()
                == 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
