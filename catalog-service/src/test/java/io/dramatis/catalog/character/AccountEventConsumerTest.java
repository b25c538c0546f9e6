package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.as;
import static io.dramatis.catalog.character.Characters.create;
import static io.dramatis.catalog.character.Characters.events;
import static io.dramatis.catalog.character.Characters.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogServiceTest
class AccountEventConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final UUID leaver = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void erasesAllThatTheAccountOwned() {
        List<String> doomed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            doomed.add(create(leaver, "Doomed " + i));
        }
        doomed.add(Characters.publish(leaver, "Famous"));
        String kept = create(other, "Kept");
        for (UUID account : List.of(leaver, other)) {
            as(account)
                    .header("Idempotency-Key", "key-1")
                    .body(Characters.searchResult("1"))
                    .post("/api/characters/from-external")
                    .then()
                    .statusCode(201);
        }
        JsonNode before = get(other, kept);

        publish(leaver.toString(), deleted(leaver));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(owned(leaver)).isZero());
        assertThat(get(other, kept)).isEqualTo(before);
        assertThat(owned(other)).isEqualTo(2);
        assertThat(Databases.query("select account_id from idempotency_key"))
                .extracting(row -> row.get("account_id"))
                .containsExactly(other);
        for (String id : doomed) {
            List<JsonNode> events = events(id, 2);
            assertThat(events.get(0).get("event_type").asText()).isEqualTo("CharacterCreated");
            assertThat(events.get(1).get("event_type").asText()).isEqualTo("CharacterDeleted");
            assertThat(events.get(1).get("payload"))
                    .isEqualTo(Characters.tree(
                            "{\"character_id\":\"%s\",\"owner_id\":\"%s\",\"version\":2}".formatted(id, leaver)));
        }
    }

    @Test
    void movesPoisonOutOfTheWayAndTakesDuplicates() {
        create(leaver, "Doomed");
        List<String> poison = List.of(
                "{not json",
                "{\"event_id\":\"%s\",\"event_type\":\"AccountDeleted\",\"payload\":{}}".formatted(UUID.randomUUID()),
                "{\"event_id\":\"%s\",\"event_type\":\"CharacterDeleted\",\"payload\":{\"character_id\":\"%s\"}}"
                        .formatted(UUID.randomUUID(), leaver));
        String key = leaver.toString();

        poison.forEach(value -> publish(key, value));
        publish(key, deleted(other));
        publish(key, deleted(other));
        publish(key, deleted(leaver));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(owned(leaver)).isZero());
        assertThat(Broker.read(Topics.ACCOUNTS_DLQ, poison.size(), PATIENCE, record -> key.equals(record.key())))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(poison);
    }

    private static void publish(String key, String value) {
        Broker.publish(Topics.ACCOUNTS, key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String deleted(UUID account) {
        return """
                {"event_id":"%s","event_type":"AccountDeleted","version":1,"occurred_at":"2026-01-02T03:04:05Z",
                 "trace_id":null,"payload":{"account_id":"%s"}}""".formatted(UUID.randomUUID(), account);
    }

    private static long owned(UUID account) {
        return Databases.query("select 1 from characters where owner_id = '" + account + "'")
                .size();
    }
}
