package io.dramatis.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dramatis.events.Topics;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.inbox.EventIntake;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.PlatformResources;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResources.class)
class OutboxTest {

    @Inject
    EventIntake intake;

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void publishesWhatWasCommittedAndForgetsIt() {
        UUID account = UUID.randomUUID();

        delete(account, null, "{}").then().statusCode(200);

        await().untilAsserted(() -> assertThat(ThingService.TAKEN).containsOnlyOnce(account));
        await().untilAsserted(() -> assertThat(Databases.count("outbox_event")).isZero());
        var records = Broker.read(Topics.ACCOUNTS, 1, Duration.ofSeconds(10), record -> account.toString()
                .equals(record.key()));
        assertThat(records).hasSize(1);
        assertThat(new String(records.get(0).value(), StandardCharsets.UTF_8))
                .contains("\"event_type\":\"AccountDeleted\"", "\"payload\":{\"account_id\":\"" + account);
    }

    @Test
    void publishesNothingOfARolledBackTransaction() {
        UUID account = UUID.randomUUID();

        delete(account, "key", "{\"fail\":\"yes\"}").then().statusCode(500);

        assertThat(Databases.count("outbox_event")).isZero();
        assertThat(Databases.count("idempotency_key")).isZero();
    }

    @Test
    void answersTheFirstResultAgainForTheSameKey() {
        UUID account = UUID.randomUUID();

        String first =
                delete(account, "k1", "{}").then().statusCode(200).extract().path("number");

        delete(account, "k1", "{}").then().statusCode(200).body("number", equalTo(first));
        delete(account, "k1", "{\"other\":\"body\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        delete(account, "k\u00e4", "{}").then().statusCode(400);
        await().untilAsserted(() -> assertThat(ThingService.TAKEN).containsOnlyOnce(account));
    }

    @Test
    void movesPoisonOutOfTheWay() {
        UUID next = UUID.randomUUID();
        String poison = "not json " + UUID.randomUUID();

        Broker.publish(Topics.ACCOUNTS, next.toString(), poison.getBytes(StandardCharsets.UTF_8));
        Broker.publish(Topics.ACCOUNTS, next.toString(), null);
        delete(next, null, "{}").then().statusCode(200);

        await().untilAsserted(() -> assertThat(ThingService.TAKEN).containsOnlyOnce(next));
        var dead = Broker.read(Topics.ACCOUNTS_DLQ, 2, Duration.ofSeconds(10), record -> next.toString()
                .equals(record.key()));
        assertThat(dead).hasSize(2);
        assertThat(dead.get(0).value()).isEqualTo(poison.getBytes(StandardCharsets.UTF_8));
        assertThat(dead.get(0).headers().lastHeader("dead-letter-reason")).isNotNull();
    }

    @Test
    void takesADuplicateOnce() {
        UUID account = UUID.randomUUID();
        byte[] value = ("{\"event_id\":\"%s\",\"event_type\":\"AccountDeleted\",\"version\":1,"
                        + "\"occurred_at\":\"2026-01-01T00:00:00Z\",\"later_field\":1,\"payload\":{\"account_id\":\"%s\"}}")
                .formatted(UUID.randomUUID(), account)
                .getBytes(StandardCharsets.UTF_8);
        UUID last = UUID.randomUUID();

        Broker.publish(Topics.ACCOUNTS, "same-key", value);
        Broker.publish(Topics.ACCOUNTS, "same-key", value);
        delete(last, null, "{}").then().statusCode(200);

        await().untilAsserted(() -> assertThat(ThingService.TAKEN).contains(account, last));
        assertThat(ThingService.TAKEN).containsOnlyOnce(account);
    }

    /** A deadlock, or an insert that met another one. */
    @Test
    void triesAgainAfterALostRace() {
        AtomicInteger tries = new AtomicInteger();
        byte[] value = ("{\"event_id\":\"%s\",\"event_type\":\"AccountDeleted\",\"payload\":{\"account_id\":\"%s\"}}")
                .formatted(UUID.randomUUID(), UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);

        intake.take(
                        new ConsumerRecord<>(Topics.ACCOUNTS, 0, 0, "key", value),
                        envelope -> tries.incrementAndGet() < 3
                                ? Uni.createFrom().failure(new DomainException(ErrorCode.CONFLICT, "a deadlock"))
                                : Uni.createFrom().voidItem())
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(tries).hasValue(3);
    }

    private static io.restassured.response.Response delete(UUID account, String key, String body) {
        var request = given().contentType("application/json").body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/api/things/accounts/{id}/delete", account);
    }
}
