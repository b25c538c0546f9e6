package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.as;
import static io.dramatis.catalog.character.Characters.create;
import static io.dramatis.catalog.character.Characters.events;
import static io.dramatis.catalog.character.Characters.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.events.AccountDeleted;
import io.dramatis.events.DomainEvent;
import io.dramatis.events.EventEnvelope;
import io.dramatis.events.GeneratedImage;
import io.dramatis.events.GenerationCancelled;
import io.dramatis.events.GenerationCompleted;
import io.dramatis.events.GenerationFailed;
import io.dramatis.events.PortraitChanged;
import io.dramatis.events.Topics;
import io.dramatis.kit.outbox.EventCodec;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogServiceTest
class PortraitResultConsumerTest {

    /** Finer than the database keeps it. */
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456789Z");

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final UUID owner = UUID.randomUUID();

    @Inject
    EventCodec codec;

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void givesTheCharacterItsPortraitAndTellsTheWorld() {
        String id = create(owner, "Sitter");
        GenerationCompleted result = result(id, owner, "first", NOON);

        publish(id, result);

        awaitPortrait(id, "first");
        JsonNode character = get(owner, id);
        assertThat(character.get("portrait_url").asText()).isEqualTo("/api/media/images/" + id + "/first.png");
        assertThat(character.get("portrait_path").asText()).isEqualTo("media/images/" + id + "/portraits/first.png");
        assertThat(character.get("portrait_prompt").asText()).isEqualTo("prompt of first");
        assertThat(character.get("has_portrait").asBoolean()).isTrue();
        assertThat(character.get("version").asInt()).isEqualTo(2);
        List<JsonNode> events = events(id, 2);
        assertThat(events.get(1).get("event_type").asText()).isEqualTo("CharacterUpdated");
        assertThat(events.get(1).get("payload").get("character")).isEqualTo(character);
        JsonNode listed =
                Characters.tree(as(owner).get("/api/characters")).get("items").get(0);
        assertThat(listed.get("has_portrait").asBoolean()).isTrue();
        assertThat(listed.get("portrait_url")).isEqualTo(character.get("portrait_url"));
    }

    @Test
    void keepsThePortraitWhenItsOwnerChangesTheCharacter() {
        String id = create(owner, "Sitter");
        publish(id, result(id, owner, "first", NOON));
        awaitPortrait(id, "first");

        as(owner)
                .body("{\"name\":\"Renamed\"}")
                .put("/api/characters/{id}", id)
                .then()
                .statusCode(200);
        Characters.patch(owner, id, "{\"portrait_url\":null}").then().statusCode(200);

        assertThat(get(owner, id).get("portrait_url").asText()).contains("first");
        assertThat(get(owner, id).get("has_portrait").asBoolean()).isTrue();
    }

    @Test
    void takesADuplicateOnce() {
        String id = create(owner, "Sitter");
        GenerationCompleted result = result(id, owner, "first", NOON);
        byte[] event = envelope(UUID.randomUUID(), result);

        publish(id, event);
        publish(id, event);
        publish(id, result);
        publish(id, result(id, owner, "last", NOON.plusSeconds(1)));

        awaitPortrait(id, "last");
        assertThat(get(owner, id).get("version").asInt()).isEqualTo(3);
        assertThat(portraitsTold(id, 3)).containsExactly(null, "first", "last");
    }

    @Test
    void keepsTheNewestWhateverTheOrder() {
        String id = create(owner, "Sitter");

        publish(id, result(id, owner, "newer", NOON.plusSeconds(1)));
        publish(id, result(id, owner, "older", NOON));
        publish(id, result(id, owner, "newest", NOON.plusSeconds(2)));

        awaitPortrait(id, "newest");
        assertThat(portraitsTold(id, 3)).containsExactly(null, "newer", "newest");
    }

