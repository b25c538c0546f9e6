package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dramatis.test.Databases;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Portraits of a party. */
@PortraitServiceTest
class BatchTest extends JobTestBase {

    private final UUID one = CatalogStub.characterOf(owner);
    private final UUID two = CatalogStub.characterOf(owner);

    @Test
    void drawsAPartyInOneStyle() {
        ValidatableResponse answer = batch("{\"character_ids\":%s,\"style\":\"ink\"}".formatted(ids(one, two)), null)
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("present", equalTo(0))
                .body("refused", equalTo(0))
                .body("results.character_id", equalTo(List.of(one.toString(), two.toString())))
                .body("results.state", everyItem(equalTo("accepted")))
                .body("results.problem", everyItem(equalTo(null)));
        List<String> jobs = answer.extract().path("results.job_id");
        jobs.forEach(job -> awaitState(job, "completed"));

        assertThat(Databases.query("select distinct style, origin from image"))
                .hasSize(1)
                .first()
                .satisfies(row -> assertThat(row).containsEntry("style", "ink").containsEntry("origin", "portrait"));
        as(owner)
                .queryParam("batch_id", answer.extract().<String>path("batch_id"))
                .get("/api/portraits/jobs")
                .then()
                .statusCode(200)
                .body("items.job_id", containsInAnyOrder(jobs.toArray()))
                .body("items.state", everyItem(equalTo("completed")));
    }

    @Test
    void answersForEachCharacterOnItsOwn() {
        awaitState(submit(one, "portrait/generate", "{}"), "completed");
        UUID foreign = CatalogStub.characterOf(UUID.randomUUID());

        batch("{\"character_ids\":%s}".formatted(ids(one, foreign, two, UUID.randomUUID())), null)
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("present", equalTo(1))
                .body("refused", equalTo(2))
                .body("results[0].state", equalTo("completed"))
                .body("results[0].job_id", equalTo(null))
                .body("results[0].portrait_url", startsWith("/api/media/images/" + one))
                .body("results[1].problem.code", equalTo("CHARACTER_NOT_FOUND"))
                .body("results[1].problem.status", equalTo(404))
                .body("results[2].job_url", startsWith("/api/portraits/jobs/"))
                .body("results[2].status_url", equalTo("/api/characters/" + two + "/generation-status"))
                .body("results[3].problem.code", equalTo("CHARACTER_NOT_FOUND"));
    }

    @Test
    void drawsPresentPortraitsAgainWhereThatIsWished() {
        awaitState(submit(one, "portrait/generate", "{}"), "completed");

        batch("{\"character_ids\":%s}".formatted(ids(one)), null)
                .statusCode(200)
                .body("present", equalTo(1));
        batch("{\"character_ids\":%s,\"regenerate\":true}".formatted(ids(one)), null)
                .statusCode(202)
                .body("accepted", equalTo(1));
    }

    @Test
    void refusesOnlyWhatIsTooMuch() {
        Databases.execute(
                ("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, wanted,"
                                + " next_attempt_at) select gen_random_uuid(), gen_random_uuid(), '%s', 'queued', '{}', 'h',"
                                + " 'builtin', now() + interval '1 hour' from generate_series(1, 199)")
                        .formatted(owner));

        batch("{\"character_ids\":%s}".formatted(ids(one, two)), null)
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("results[0].job_id", notNullValue())
                .body("results[1].problem.code", equalTo("RATE_LIMITED"));
        as(owner)
                .body("{}")
                .post("/api/characters/{id}/regenerate", two)
                .then()
                .statusCode(429)
                .header("Retry-After", "30");

        Databases.execute("delete from generation_job where request = '{}'");
    }

    @Test
    void repeatsTheAnswerForTheSameIdempotencyKey() {
        String body = "{\"character_ids\":%s}".formatted(ids(one, two));

        String first = batch(body, "once").statusCode(202).extract().asString();
        String again = batch(body, "once").statusCode(202).extract().asString();

        assertThat(again).isEqualTo(first);
        assertThat(Databases.count("generation_job")).isEqualTo(2);
        batch("{\"character_ids\":%s}".formatted(ids(one)), "once")
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void listsEveryViolation() {
        String tooMany = IntStream.range(0, 21)
                .mapToObj(i -> "\"" + UUID.randomUUID() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        batch("{\"character_ids\":%s,\"style\":\"cubist\"}".formatted(tooMany), null)
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("character_ids", "style"));
        batch("{}", null).statusCode(400).body("violations.field", equalTo(List.of("character_ids")));
        batch("{\"character_ids\":[]}", null).statusCode(400);
        batch("{\"character_ids\":[null]}", null).statusCode(400).body("violations", hasSize(1));
        batch("{\"character_ids\":%s,\"provider\":\"rembrandt\"}".formatted(ids(one, one)), null)
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("character_ids", "provider"));
        given().contentType("application/json")
                .body("{\"character_ids\":%s}".formatted(ids(one)))
                .post("/api/portraits/batch")
                .then()
                .statusCode(401);
    }

    @Test
    void asksToTryAgainWhileTheCatalogIsAway() {
        CatalogStub.setDown(true);

        batch("{\"character_ids\":%s}".formatted(ids(one, two)), "later")
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));

        CatalogStub.setDown(false);
        breakers.resetAll();
        batch("{\"character_ids\":%s}".formatted(ids(one, two)), "later")
                .statusCode(202)
                .body("accepted", equalTo(2));
    }

    private ValidatableResponse batch(String body, String key) {
        var request = as(owner).body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/api/portraits/batch").then();
    }

    private static String ids(UUID... characters) {
        return java.util.Arrays.stream(characters)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
