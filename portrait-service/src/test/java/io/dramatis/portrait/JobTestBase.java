package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of jobs have in common: a clean start, an end without jobs that go on, and the ways to ask and to look. */
abstract class JobTestBase {

    static final Duration PATIENCE = Duration.ofSeconds(40);

    final UUID owner = UUID.randomUUID();

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void clean() {
        CatalogStub.setDown(false);
        breakers.resetAll();
        UnreliableProvider.DRAWN.clear();
        Databases.clean();
    }

    /** A job that goes on after its test would leave its traces in the next one. */
    @AfterEach
    void settle() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            while (UnreliableProvider.finishOne()) {
                // Whoever still waits may go on.
            }
            assertThat(Databases.query(
                            "select id, state from generation_job where state in ('accepted', 'queued', 'running')"))
                    .isEmpty();
        });
    }

    /** Asks for it; the path is below the character's. */
    String submit(UUID character, String path, String body) {
        return as(owner)
                .body(body)
                .post("/api/characters/{id}/" + path, character)
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
    }

    static void awaitState(String job, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(job(job)).containsEntry("state", state));
    }

    static Map<String, Object> job(String job) {
        List<Map<String, Object>> rows = Databases.query("select * from generation_job where id = '" + job + "'");
        // A job of another producer is there only once its request was read.
        return rows.isEmpty() ? Map.of() : rows.get(0);
    }

    static List<Map<String, Object>> images(String job) {
        return Databases.query("select * from image where job_id = '" + job + "' order by ordinal");
    }

    static Object portraitOf(UUID character) {
        List<Map<String, Object>> rows =
                Databases.query("select image_id from portrait where character_id = '" + character + "'");
        return rows.isEmpty() ? null : rows.get(0).get("image_id");
    }

    /** The results topic's records of one job. */
    static List<String> results(String job, int number) {
        return Broker.read(Topics.GENERATION_RESULTS, number, Duration.ofSeconds(20), record -> new String(
                                record.value(), StandardCharsets.UTF_8)
                        .contains(job))
                .stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** A request as another producer would send it; extra members of the payload begin with a comma. */
    static byte[] request(UUID job, UUID character, UUID owner, String more) {
        return ("{\"event_id\":\"%s\",\"event_type\":\"GenerationRequested\",\"version\":1,"
                        + "\"payload\":{\"job_id\":\"%s\",\"character_id\":\"%s\",\"owner_id\":\"%s\","
                        + "\"character_name\":\"Mogget\",\"visual\":{\"race\":\"tiefling\"}%s}}")
                .formatted(UUID.randomUUID(), job, character, owner, more)
                .getBytes(StandardCharsets.UTF_8);
    }

    static RequestSpecification as(UUID account) {
        return given().auth().oauth2(TestTokens.user(account)).contentType("application/json");
    }
}
