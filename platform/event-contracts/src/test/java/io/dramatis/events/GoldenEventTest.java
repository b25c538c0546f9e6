package io.dramatis.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands on the wire, one file per event and version. A file is never edited once landed: a change that breaks
 * one of these tests breaks running consumers.
 */
class GoldenEventTest {

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final UUID OWNER = UUID.fromString("0198c0de-0000-7000-8000-000000000002");
    private static final UUID JOB = UUID.fromString("0198c0de-0000-7000-8000-000000000003");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final VisualProfile VISUAL = new VisualProfile(
            "wood_elf",
            "female",
            "ranger",
            "adult",
            "slender",
            "tall",
            "serene",
            "piercing green eyes",
            "green cloak",
            "longbow",
            "glowing arcane tattoos",
            "misty forest",
            "weapon_ready",
            "long red braid",
            "green",
            "freckled",
            "green and brown",
            null);

    private static final CharacterSnapshot CHARACTER = new CharacterSnapshot(
            ID,
            OWNER,
            "Lirael",
            "The Old Kingdom",
            "A Second Assistant Librarian",
            null,
            List.of("Hello."),
            "fantasy",
            "openlibrary",
            "OL1W",
            "https://example.org/lirael",
            null,
            true,
            null,
            VISUAL,
            "/api/media/images/x/y.png",
            "media/images/x/portraits/y.png",
            "a prompt",
            true,
            7,
            NOW,
            NOW);

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static Stream<DomainEvent> events() {
        return Stream.of(
                new CharacterCreated(CHARACTER),
                new CharacterUpdated(CHARACTER),
                new CharacterDeleted(ID, OWNER, 8),
                new GenerationRequested(
                        JOB, ID, OWNER, "Lirael", VISUAL, "at dusk", "ink", 2, "builtin", null, NOW, null, null, null,
                        null),
                new GenerationProgressed(JOB, ID, OWNER, "running", 20, "drawing", null, 3, 1020),
                new GenerationCompleted(
                        JOB,
                        ID,
                        OWNER,
                        List.of(new GeneratedImage(
                                ID, "/api/media/images/x/y.png", "media/images/x/portraits/y.png", 1024, 1024)),
                        "a prompt",
                        "raw",
                        "builtin",
                        null,
                        "hash",
                        NOW,
                        null),
                new GenerationFailed(JOB, ID, OWNER, "GENERATION_REFUSED", "moderation", 1, NOW),
                new GenerationCancelled(JOB, ID, OWNER, NOW),
                new PortraitChanged(
                        ID,
                        OWNER,
                        new GeneratedImage(
                                ID, "/api/media/images/x/y.png", "media/images/x/portraits/y.png", 1024, 1024),
                        "a prompt",
                        NOW),
                new AccountDeleted(OWNER));
    }

    /** With what was added to their first shape. */
    static Stream<DomainEvent> extendedEvents() {
        return Stream.of(
                new GenerationRequested(
                        JOB,
                        ID,
                        OWNER,
                        "Lirael",
                        VISUAL,
                        "wearing a spacesuit",
                        null,
                        1,
                        null,
                        null,
                        NOW,
                        GenerationRequested.VARIANT,
                        OWNER,
                        0.8,
                        JOB),
                new GenerationCompleted(
                        JOB,
                        ID,
                        OWNER,
                        List.of(new GeneratedImage(
                                ID, "/api/media/images/x/y.png", "media/images/x/portraits/y.png", 1024, 1024)),
                        "a prompt",
                        "raw",
                        "builtin",
                        null,
                        "hash",
                        NOW,
                        false));
    }

    @ParameterizedTest
    @MethodSource("extendedEvents")
    void writesAndReadsWhatWasAdded(DomainEvent event) throws IOException {
        byte[] file = golden(event.getClass().getSimpleName() + "-v1-extended").readAllBytes();
        JavaType type = json.getTypeFactory().constructParametricType(EventEnvelope.class, event.getClass());

        assertThat(json.readTree(json.writeValueAsBytes(envelope(event)))).isEqualTo(json.readTree(file));
        assertThat(json.<EventEnvelope<DomainEvent>>readValue(file, type)).isEqualTo(envelope(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesWhatTheGoldenFileHolds(DomainEvent event) throws IOException {
        assertThat(json.readTree(json.writeValueAsBytes(envelope(event)))).isEqualTo(json.readTree(golden(event)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsTheGoldenFileAndWhatALaterVersionAdds(DomainEvent event) throws IOException {
        ObjectNode later = (ObjectNode) json.readTree(golden(event));
        later.put("added_later", true);
        ((ObjectNode) later.get("payload")).put("added_later", 1);
        JavaType type = json.getTypeFactory().constructParametricType(EventEnvelope.class, event.getClass());

        EventEnvelope<DomainEvent> read = json.readValue(json.treeAsTokens(later), type);

        assertThat(read).isEqualTo(envelope(event));
    }

    @Test
    void hasAGoldenFileForEveryEvent() {
        assertThat(events().map(Object::getClass))
                .containsExactlyInAnyOrder(Arrays.stream(DomainEvent.class.getPermittedSubclasses())
                        .toArray(Class<?>[]::new));
    }

    @ParameterizedTest
    @MethodSource("events")
    void goesToAKnownTopicUnderItsAggregatesKey(DomainEvent event) {
        assertThat(Topics.ALL).contains(event.topic());
        assertThat(event.key()).isIn(ID, OWNER, JOB);
        assertThat(event.aggregateType()).matches("[a-z_]+");
    }

    private static EventEnvelope<DomainEvent> envelope(DomainEvent event) {
        return new EventEnvelope<>(
                ID, event.getClass().getSimpleName(), 1, NOW, "4bf92f3577b34da6a3ce929d0e0e4736", event);
    }

    private static InputStream golden(DomainEvent event) {
        return golden(event.getClass().getSimpleName() + "-v1");
    }

    private static InputStream golden(String name) {
        String file = "/golden/" + name + ".json";
        InputStream content = GoldenEventTest.class.getResourceAsStream(file);
        assertThat(content).as("src/test/resources%s", file).isNotNull();
        return content;
    }
}
