package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.as;
import static io.dramatis.catalog.character.Characters.create;
import static io.dramatis.catalog.character.Characters.events;
import static io.dramatis.catalog.character.Characters.get;
import static io.dramatis.catalog.character.Characters.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.test.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the world hears of characters. */
@CatalogServiceTest
class CharacterEventTest {

    private final UUID owner = UUID.randomUUID();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void tellsOfEveryChangeInItsOrder() {
        String id = create(owner, Map.of("name", "Lirael", "race", "human", "example_responses", List.of("Hm.")));
        JsonNode created = get(owner, id);
        patch(owner, id, "{\"pose\":\"Weapon Ready\"}").then().statusCode(200);
        JsonNode patched = get(owner, id);
        patch(owner, id, "{\"pose\":\"weapon_ready\"}").then().statusCode(200);
        as(owner).body("{\"name\":\"x\",\"pose\":\"y\"}").put("/api/characters/{id}", id);
        as(owner).body("{\"name\":\"Replaced\",\"published\":true}").put("/api/characters/{id}", id);
        JsonNode replaced = get(owner, id);
        as(owner).delete("/api/characters/{id}", id).then().statusCode(204);

        List<JsonNode> events = events(id, 4);

        assertThat(events)
                .extracting(event -> event.get("event_type").asText())
                .containsExactly("CharacterCreated", "CharacterUpdated", "CharacterUpdated", "CharacterDeleted");
        assertThat(events.subList(0, 3))
                .extracting(event -> event.get("payload").get("character"))
                .containsExactly(created, patched, replaced);
        assertThat(events.get(3).get("payload"))
                .isEqualTo(Characters.tree(
                        "{\"character_id\":\"%s\",\"owner_id\":\"%s\",\"version\":4}".formatted(id, owner)));
        assertThat(events).extracting(event -> event.get("event_id").asText()).doesNotHaveDuplicates();
        assertThat(events).allSatisfy(event -> {
            assertThat(event.get("version").asInt()).isEqualTo(1);
            assertThat(event.get("occurred_at").asText()).endsWith("Z");
            assertThat(event.get("trace_id").asText()).matches("[0-9a-f]{32}");
        });
        await().untilAsserted(() -> assertThat(Databases.count("outbox_event")).isZero());
    }

    @Test
    void tellsOfAKeptSearchResult() {
        String id = as(owner)
                .body(Characters.searchResult("1"))
                .post("/api/characters/from-external")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(owner).body(Characters.searchResult("1")).post("/api/characters/from-external");
        JsonNode kept = get(owner, id);
        patch(owner, id, "{\"hair\":\"green\"}").then().statusCode(200);

        List<JsonNode> events = events(id, 2);

        assertThat(events)
                .extracting(event -> event.get("event_type").asText())
                .containsExactly("CharacterCreated", "CharacterUpdated");
        assertThat(events.get(0).get("payload").get("character")).isEqualTo(kept);
    }

    @Test
    void keepsTheOrderOfChangesThatAreMadeAtOnce() throws Exception {
        String id = create(owner, "Contested");

        Characters.atOnce(10, editor -> patch(owner, id, "{\"hair\":\"of editor " + editor + "\"}")
                .then()
                .statusCode(200));

        List<Integer> versions = new ArrayList<>();
        events(id, 11)
                .forEach(event -> versions.add(
                        event.get("payload").get("character").get("version").asInt()));
        assertThat(versions)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 11).boxed().toList());
    }
}