    @Test
    void takesAChosenPortraitAndTheLossOfIt() {
        String id = create(owner, "Sitter");
        publish(id, result(id, owner, "first", NOON));
        awaitPortrait(id, "first");

        publish(id, changed(id, owner, "chosen", NOON.plusSeconds(1)));
        awaitPortrait(id, "chosen");
        assertThat(get(owner, id).get("portrait_prompt").asText()).isEqualTo("prompt of chosen");
        publish(id, changed(id, owner, null, NOON.plusSeconds(2)));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        get(owner, id).get("has_portrait").asBoolean())
                .isFalse());
        JsonNode character = get(owner, id);
        assertThat(character.get("portrait_url").isNull()).isTrue();
        assertThat(character.get("portrait_path").isNull()).isTrue();
        assertThat(character.get("portrait_prompt").isNull()).isTrue();
        assertThat(portraitsTold(id, 4)).containsExactly(null, "first", "chosen", null);
        JsonNode listed =
                Characters.tree(as(owner).get("/api/characters")).get("items").get(0);
        assertThat(listed.get("has_portrait").asBoolean()).isFalse();
    }

    @Test
    void bringsNoOlderPortraitBackOnceItWasTakenAway() {
        String id = create(owner, "Sitter");

        publish(id, changed(id, owner, "upload", NOON));
        publish(id, changed(id, owner, null, NOON.plusSeconds(2)));
        publish(id, result(id, owner, "late", NOON.plusSeconds(1)));
        publish(id, changed(id, owner, "late-choice", NOON.plusSeconds(1)));
        publish(id, changed(id, UUID.randomUUID(), "foreign", NOON.plusSeconds(9)));
        publish(id, changed(id, owner, null, NOON.plusSeconds(2)));
        publish(id, result(id, owner, "new", NOON.plusSeconds(3)));

        awaitPortrait(id, "new");
        assertThat(portraitsTold(id, 4)).containsExactly(null, "upload", null, "new");
    }

    @Test
    void takesNothingFromSomebodyWhoIsNotTheOwner() {
        String id = create(owner, "Sitter");

        publish(id, result(id, UUID.randomUUID(), "foreign", NOON.plusSeconds(9)));
        publish(id, result(id, owner, "own", NOON));

        awaitPortrait(id, "own");
        assertThat(portraitsTold(id, 2)).containsExactly(null, "own");
        assertThat(get(owner, id).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void bringsNoDeletedCharacterBack() {
        String deleted = create(owner, "Deleted");
        as(owner).delete("/api/characters/{id}", deleted).then().statusCode(204);
        String next = create(owner, "Next");

        publish(deleted, result(deleted, owner, "late", NOON));
        // Behind it in its partition.
        publish(deleted, result(next, owner, "next", NOON));

        awaitPortrait(next, "next");
        as(owner).get("/api/characters/{id}", deleted).then().statusCode(404);
        assertThat(Databases.count("characters")).isEqualTo(1);
        assertThat(Databases.query("select 1 from outbox_event where aggregateid = '" + deleted + "'"))
                .isEmpty();
    }

    @Test
    void leavesThePortraitAsItIsWhenImagesOnlyJoinTheGallery() {
        String id = create(owner, "Sitter");
        GenerationCompleted first = result(id, owner, "first", NOON);
        GenerationCompleted later = result(id, owner, "variant", NOON.plusSeconds(60));

        publish(id, first);
        publish(
                id,
                new GenerationCompleted(
                        later.jobId(),
                        later.characterId(),
                        owner,
                        later.images(),
                        later.prompt(),
                        later.rawPrompt(),
                        later.provider(),
                        null,
                        later.profileHash(),
                        later.completedAt(),
                        false));
        // Behind it in its partition, and older than it.
        publish(id, result(id, owner, "second", NOON.plusSeconds(30)));

        awaitPortrait(id, "second");
        assertThat(get(owner, id).get("version").asInt()).isEqualTo(3);
    }

    @Test
    void leavesTheCharacterAsItIsWhenAGenerationFailsOrIsCancelled() {
        String id = create(owner, "Sitter");

        publish(id, new GenerationCancelled(UUID.randomUUID(), UUID.fromString(id), owner, NOON));

        publish(
                id,
                new GenerationFailed(
                        UUID.randomUUID(), UUID.fromString(id), owner, "GENERATION_FAILED", "no luck", 3, NOON));
        publish(id, result(id, owner, "next", NOON));

        awaitPortrait(id, "next");
        assertThat(get(owner, id).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void movesPoisonOutOfTheWay() {
        String id = create(owner, "Sitter");
        UUID character = UUID.fromString(id);
        GeneratedImage image = new GeneratedImage(UUID.randomUUID(), "/u", "p", 1, 1);
        GeneratedImage noUrl = new GeneratedImage(UUID.randomUUID(), null, "p", 1, 1);
        List<byte[]> poison = new ArrayList<>();
        poison.add(bytes("{not json"));
        poison.add(null);
        poison.add(bytes(""));
        poison.add(bytes("[1,2]"));
        poison.add(bytes("{\"event_type\":\"Nonsense\",\"payload\":{}}"));
        poison.add(bytes("{\"event_id\":\"%s\",\"event_type\":\"GenerationCompleted\",\"payload\":null}"
                .formatted(UUID.randomUUID())));
        poison.add(envelope(UUID.randomUUID(), new AccountDeleted(owner)));
        poison.add(envelope(UUID.randomUUID(), completed(character, null, "p", NOON)));
        poison.add(envelope(UUID.randomUUID(), completed(character, List.of(), "p", NOON)));
        poison.add(envelope(UUID.randomUUID(), completed(character, List.of(noUrl), "p", NOON)));
        poison.add(envelope(UUID.randomUUID(), completed(null, List.of(image), "p", NOON)));
        poison.add(envelope(UUID.randomUUID(), completed(character, List.of(image), "p", null)));
        poison.add(envelope(UUID.randomUUID(), completed(character, List.of(image), "nul\0inside", NOON)));
        poison.add(envelope(UUID.randomUUID(), completed(character, List.of(image), "p", Instant.MAX)));

        poison.forEach(value -> publish(id, value));
        publish(id, result(id, owner, "healthy", NOON));

        awaitPortrait(id, "healthy");
        assertThat(get(owner, id).get("version").asInt()).isEqualTo(2);
        assertThat(Broker.read(
                        Topics.GENERATION_RESULTS_DLQ, poison.size(), PATIENCE, record -> id.equals(record.key())))
                .allSatisfy(record -> assertThat(record.headers().lastHeader("dead-letter-reason"))
                        .isNotNull())
                .extracting(record -> text(record.value()))
                .containsExactlyElementsOf(
                        poison.stream().map(PortraitResultConsumerTest::text).toList());
    }

    private GenerationCompleted completed(UUID character, List<GeneratedImage> images, String prompt, Instant at) {
        return new GenerationCompleted(
                UUID.randomUUID(), character, owner, images, prompt, prompt, "built-in", null, "hash", at, null);
    }

    private static GenerationCompleted result(String id, UUID owner, String name, Instant completedAt) {
        return new GenerationCompleted(
                UUID.randomUUID(),
                UUID.fromString(id),
                owner,
                List.of(image(id, name), image(id, "second-of-" + name)),
                "prompt of " + name,
                "raw",
                "built-in",
                null,
                "hash",
                completedAt,
                null);
    }

    private static PortraitChanged changed(String id, UUID owner, String name, Instant at) {
        return new PortraitChanged(
                UUID.fromString(id),
                owner,
                name == null ? null : image(id, name),
                name == null ? null : "prompt of " + name,
                at);
    }

    private static GeneratedImage image(String id, String name) {
        return new GeneratedImage(
                UUID.randomUUID(),
                "/api/media/images/" + id + "/" + name + ".png",
                "media/images/" + id + "/portraits/" + name + ".png",
                1024,
                1024);
    }

    private void publish(String key, DomainEvent event) {
        publish(key, envelope(UUID.randomUUID(), event));
    }

    private static void publish(String key, byte[] value) {
        Broker.publish(Topics.GENERATION_RESULTS, key, value);
    }

    private byte[] envelope(UUID eventId, DomainEvent event) {
        return bytes(
                codec.encode(new EventEnvelope<>(eventId, event.getClass().getSimpleName(), 1, NOON, null, event)));
    }

    private void awaitPortrait(String id, String name) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get(owner, id).get("portrait_url").asText()).endsWith("/" + name + ".png"));
    }

    /** The portraits' names in the character's first events. */
    private static List<String> portraitsTold(String id, int number) {
        return events(id, number).stream()
                .map(event -> event.get("payload").get("character").get("portrait_url"))
                .map(url -> url.isNull() ? null : url.asText().replaceFirst(".*/(.*)\\.png", "$1"))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] value) {
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
