package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@PortraitServiceTest
class GenerationTest extends JobTestBase {

    @Test
    void drawsAPortraitAndTellsTheWorld() throws IOException {
        UUID character = CatalogStub.characterOf(owner);

        String job = as(owner)
                .body("{\"character_id\":\"ignored\",\"regenerate\":false}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(202)
                .body("success", equalTo(true))
                .body("state", equalTo("accepted"))
                .body("status_url", equalTo("/api/characters/" + character + "/generation-status"))
                .body("prompt_used", startsWith("Lirael, serene, female, Wood Elf"))
                .extract()
                .path("job_id");

        awaitState(job, "completed");
        String url = as(owner)
                .get("/api/characters/{id}/portrait", character)
                .then()
                .statusCode(200)
                .body("has_portrait", equalTo(true))
                .body("portrait_path", startsWith("media/images/" + character + "/portraits/"))
                .body("thumbnails.256", containsString("?size=256"))
                .body("prompt", containsString("green cloak"))
                .extract()
                .path("portrait_url");
        byte[] png = as(owner)
                .get(url)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", containsString("immutable"))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1024);
        byte[] thumbnail =
                as(owner).get(url + "?size=64").then().statusCode(200).extract().asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail)).getWidth()).isEqualTo(64);
        assertThat(results(character, 1)).hasSize(1).first().asString().contains("GenerationCompleted", job, url);
        assertThat(Databases.count("loose_file")).isZero();
    }

    @Test
    void answersThePresentPortraitUntilTheProfileChangesOrSomethingIsWished() {
        UUID character = CatalogStub.characterOf(owner);
        awaitState(generate(character, "{}"), "completed");

        as(owner)
                .body("{}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(200)
                .body("portrait_url", notNullValue())
                .body("job_id", equalTo(null));
        awaitState(generate(character, "{\"regenerate\":true}"), "completed");
        awaitState(generate(character, "{\"custom_prompt_additions\":\"by moonlight\"}"), "completed");
        CatalogStub.rename(character, "Sabriel");
        awaitState(generate(character, "{}"), "completed");

        assertThat(Databases.count("image")).isEqualTo(4);
        assertThat(Databases.count("portrait")).isEqualTo(1);
    }

    @Test
    void makesAsManyImagesAsAsked() {
        UUID character = CatalogStub.characterOf(owner);

        String job = generate(character, "{\"count\":3,\"style\":\"Ink\"}");

        awaitState(job, "completed");
        assertThat(Databases.query("select distinct filename from image")).hasSize(3);
    }

    @Test
    void acceptsAnEmptyBody() {
        UUID character = CatalogStub.characterOf(owner);

        given().auth()
                .oauth2(TestTokens.user(owner))
                .contentType("application/json")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(202);
    }

    @Test
    void repeatsTheAnswerForTheSameIdempotencyKey() {
        UUID character = CatalogStub.characterOf(owner);

        String first = generateWithKey(character, "{\"regenerate\":true}", 202);
        String second = generateWithKey(character, "{\"regenerate\":true}", 202);

        assertThat(second).isEqualTo(first);
        assertThat(Databases.count("generation_job")).isEqualTo(1);
        generateWithKey(character, "{\"regenerate\":true,\"count\":2}", 422);
    }

    @Test
    void listsEveryViolation() {
        UUID character = CatalogStub.characterOf(owner);

        as(owner)
                .body("{\"count\":9,\"style\":\"cubist\",\"custom_prompt_additions\":\"a\\u0000\"}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(400)
                .body("violations", hasSize(3))
                .body(
                        "violations.message",
                        hasItem("must be one of: realistic, painterly, anime, webtoon, ink, pixel"));
        as(owner)
                .body("{\"provider\":\"rembrandt\"}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(400)
                .body(
                        "violations.message",
                        hasItem(
                                "must be one of: automatic1111, away, builtin, comfyui, imitator, openai, patient, unreliable"));
        as(owner)
                .body("{\"provider\":\"without_a_key\"}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(400);
        as(owner)
                .body("{\"provider\":\"openai\",\"model\":\"dall-e-4\"}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("model"))
                .body("violations.message", hasItem(startsWith("must be one of: gpt-image-1.5")));
        as(owner)
                .body("{\"model\":\"dall-e-3\"}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(400)
                .body("violations.message", hasItem("must be absent: builtin has no models to choose from"));
    }

    @Test
    void treatsAForeignCharacterAsMissing() {
        UUID character = CatalogStub.characterOf(owner);
        awaitState(generate(character, "{}"), "completed");
        String url = as(owner).get("/api/characters/{id}/portrait", character).path("portrait_url");
        UUID stranger = UUID.randomUUID();

        as(stranger)
                .body("{}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(404)
                .body("code", equalTo("CHARACTER_NOT_FOUND"));
        as(stranger).get("/api/characters/{id}/portrait", character).then().statusCode(404);
        as(stranger)
                .get("/api/characters/{id}/generation-status", character)
                .then()
                .statusCode(404);
        as(stranger).get(url).then().statusCode(404).body("code", equalTo("IMAGE_NOT_FOUND"));
        given().get(url).then().statusCode(404);
        given().get("/api/characters/{id}/portrait", character).then().statusCode(404);
    }

    @Test
    void answersThePortraitOfACharacterWithoutOne() {
        UUID character = CatalogStub.characterOf(owner);

        as(owner)
                .get("/api/characters/{id}/portrait", character)
                .then()
                .statusCode(200)
                .body("has_portrait", equalTo(false))
                .body("portrait_url", equalTo(null));
    }

    @Test
    void saysWhenTheCatalogIsAway() {
        UUID character = CatalogStub.characterOf(owner);
        CatalogStub.setDown(true);

        as(owner)
                .body("{}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));
    }

    @Test
    void asksTheCatalogAgainWhereAConnectionBreaks() {
        UUID character = CatalogStub.characterOf(owner);
        CatalogStub.breakConnections(2);

        awaitState(generate(character, "{}"), "completed");
    }

    @Test
    void refusesMediaNamesThatAreNotOurs() {
        for (String name : List.of("..", "x.png", "%2e%2e%2fsecret", "a".repeat(64) + ".svg", "%00.png")) {
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(TestTokens.user(owner))
                    .get("/api/media/images/" + UUID.randomUUID() + "/" + name)
                    .then()
                    .statusCode(404);
        }
        as(owner)
                .get("/api/media/images/not-a-uuid/" + "a".repeat(64) + ".png")
                .then()
                .statusCode(404);
        as(owner)
                .get("/api/media/images/" + UUID.randomUUID() + "/" + "a".repeat(64) + ".png?size=65")
                .then()
                .statusCode(400);
    }

    @Test
    void takesRequestsOfOtherProducersOnceAndRefusesBrokenOnes() {
        UUID character = CatalogStub.characterOf(owner);
        UUID job = UUID.randomUUID();
        byte[] request = ("{\"event_id\":\"%s\",\"event_type\":\"GenerationRequested\",\"version\":1,"
                        + "\"payload\":{\"job_id\":\"%s\",\"character_id\":\"%s\",\"owner_id\":\"%s\","
                        + "\"character_name\":\"Mogget\",\"visual\":{\"race\":\"tiefling\"}}}")
                .formatted(UUID.randomUUID(), job, character, owner)
                .getBytes(StandardCharsets.UTF_8);
        byte[] incomplete = "{\"event_id\":\"%s\",\"event_type\":\"GenerationRequested\",\"payload\":{}}"
                .formatted(UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);

        Broker.publish(Topics.GENERATION_REQUESTS, character.toString(), incomplete);
        Broker.publish(Topics.GENERATION_REQUESTS, character.toString(), request);
        Broker.publish(Topics.GENERATION_REQUESTS, character.toString(), request);

        awaitState(job.toString(), "completed");
        assertThat(Databases.count("generation_job")).isEqualTo(1);
        assertThat(results(character, 1)).hasSize(1);
        var dead = Broker.read(Topics.GENERATION_REQUESTS_DLQ, 1, Duration.ofSeconds(10), record -> character
                .toString()
                .equals(record.key()));
        assertThat(dead).hasSize(1);
    }

    @Test
    void takesOverFromAWorkerThatIsGoneAndRefusesItsResult() {
        UUID character = CatalogStub.characterOf(owner);
        String job = generate(character, "{}");
        awaitState(job, "completed");
        Databases.execute("delete from portrait; delete from image");
        Databases.execute("update generation_job set state = 'running', worker = 'gone', attempt = 1, "
                + "finished_at = null, lease_until = now() - interval '1 second' where id = '" + job + "'");

        awaitState(job, "completed");

        assertThat(Databases.query("select attempt from generation_job").get(0).get("attempt"))
                .isEqualTo(2);
        assertThat(Databases.count("image")).isEqualTo(1);
    }

    @Test
    void givesUpAfterTooManyAttempts() {
        UUID character = CatalogStub.characterOf(owner);
        String job = generate(character, "{}");
        awaitState(job, "completed");
        Databases.execute("update generation_job set state = 'running', attempt = 3, "
                + "lease_until = now() - interval '1 second' where id = '" + job + "'");

        awaitState(job, "failed");

        assertThat(results(character, 2)).hasSize(2).last().asString().contains("GenerationFailed");
    }

    @Test
    void triesAgainWhatMayPass() {
        UUID character = CatalogStub.characterOf(owner);

        String job = generate(character, "{\"provider\":\"unreliable\",\"model\":\"fails_once\"}");

        awaitState(job, "completed");
        assertThat(Databases.query("select attempt, provider from generation_job")
                        .get(0))
                .containsEntry("attempt", 2)
                .containsEntry("provider", "unreliable");
        assertThat(Databases.count("image")).isEqualTo(1);
    }

    @Test
    void waitsForABusyProviderWithoutCountingIt() {
        UUID character = CatalogStub.characterOf(owner);

        String job = generate(character, "{\"provider\":\"unreliable\",\"model\":\"busy_six_times\"}");

        awaitState(job, "completed");
        assertThat(Databases.query("select attempt, postponed from generation_job")
                        .get(0))
                .containsEntry("attempt", 7)
                .containsEntry("postponed", 6);
    }

    @Test
    void failsAtOnceWhatTheProviderRefuses() {
        UUID character = CatalogStub.characterOf(owner);

        String job = generate(character, "{\"provider\":\"unreliable\",\"model\":\"refuses\"}");

        awaitState(job, "failed");
        assertThat(Databases.query("select attempt, error_code, error_reason from generation_job")
                        .get(0))
                .containsEntry("attempt", 1)
                .containsEntry("error_code", "GENERATION_REFUSED")
                .containsEntry("error_reason", "Not this one.");
        assertThat(results(character, 1)).first().asString().contains("GenerationFailed", "GENERATION_REFUSED");
    }

    @Test
    void failsInTheEndWhatNeverWorks() {
        UUID character = CatalogStub.characterOf(owner);

        String nonsense = generate(character, "{\"provider\":\"unreliable\",\"model\":\"answers_nonsense\"}");
        awaitState(nonsense, "failed");
        String hanging = generate(character, "{\"provider\":\"unreliable\",\"model\":\"hangs\"}");
        awaitState(hanging, "failed");

        assertThat(Databases.query("select error_code from generation_job order by id"))
                .extracting(row -> row.get("error_code"))
                .containsExactly("GENERATION_FAILED", "GENERATION_TIMEOUT");
        assertThat(Databases.count("image")).isZero();
    }

    @Test
    void erasesImagesOfADeletedCharacter() {
        UUID character = CatalogStub.characterOf(owner);
        awaitState(generate(character, "{}"), "completed");
        String url = as(owner).get("/api/characters/{id}/portrait", character).path("portrait_url");
        byte[] deleted = ("{\"event_id\":\"%s\",\"event_type\":\"CharacterDeleted\","
                        + "\"payload\":{\"character_id\":\"%s\",\"owner_id\":\"%s\",\"version\":9}}")
                .formatted(UUID.randomUUID(), character, owner)
                .getBytes(StandardCharsets.UTF_8);

        Broker.publish(Topics.CHARACTERS, character.toString(), deleted);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Databases.count("image")).isZero());
        as(owner).get(url).then().statusCode(404);
        as(owner).get("/api/characters/{id}/portrait", character).then().statusCode(404);
        assertThat(Databases.count("loose_file")).isEqualTo(1);
    }

    @Test
    void showsPublishedPortraitsToEverybodyWhileTheCatalogIsAway() {
        UUID character = CatalogStub.characterOf(owner);
        awaitState(generate(character, "{}"), "completed");
        String url = as(owner).get("/api/characters/{id}/portrait", character).path("portrait_url");
        byte[] published = ("{\"event_id\":\"%s\",\"event_type\":\"CharacterUpdated\",\"payload\":{\"character\":"
                        + "{\"id\":\"%s\",\"owner_id\":\"%s\",\"name\":\"L\",\"published\":true,\"version\":3}}}")
                .formatted(UUID.randomUUID(), character, owner)
                .getBytes(StandardCharsets.UTF_8);

        Broker.publish(Topics.CHARACTERS, character.toString(), published);
        CatalogStub.setDown(true);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get(url).then().statusCode(200));
        given().get("/api/characters/{id}/portrait", character).then().statusCode(200);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return TestTokens.forgeries(owner).entrySet().stream()
                .map(forgery -> DynamicTest.dynamicTest(
                        forgery.getKey(), () -> given().headers(Map.of("Authorization", "Bearer " + forgery.getValue()))
                                .get("/api/characters/{id}/portrait", UUID.randomUUID())
                                .then()
                                .statusCode(401)));
    }

    private String generate(UUID character, String body) {
        return as(owner)
                .body(body)
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
    }

    private String generateWithKey(UUID character, String body, int status) {
        return as(owner)
                .header("Idempotency-Key", "once")
                .body(body)
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(status)
                .extract()
                .path("job_id");
    }

    private static List<String> results(UUID character, int number) {
        return Broker.read(Topics.GENERATION_RESULTS, number, Duration.ofSeconds(20), record -> character
                        .toString()
                        .equals(record.key()))
                .stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
