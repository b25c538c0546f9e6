package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PortraitServiceTest
class CancelTest extends JobTestBase {

    private final UUID character = CatalogStub.characterOf(owner);

    @TestHTTPResource("/")
    URI service;

    @Test
    void cancelsARunningJobAndItsProvidersCallAtOnce() throws Exception {
        String job = submit(character, "portrait/generate", "{\"provider\":\"unreliable\",\"model\":\"hangs\"}");
        await().atMost(PATIENCE).untilAtomic(UnreliableProvider.HANGING, equalTo(1));
        CompletableFuture<HttpResponse<Stream<String>>> stream = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(service.resolve("/api/portraits/jobs/" + job + "/status"))
                                .header("Authorization", "Bearer " + TestTokens.user(owner))
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        HttpResponse<Stream<String>> open = stream.get();

        cancel(job, 204);

        // Well before the provider's own time of 5 s and before a heartbeat would notice.
        await().atMost(Duration.ofSeconds(2)).untilAtomic(UnreliableProvider.HANGING, equalTo(0));
        assertThat(open.body().toList()).contains("event:cancelled");
        assertThat(results(job, 1)).hasSize(1).first().asString().contains("GenerationCancelled");
        assertThat(job(job)).containsEntry("state", "cancelled").containsEntry("attempt", 1);
        assertThat(images(job)).isEmpty();
        cancel(job, 204);
        assertThat(Databases.query("select 1 from outbox_event where aggregateid = '" + character + "'"))
                .isEmpty();
    }

    @Test
    void noticesByTheHeartbeatWhatNobodyTold() {
        double before = cancelledCalls();
        String job = submit(character, "portrait/generate", "{\"provider\":\"unreliable\",\"model\":\"hangs\"}");
        await().atMost(PATIENCE).untilAtomic(UnreliableProvider.HANGING, equalTo(1));

        Databases.execute("update generation_job set state = 'cancelled' where id = '" + job + "'");

        await().atMost(PATIENCE).untilAtomic(UnreliableProvider.HANGING, equalTo(0));
        assertThat(cancelledCalls() - before).isEqualTo(1);
    }

    @Test
    void refusesTheResultThatComesAfterTheCancellation() {
        String job = submit(character, "portrait/generate", "{\"provider\":\"patient\",\"model\":\"waits\"}");
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 1);

        Databases.execute("update generation_job set state = 'cancelled' where id = '" + job + "'");
        assertThat(UnreliableProvider.finishOne()).isTrue();
        String next = submit(character, "portrait/generate", "{\"provider\":\"patient\",\"model\":\"draws\"}");

        awaitState(next, "completed");
        assertThat(job(job)).containsEntry("state", "cancelled");
        assertThat(images(job)).isEmpty();
        assertThat(portraitOf(character)).isEqualTo(images(next).get(0).get("id"));
    }

    @Test
    void cancelsAJobThatWaits() {
        UUID job = inserted("queued");

        cancel(job.toString(), 204);

        assertThat(job(job.toString())).containsEntry("state", "cancelled").containsEntry("attempt", 0);
        assertThat(results(job.toString(), 1)).first().asString().contains("GenerationCancelled", owner.toString());
    }

    @Test
    void cancelsAnAcceptedJobBeforeItsRequestArrives() {
        UUID job = inserted("accepted");
        cancel(job.toString(), 204);

        Broker.publish(Topics.GENERATION_REQUESTS, character.toString(), request(job, character, owner, ""));
        UUID next = UUID.randomUUID();
        // Behind it in its partition.
        Broker.publish(Topics.GENERATION_REQUESTS, character.toString(), request(next, character, owner, ""));

        awaitState(next.toString(), "completed");
        assertThat(job(job.toString())).containsEntry("state", "cancelled");
        assertThat(images(job.toString())).isEmpty();
    }

    @Test
    void leavesAJobThatHasEndedAsItIs() {
        String job = submit(character, "portrait/generate", "{}");
        awaitState(job, "completed");

        as(owner)
                .delete("/api/portraits/jobs/{id}", job)
                .then()
                .statusCode(409)
                .body("code", equalTo("JOB_ENDED"))
                .body("additional_data.state", equalTo("completed"));

        assertThat(job(job)).containsEntry("state", "completed");
    }

    @Test
    void treatsAForeignJobAsMissing() {
        UUID job = inserted("queued");
        UUID stranger = UUID.randomUUID();

        for (UUID id : List.of(job, UUID.randomUUID())) {
            as(stranger)
                    .delete("/api/portraits/jobs/{id}", id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("JOB_NOT_FOUND"))
                    .body("additional_data.job_id", equalTo(id.toString()));
        }
        given().delete("/api/portraits/jobs/{id}", job).then().statusCode(401);

        assertThat(job(job.toString())).containsEntry("state", "queued");
        cancel(job.toString(), 204);
    }

    @Test
    void cancelsTheJobsOfADeletedCharacter() {
        UUID waiting = inserted("queued");
        String job = submit(character, "portrait/generate", "{\"provider\":\"unreliable\",\"model\":\"hangs\"}");
        await().atMost(PATIENCE).untilAtomic(UnreliableProvider.HANGING, equalTo(1));
        byte[] deleted = ("{\"event_id\":\"%s\",\"event_type\":\"CharacterDeleted\","
                        + "\"payload\":{\"character_id\":\"%s\",\"owner_id\":\"%s\",\"version\":9}}")
                .formatted(UUID.randomUUID(), character, owner)
                .getBytes(StandardCharsets.UTF_8);

        Broker.publish(Topics.CHARACTERS, character.toString(), deleted);

        awaitState(job, "cancelled");
        await().atMost(Duration.ofSeconds(2)).untilAtomic(UnreliableProvider.HANGING, equalTo(0));
        assertThat(job(waiting.toString())).containsEntry("state", "cancelled");
        assertThat(results(job, 1)).first().asString().contains("GenerationCancelled");
        assertThat(results(waiting.toString(), 1)).first().asString().contains("GenerationCancelled");

        // A request that comes after all that fails, and its producer learns of it.
        UUID late = UUID.randomUUID();
        Broker.publish(Topics.GENERATION_REQUESTS, character.toString(), request(late, character, owner, ""));
        assertThat(results(late.toString(), 1)).first().asString().contains("GenerationFailed", "CHARACTER_NOT_FOUND");
        assertThat(job(late.toString())).containsEntry("state", "failed").containsEntry("attempt", 0);
    }

    /** Not due within this test. */
    private UUID inserted(String state) {
        UUID job = UUID.randomUUID();
        Databases.execute(("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, "
                        + "wanted, next_attempt_at) "
                        + "values ('%s', '%s', '%s', '%s', '{}', 'h', 'builtin', now() + interval '1 hour')")
                .formatted(job, character, owner, state));
        return job;
    }

    private void cancel(String job, int status) {
        as(owner).delete("/api/portraits/jobs/{id}", job).then().statusCode(status);
    }

    private static double cancelledCalls() {
        var counter = Metrics.globalRegistry
                .find("dramatis.provider.calls")
                .tags("provider", "unreliable", "outcome", "cancelled")
                .counters();
        return counter.stream().mapToDouble(found -> found.count()).sum();
    }
}
