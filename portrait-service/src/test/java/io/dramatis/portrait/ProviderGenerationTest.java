package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the request to the picture through each kind of provider, simulated in the shapes that the real ones answer. */
@PortraitServiceTest
class ProviderGenerationTest {

    private final UUID owner = UUID.randomUUID();
    private final UUID character = CatalogStub.characterOf(owner);

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @AfterEach
    void settle() {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(Databases.query(
                        "select id from generation_job where state in ('accepted', 'queued', 'running')"))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-image-1, 2, false, true",
        "openai, dall-e-3, 2, false, true",
        "imitator, flux-local, 2, false, false",
        "automatic1111, , 2, true, true",
        "comfyui, sd_xl_base_1.0.safetensors, 2, true, true"
    })
    void drawsThroughEveryProvider(String provider, String model, int count, boolean seeded, boolean priced) {
        String job = generate("""
                {"provider":"%s","model":%s,"count":%d,"style":"ink","custom_prompt_additions":"by moonlight"}""".formatted(provider, model == null ? null : '"' + model + '"', count));

        Map<String, Object> row = ended(job, "completed");
        assertThat(row).containsEntry("provider", provider).containsEntry("enhanced_by", "chat:gpt-test");
        assertThat(row.get("model")).isEqualTo(model == null ? "loaded-model" : model);
        assertThat((String) row.get("raw_prompt")).startsWith("Lirael, serene, female, Wood Elf");
        assertThat((String) row.get("enhanced_prompt"))
                .startsWith("Ink drawing portrait, face close-up, Behold: Lirael")
                .contains("by moonlight", "The light is soft.");
        assertThat(row.get("prompt")).isEqualTo(row.get("enhanced_prompt"));
        List<Map<String, Object>> images = Databases.query(
                "select seed, revised_prompt, cost_micro_usd, model, provider from image order by ordinal");
        assertThat(images).hasSize(count).allSatisfy(image -> {
            assertThat(image).containsEntry("provider", provider).containsEntry("model", row.get("model"));
            assertThat(image.get("seed") != null).isEqualTo(seeded);
            assertThat(image.get("cost_micro_usd") != null).isEqualTo(priced);
            assertThat(image.get("revised_prompt") != null).isEqualTo("dall-e-3".equals(model));
        });
        String url = given().auth()
                .oauth2(TestTokens.user(owner))
                .get("/api/characters/{id}/portrait", character)
                .path("portrait_url");
        given().auth().oauth2(TestTokens.user(owner)).get(url).then().statusCode(200);
    }

    @Test
    void countsCallsAndCosts() {
        double before = counter("dramatis.provider.cost", "provider", "openai", "model", "dall-e-2");
        double calls = counter("dramatis.provider.calls", "provider", "openai", "model", "dall-e-2", "outcome", "ok");

        ended(generate("{\"provider\":\"openai\",\"model\":\"dall-e-2\",\"count\":3}"), "completed");

        assertThat(counter("dramatis.provider.cost", "provider", "openai", "model", "dall-e-2") - before)
                .isEqualTo(60_000);
        assertThat(counter("dramatis.provider.calls", "provider", "openai", "model", "dall-e-2", "outcome", "ok")
                        - calls)
                .isEqualTo(1);
    }

    @Test
    void carriesNoRefusalToAnotherProvider() {
        String job = generate("{\"provider\":\"openai\",\"custom_prompt_additions\":\"something forbidden\"}");

        assertThat(ended(job, "failed"))
                .containsEntry("attempt", 1)
                .containsEntry("error_code", "GENERATION_REFUSED")
                .satisfies(row -> assertThat((String) row.get("error_reason")).contains("moderation"));
        assertThat(Databases.count("image")).isZero();
    }

    @Test
    void letsTheNextOneDrawWhereAProviderIsAway() {
        String job = generate("{\"provider\":\"away\",\"model\":\"any\"}");

        assertThat(ended(job, "completed"))
                .containsEntry("provider", "imitator")
                .containsEntry("model", "flux-local")
                .containsEntry("attempt", 1);
        assertThat(Databases.query("select model, provider from image").get(0))
                .containsEntry("provider", "imitator")
                .containsEntry("model", "flux-local");
    }

    @Test
    void failsAtOnceWhatOnlyAnOperatorCanMend() {
        String job = generate("""
                {"provider":"unreliable","model":"needs_its_operator","custom_prompt_additions":"unpaid"}""");

        assertThat(ended(job, "failed"))
                .containsEntry("attempt", 1)
                .containsEntry("error_code", "GENERATION_FAILED")
                .satisfies(row -> assertThat((String) row.get("error_reason"))
                        .contains("operator")
                        .doesNotContain("401", "402"));
    }

    @Test
    void tellsEverybodyWhoCanDraw() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get("/api/portraits/providers")
                .then()
                .statusCode(200)
                .body("items.find { it.id == 'away' }.status", equalTo("unavailable")));

        given().get("/api/portraits/providers")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(
                                "automatic1111",
                                "away",
                                "builtin",
                                "comfyui",
                                "imitator",
                                "openai",
                                "patient",
                                "unreliable",
                                "without_a_key"))
                .body("fallback", contains("imitator"))
                .body("items.findAll { it.is_default }.id", contains("builtin"))
                .body("items.find { it.id == 'builtin' }.native_styles", equalTo(true))
                .body("items.find { it.id == 'builtin' }.status", equalTo("available"))
                .body("items.find { it.id == 'without_a_key' }.configured", equalTo(false))
                .body("items.find { it.id == 'without_a_key' }.status", equalTo("not_configured"))
                .body("items.find { it.id == 'openai' }.references", equalTo(true))
                .body("items.find { it.id == 'openai' }.default_model", equalTo("gpt-image-1.5"))
                .body(
                        "items.find { it.id == 'openai' }.models.find { it.id == 'dall-e-2' }.max_prompt_length",
                        equalTo(1000))
                .body(
                        "items.find { it.id == 'openai' }.models.find { it.id == 'dall-e-3' }.sizes",
                        hasItem("1024x1792"));
    }

    @Test
    void tellsEverybodyTheStyles() {
        String etag = given().get("/api/portraits/styles")
                .then()
                .statusCode(200)
                .body("items.id", contains("realistic", "painterly", "anime", "webtoon", "ink", "pixel"))
                .body("items.findAll { it.is_default }.id", contains("painterly"))
                .body("items.template", everyItem(containsString("{subject}")))
                .body("items.negative_prompt", everyItem(notNullValue()))
                .body("items.description", everyItem(not(equalTo(""))))
                .body("items", hasSize(6))
                .extract()
                .header("ETag");

        given().header("If-None-Match", etag)
                .get("/api/portraits/styles")
                .then()
                .statusCode(304);
    }

    private String generate(String body) {
        return given().auth()
                .oauth2(TestTokens.user(owner))
                .contentType("application/json")
                .body(body)
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
    }

    private static Map<String, Object> ended(String job, String state) {
        String sql = "select * from generation_job where id = '" + job + "'";
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Databases.query(sql).get(0)).containsEntry("state", state));
        return Databases.query(sql).get(0);
    }

    private static double counter(String name, String... tags) {
        var counter = Metrics.globalRegistry.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }
}
