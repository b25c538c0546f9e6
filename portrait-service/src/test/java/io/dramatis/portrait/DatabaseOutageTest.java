package io.dramatis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.events.Topics;
import io.dramatis.portrait.image.TestPictures;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Jobs whose worker loses the database amid its work. */
@PortraitServiceTest
class DatabaseOutageTest extends JobTestBase {

    private static final String WAITING =
            "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like ";

    private static final String DRAWS = "{\"provider\":\"unreliable\",\"model\":\"draws\"}";

    @ConfigProperty(name = "dramatis.portrait.generation.max-attempts")
    int maxAttempts;

    @ConfigProperty(name = "dramatis.portrait.generation.idle-interval", defaultValue = "1s")
    Duration idleInterval;

    private final UUID character = CatalogStub.characterOf(owner);

    @Test
    void anOutageBeforeTheDrawingCostsNoTry() throws Exception {
        String reference = upload();
        UUID job = UUID.randomUUID();
        try (Connection lock = Databases.connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            // The worker cannot read the reference.
            statement.execute("lock table image in access exclusive mode");
            Broker.publish(
                    Topics.GENERATION_REQUESTS,
                    character.toString(),
                    request(
                            job,
                            character,
                            owner,
                            ",\"operation\":\"variant\",\"provider\":\"unreliable\",\"model\":\"draws\",\"reference_image_id\":\"%s\""
                                    .formatted(reference)));

            for (int outage = 0; outage <= maxAttempts; outage++) {
                endSessions("'%from image%'");
            }
            lock.rollback();
        }

        awaitState(job.toString(), "completed");
        assertThat(tries(job)).isEqualTo(1);
        assertThat(UnreliableProvider.DRAWN).hasSize(1);
    }

    @Test
    void anOutageAfterTheDrawingCostsNoTryAndNoOtherPicture() throws Exception {
        UUID job = UUID.randomUUID();
        try (Connection lock = Databases.connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            // The worker cannot say what has come of it.
            statement.execute("lock table image in share row exclusive mode");
            Broker.publish(
                    Topics.GENERATION_REQUESTS,
                    character.toString(),
                    request(job, character, owner, ",\"provider\":\"unreliable\",\"model\":\"draws\""));

            for (int outage = 0; outage <= maxAttempts; outage++) {
                endSessions("'%insert into image%'");
            }
            lock.rollback();
        }

        awaitState(job.toString(), "completed");
        assertThat(tries(job)).isEqualTo(1);
        assertThat(UnreliableProvider.DRAWN).hasSize(1);
    }

    /** When the database comes back, all leases have run out, and their holders are alive. */
    @Test
    void nobodyTakesOverBeforeTheOthersCouldRenewTheirLeases() throws Exception {
        String job = submit(character, "regenerate", DRAWS);
        awaitState(job, "completed");
        try (Connection lock = Databases.connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table generation_worker in access exclusive mode");
            endSessions("'%generation_worker%'");
            Databases.execute("delete from portrait; delete from image");
            Databases.execute("update generation_job set state = 'running', worker = 'another', finished_at = null,"
                    + " lease_until = now() - interval '1 second' where id = '" + job + "'");

            await().during(idleInterval.multipliedBy(3)).atMost(PATIENCE).until(() -> job(job).get("worker")
                    .equals("another"));
            lock.rollback();
        }

        awaitState(job, "completed");
        assertThat(job(job)).containsEntry("attempt", 2);
    }

    /** Of those who wait for the lock, as the server does when it is shut down. */
    private static void endSessions(String query) {
        List<Map<String, Object>> waiting =
                await().atMost(PATIENCE).until(() -> Databases.query(WAITING + query), found -> !found.isEmpty());
        waiting.forEach(session -> Databases.query("select pg_terminate_backend(%s)".formatted(session.get("pid"))));
    }

    private static int tries(UUID job) {
        Map<String, Object> row = job(job.toString());
        return (Integer) row.get("attempt") - (Integer) row.get("postponed");
    }

    private String upload() {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.user(owner))
                .multiPart("file", "a.png", TestPictures.file(TestPictures.quartered(700, 600, 1), "png"), "image/png")
                .post("/api/characters/{id}/upload", character)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
