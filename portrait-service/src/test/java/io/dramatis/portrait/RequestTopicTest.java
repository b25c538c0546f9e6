package io.dramatis.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Requests of other producers: anybody may send them, and anything may be wrong with them. */
@PortraitServiceTest
class RequestTopicTest extends JobTestBase {

    private final UUID character = CatalogStub.characterOf(owner);

    @Test
    void drawsWhatAnotherProducerAsksFor() {
        UUID additional = publish(",\"operation\":\"additional\",\"style\":\"as a stained glass window\",\"later\":1");
        awaitState(additional.toString(), "completed");
        Object reference = images(additional.toString()).get(0).get("id");

        UUID variant = publish(
                ",\"operation\":\"variant\",\"reference_image_id\":\"%s\",\"identity_strength\":0.9,\"provider\":\"unreliable\",\"model\":\"draws\",\"custom_prompt_additions\":\"at sea\""
                        .formatted(reference));
        awaitState(variant.toString(), "completed");

        assertThat(images(additional.toString()).get(0))
                .containsEntry("origin", "additional")
                .containsEntry("style", "as a stained glass window");
        assertThat(images(variant.toString()).get(0))
                .containsEntry("origin", "variant")
                .containsEntry("reference_id", reference)
                .containsEntry("identity_strength", 0.9);
        assertThat(results(variant.toString(), 1)).first().asString().contains("\"becomes_portrait\":false");
    }

    @Test
    void failsAVariantOfSomebodyElsesImage() {
        UUID stranger = UUID.randomUUID();
        String foreign = as(stranger)
                .body("{}")
                .post("/api/characters/{id}/portrait/generate", CatalogStub.characterOf(stranger))
                .path("job_id");
        awaitState(foreign, "completed");

        UUID variant = publish(
                ",\"operation\":\"variant\",\"provider\":\"unreliable\",\"model\":\"draws\",\"reference_image_id\":\"%s\""
                        .formatted(images(foreign).get(0).get("id")));

        awaitState(variant.toString(), "failed");
        assertThat(job(variant.toString())).containsEntry("error_code", "IMAGE_NOT_FOUND");
    }

    @Test
    void failsWhatNamesAProviderThatIsNot() {
        UUID job = publish(",\"provider\":\"rembrandt\"");

        assertThat(results(job.toString(), 1)).first().asString().contains("GenerationFailed", "rembrandt");
        assertThat(job(job.toString())).containsEntry("state", "failed").containsEntry("attempt", 1);
    }

    @Test
    void movesPoisonOutOfTheWayWithItsReasons() {
        String key = character.toString();
        List<byte[]> poison = List.of(
                bytes("no json"),
                new byte[0],
                bytes("{\"event_id\":\"" + UUID.randomUUID() + "\",\"event_type\":\"AccountDeleted\",\"payload\":{}}"),
                bytes("{\"event_id\":\"" + UUID.randomUUID()
                        + "\",\"event_type\":\"GenerationRequested\",\"payload\":{}}"),
                request(
                        UUID.randomUUID(),
                        character,
                        owner,
                        ",\"count\":5,\"identity_strength\":2,\"operation\":\"paint\""),
                request(UUID.randomUUID(), character, owner, ",\"operation\":\"variant\""),
                request(UUID.randomUUID(), character, owner, ",\"custom_prompt_additions\":\"a\\u0000\""),
                request(UUID.randomUUID(), character, owner, ",\"model\":\"" + "m".repeat(101) + "\""),
                request(UUID.randomUUID(), character, owner, ",\"count\":\"many\""),
                bytes("x".repeat(2 * 1024 * 1024)),
                request(
                        UUID.randomUUID(),
                        character,
                        owner,
                        ",\"custom_prompt_additions\":\"" + "y".repeat(2 * 1024 * 1024) + "\""));

        poison.forEach(value -> Broker.publish(Topics.GENERATION_REQUESTS, key, value));
        UUID next = publish("");

        awaitState(next.toString(), "completed");
        List<ConsumerRecord<String, byte[]>> dead = Broker.read(
                Topics.GENERATION_REQUESTS_DLQ,
                poison.size(),
                Duration.ofSeconds(20),
                record -> key.equals(record.key()));
        assertThat(dead).hasSize(poison.size());
        assertThat(dead)
                .extracting(record -> record.value().length)
                .containsExactlyElementsOf(
                        poison.stream().map(value -> value.length).toList());
        assertThat(reason(dead.get(4)))
                .contains(
                        "count must be from 1 to 4",
                        "identity_strength must be from 0 to 1",
                        "operation must be one of: portrait, additional, variant");
        assertThat(reason(dead.get(5))).contains("a variant needs its reference_image_id");
        assertThat(reason(dead.get(6))).contains("must not contain NUL");
        assertThat(reason(dead.get(10))).contains("at most 500 characters");
        assertThat(Databases.count("generation_job")).isEqualTo(1);
    }

    @Test
    void putsALargePoisonRecordAwayWithinSeconds() {
        byte[] large = bytes("z".repeat(3 * 1024 * 1024));
        long before = System.nanoTime();

        Broker.publish(Topics.GENERATION_REQUESTS, character.toString(), large);

        assertThat(Broker.read(Topics.GENERATION_REQUESTS_DLQ, 1, Duration.ofSeconds(20), record -> character
                        .toString()
                        .equals(record.key())))
                .hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    private UUID publish(String more) {
        UUID job = UUID.randomUUID();
        Broker.publish(Topics.GENERATION_REQUESTS, character.toString(), request(job, character, owner, more));
        return job;
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
