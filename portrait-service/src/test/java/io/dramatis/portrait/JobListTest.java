package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dramatis.test.Databases;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PortraitServiceTest
class JobListTest extends JobTestBase {

    private final UUID character = CatalogStub.characterOf(owner);

    @Test
    void pagesThroughOnesOwnJobsTheNewestFirst() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two of each time, so that the id decides.
            expected.add(0, inserted("completed", owner, i / 2));
        }
        inserted("completed", UUID.randomUUID(), 9);
        List<String> ends = Databases.query("select id from generation_job where owner_id = '" + owner
                        + "' order by created_at desc, id desc")
                .stream()
                .map(row -> row.get("id").toString())
                .toList();

        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            var request = as(owner).queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/api/portraits/jobs")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.job_id"));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(found).containsExactlyElementsOf(ends).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void listsByStateAndCharacter() {
        String failed = inserted("failed", owner, 1);
        inserted("completed", owner, 2);
        UUID other = CatalogStub.characterOf(owner);
        String done = submit(other, "portrait/generate", "{}");
        awaitState(done, "completed");

        list("state", "failed").body("items.job_id", equalTo(List.of(failed)));
        list("character_id", other.toString())
                .body("items.job_id", equalTo(List.of(done)))
                .body("items.image_urls[0]", everyItem(startsWith("/api/media/images/" + other)));
        list("batch_id", UUID.randomUUID().toString()).body("items", empty());
        list("state", "queued").body("items", hasSize(0)).body("next_cursor", equalTo(null));
    }

    @Test
    void listsEveryViolation() {
        as(owner)
                .queryParams("state", "asleep", "character_id", "x", "batch_id", "y", "limit", "0")
                .get("/api/portraits/jobs")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("state", "character_id", "batch_id", "limit"));
        as(owner)
                .queryParam("cursor", "nonsense")
                .get("/api/portraits/jobs")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
        given().get("/api/portraits/jobs").then().statusCode(401);
    }

    @Test
    void showsAJobAndWhetherItChanged() {
        String job =
                submit(character, "portrait/generate", "{\"style\":\"ink\",\"custom_prompt_additions\":\"at sea\"}");
        awaitState(job, "completed");

        String etag = as(owner)
                .get("/api/portraits/jobs/{id}", job)
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("operation", equalTo("portrait"))
                .body("style", equalTo("ink"))
                .body("custom_prompt_additions", equalTo("at sea"))
                .body("provider", equalTo("builtin"))
                .body("attempts", equalTo(1))
                .body("raw_prompt", startsWith("Lirael"))
                .body("enhanced_prompt", notNullValue())
                .body("image_urls", hasSize(1))
                .body("created_at", notNullValue())
                .body("finished_at", notNullValue())
                .extract()
                .header("ETag");

        as(owner)
                .header("If-None-Match", etag)
                .get("/api/portraits/jobs/{id}", job)
                .then()
                .statusCode(304);
        Databases.execute("update generation_job set message = 'something else'");
        as(owner)
                .header("If-None-Match", etag)
                .get("/api/portraits/jobs/{id}", job)
                .then()
                .statusCode(200);
    }

    @Test
    void treatsAForeignJobAsMissing() {
        String job = inserted("completed", owner, 1);
        UUID stranger = UUID.randomUUID();

        for (String id : List.of(job, UUID.randomUUID().toString())) {
            for (String path : List.of("/api/portraits/jobs/{id}", "/api/portraits/jobs/{id}/status")) {
                as(stranger).get(path, id).then().statusCode(404).body("code", equalTo("JOB_NOT_FOUND"));
            }
        }
        as(owner).get("/api/portraits/jobs/{id}", "no-id").then().statusCode(404);
        given().get("/api/portraits/jobs/{id}", job).then().statusCode(401);
        given().get("/api/portraits/jobs/{id}/status", job).then().statusCode(401);
    }

    private io.restassured.response.ValidatableResponse list(String parameter, String value) {
        return as(owner)
                .queryParam(parameter, value)
                .get("/api/portraits/jobs")
                .then()
                .statusCode(200);
    }

    private String inserted(String state, UUID account, int minute) {
        UUID job = UUID.randomUUID();
        Databases.execute(("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, "
                        + "wanted, created_at) values ('%s', '%s', '%s', '%s', '{}', 'h', 'builtin',"
                        + " timestamptz '2026-01-01 12:00:00.123456Z' + make_interval(mins => %d))")
                .formatted(job, character, account, state, minute));
        return job.toString();
    }
}
