package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dramatis.test.Databases;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a character's owner can ask for besides the first portrait: seed 001's operations and seed 003's variants. */
@PortraitServiceTest
class OperationTest extends JobTestBase {

    private final UUID character = CatalogStub.characterOf(owner);

    @Test
    void regeneratesAlwaysAndMakesItThePortrait() {
        String first = submit(character, "portrait/generate", "{}");
        awaitState(first, "completed");

        String second = submit(character, "regenerate", "{}");
        awaitState(second, "completed");

        assertThat(images(second)).hasSize(1).first().satisfies(image -> {
            assertThat(image).containsEntry("origin", "portrait").containsEntry("style", "painterly");
            assertThat(portraitOf(character)).isEqualTo(image.get("id"));
        });
        assertThat(images(first)).hasSize(1);
        assertThat(results(second, 1)).first().asString().contains("\"becomes_portrait\":true");
    }

    @Test
    void regeneratesWithAllWishes() {
        String job = submit(
                character,
                "regenerate",
                "{\"count\":2,\"style\":\"Ink\",\"custom_prompt_additions\":\"by moonlight\","
                        + "\"provider\":\"openai\",\"model\":\"gpt-image-1\"}");
        awaitState(job, "completed");

        assertThat(images(job)).hasSize(2).allSatisfy(image -> assertThat(image)
                .containsEntry("style", "ink")
                .containsEntry("additions", "by moonlight")
                .containsEntry("provider", "openai")
                .containsEntry("model", "gpt-image-1")
                .containsEntry("reference_id", null));
    }

    @Test
    void addsOneImageToTheGalleryAndLeavesThePortraitAlone() {
        String first = submit(character, "portrait/generate", "{}");
        awaitState(first, "completed");
        Object portrait = portraitOf(character);

        String another = submit(character, "generate-image", "{\"custom_prompt_additions\":\"laughing\"}");
        awaitState(another, "completed");

        assertThat(images(another)).hasSize(1).first().satisfies(image -> assertThat(image)
                .containsEntry("origin", "additional")
                .containsEntry("additions", "laughing"));
        assertThat(portraitOf(character)).isEqualTo(portrait).isNotNull();
        assertThat(results(another, 1)).first().asString().contains("\"becomes_portrait\":false");
    }

    @Test
    void makesTheAdditionalImageThePortraitWhereThereIsNone() {
        String job = submit(character, "generate-image", "{}");
        awaitState(job, "completed");

        assertThat(portraitOf(character)).isEqualTo(images(job).get(0).get("id"));
        assertThat(results(job, 1)).first().asString().contains("\"becomes_portrait\":true");
    }

    @Test
    void drawsAVariantOfOnesOwnImageAndKeepsItsLineage() {
        UUID other = CatalogStub.characterOf(owner);
        String original = submit(other, "portrait/generate", "{}");
        awaitState(original, "completed");
        Object reference = images(original).get(0).get("id");
        Databases.execute("update image set sitter = '{\"visual\":{\"race\":\"dwarf\"},\"identity_seed\":7,"
                + "\"variation\":8,\"later\":1}' where id = '" + reference + "'");
        awaitState(submit(character, "portrait/generate", "{}"), "completed");
        Object portrait = portraitOf(character);
        UUID story = UUID.randomUUID();

        String variant = submit(character, "variants", """
                {"reference_image_id":"%s","prompt":"wearing a spacesuit","story_id":"%s","identity_strength":0.8,
                 "style":"anime","count":2,"provider":"unreliable","model":"draws"}""".formatted(reference, story));
        awaitState(variant, "completed");

        assertThat(images(variant)).hasSize(2).allSatisfy(image -> assertThat(image)
                .containsEntry("origin", "variant")
                .containsEntry("reference_id", reference)
                .containsEntry("identity_strength", 0.8)
                .containsEntry("style", "anime")
                .containsEntry("additions", "wearing a spacesuit")
                .containsEntry("story_id", story)
                .containsEntry("provider", "unreliable"));
        // A black picture has nobody's face: delivered all the same, and flagged.
        assertThat(images(variant))
                .allSatisfy(image -> assertThat((Double) image.get("likeness")).isLessThan(0.5));
        assertThat((String) job(variant).get("message")).contains("may not be the reference's");
        assertThat(portraitOf(character)).isEqualTo(portrait);
        assertThat(UnreliableProvider.last.identityStrength()).isEqualTo(0.8);
        assertThat(UnreliableProvider.last.references()).hasSize(1).first().satisfies(given -> {
            assertThat(given.mediaType()).isEqualTo("image/png");
            assertThat(given.content()).isNotEmpty();
            assertThat(given.sitter().visual().race()).isEqualTo("dwarf");
            assertThat(given.sitter().identitySeed()).isEqualTo(7);
        });
        as(owner)
                .get("/api/portraits/jobs/{id}", variant)
                .then()
                .statusCode(200)
                .body("operation", equalTo("variant"))
                .body("reference_image_id", equalTo(reference.toString()))
                .body("story_id", equalTo(story.toString()))
                .body("identity_strength", equalTo(0.8f))
                .body("custom_prompt_additions", equalTo("wearing a spacesuit"))
                .body("image_urls", hasSize(2));
    }

    @Test
    void makesAVariantThePortraitWhereThereIsNone() {
        UUID other = CatalogStub.characterOf(owner);
        String original = submit(other, "portrait/generate", "{}");
        awaitState(original, "completed");

        String variant =
                submit(character, "variants", variantOf(images(original).get(0).get("id")));
        awaitState(variant, "completed");

        assertThat(portraitOf(character)).isEqualTo(images(variant).get(0).get("id"));
        assertThat(images(variant).get(0)).containsEntry("identity_strength", 0.65);
    }

    @Test
    void drawsVariantsThroughAnOutsideProviderWithTheReferencesBytes() {
        String original = submit(character, "portrait/generate", "{}");
        awaitState(original, "completed");

        String variant = submit(
                character, "variants", """
                {"reference_image_id":"%s","prompt":"at sea","provider":"openai","model":"gpt-image-1"}""".formatted(images(original).get(0).get("id")));
        awaitState(variant, "completed");

        assertThat(images(variant)).hasSize(1).first().satisfies(image -> assertThat(image)
                .containsEntry("provider", "openai")
                .containsEntry("origin", "variant"));
    }

    @Test
    void treatsAReferenceThatIsNotOnesOwnAsMissing() {
        UUID stranger = UUID.randomUUID();
        UUID foreign = CatalogStub.characterOf(stranger);
        String job = as(stranger)
                .body("{}")
                .post("/api/characters/{id}/portrait/generate", foreign)
                .path("job_id");
        awaitState(job, "completed");

        for (Object reference : List.of(images(job).get(0).get("id"), UUID.randomUUID())) {
            as(owner)
                    .body(variantOf(reference))
                    .post("/api/characters/{id}/variants", character)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("IMAGE_NOT_FOUND"))
                    .body("additional_data.reference_image_id", equalTo(reference.toString()));
        }
        assertThat(Databases.query("select 1 from generation_job where owner_id = '" + owner + "'"))
                .isEmpty();
    }

    @Test
    void failsAVariantWhoseReferenceWentAway() {
        String original = submit(character, "portrait/generate", "{}");
        awaitState(original, "completed");
        Object reference = images(original).get(0).get("id");
        Databases.execute("update image set path = path || '.gone.png'");

        String variant = submit(character, "variants", variantOf(reference));

        awaitState(variant, "failed");
        assertThat(job(variant)).containsEntry("error_code", "IMAGE_NOT_FOUND").containsEntry("attempt", 1);
        Databases.execute("update image set path = replace(path, '.gone.png', '')");
    }

    @Test
    void listsEveryViolationOfAVariant() {
        as(owner)
                .body(
                        "{\"prompt\":\" \",\"identity_strength\":1.5,\"count\":0,\"style\":\"cubist\",\"provider\":\"a\\u0000\"}")
                .post("/api/characters/{id}/variants", character)
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "reference_image_id", "prompt", "identity_strength", "count", "style", "provider"));
        as(owner)
                .body("{\"reference_image_id\":\"%s\",\"prompt\":\"x\",\"provider\":\"openai\",\"model\":\"dall-e-3\"}"
                        .formatted(UUID.randomUUID()))
                .post("/api/characters/{id}/variants", character)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("model")));
        as(owner)
                .body("{\"reference_image_id\":\"no id\",\"prompt\":\"x\"}")
                .post("/api/characters/{id}/variants", character)
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(io.dramatis.test.TestTokens.user(owner))
                .contentType("application/json")
                .post("/api/characters/{id}/variants", character)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regenerate", "generate-image", "enhance-prompt"})
    void listsEveryViolation(String operation) {
        as(owner)
                .body("{\"style\":\"cubist\",\"custom_prompt_additions\":\"a\\u0000\",\"model\":\"%s\"}"
                        .formatted("x".repeat(101)))
                .post("/api/characters/{id}/" + operation, character)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("style", "custom_prompt_additions", "model"));
        as(owner)
                .body("{\"provider\":\"rembrandt\"}")
                .post("/api/characters/{id}/" + operation, character)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("provider")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portrait/generate", "regenerate", "generate-image", "variants", "enhance-prompt"})
    void treatsAForeignCharacterAsMissing(String operation) {
        UUID stranger = UUID.randomUUID();

        for (UUID id : List.of(character, UUID.randomUUID())) {
            as(stranger)
                    .body(operation.equals("variants") ? variantOf(UUID.randomUUID()) : "{}")
                    .post("/api/characters/{id}/" + operation, id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("CHARACTER_NOT_FOUND"));
        }
        given().contentType("application/json")
                .body("{}")
                .post("/api/characters/{id}/" + operation, character)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regenerate", "generate-image"})
    void repeatsTheAnswerForTheSameIdempotencyKey(String operation) {
        String first = keyed(operation, "{}", 202);
        String again = keyed(operation, "{}", 202);

        assertThat(again).isEqualTo(first);
        keyed(operation, "{\"style\":\"ink\"}", 422);
        keyed(operation.equals("regenerate") ? "generate-image" : "regenerate", "{}", 422);
        assertThat(Databases.count("generation_job")).isEqualTo(1);
    }

    @Test
    void repeatsAVariantsAnswerForTheSameIdempotencyKey() {
        String original = submit(character, "portrait/generate", "{}");
        awaitState(original, "completed");
        String body = variantOf(images(original).get(0).get("id"));

        String first = keyed("variants", body, 202);

        assertThat(keyed("variants", body, 202)).isEqualTo(first);
        keyed("variants", body.replace("spacesuit", "toga"), 422);
        assertThat(Databases.count("generation_job")).isEqualTo(2);
    }

    @Test
    void showsThePromptWithoutDrawing() {
        as(owner)
                .body("{\"custom_prompt_additions\":\"by moonlight\",\"style\":\"ink\"}")
                .post("/api/characters/{id}/enhance-prompt", character)
                .then()
                .statusCode(200)
                .body("raw_prompt", startsWith("Lirael, serene, female, Wood Elf"))
                .body("raw_prompt", containsString("by moonlight"))
                .body("enhanced_prompt", startsWith("Ink drawing portrait"))
                .body("enhanced_by", equalTo("chat:gpt-test"))
                .body("negative_prompt", containsString("colour"))
                .body("style", equalTo("ink"))
                .body("provider", equalTo("builtin"))
                .body("max_prompt_length", equalTo(null))
                .body("shortened", equalTo(false))
                .body("suggestions.field", hasItems("hair", "eyes", "pose"))
                .body("suggestions.field", not(hasItem("attire")));

        assertThat(Databases.count("generation_job")).isZero();
        assertThat(Databases.count("image")).isZero();
    }

    @Test
    void showsHowAProvidersLimitShortensThePrompt() {
        Map<String, Object> answer = as(owner)
                .body("{\"custom_prompt_additions\":\"%s\",\"provider\":\"openai\",\"model\":\"dall-e-2\"}"
                        .formatted("at dusk, under a tree. ".repeat(21)))
                .post("/api/characters/{id}/enhance-prompt", character)
                .then()
                .statusCode(200)
                .body("max_prompt_length", equalTo(1000))
                .body("model", equalTo("dall-e-2"))
                .body("provider_prompt", notNullValue())
                .extract()
                .jsonPath()
                .getMap("$");

        assertThat((String) answer.get("provider_prompt")).hasSizeLessThanOrEqualTo(1000);
        assertThat(answer.get("shortened"))
                .isEqualTo(!answer.get("provider_prompt").equals(answer.get("enhanced_prompt")));
    }

    @Test
    void drawsAgainWhereThePortraitIsNotOfThisProfile() {
        String first = submit(character, "portrait/generate", "{}");
        awaitState(first, "completed");
        as(owner)
                .body("{}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(200);

        // An upload was chosen: it was drawn from no profile at all.
        Databases.execute("update image set profile_hash = null, origin = 'upload', job_id = null");
        awaitState(submit(character, "portrait/generate", "{}"), "completed");

        // The portrait was deleted.
        as(owner)
                .body("{}")
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(200);
        Databases.execute("delete from portrait");
        awaitState(submit(character, "portrait/generate", "{}"), "completed");
    }

    private String keyed(String operation, String body, int status) {
        return as(owner)
                .header("Idempotency-Key", "once")
                .body(body)
                .post("/api/characters/{id}/" + operation, character)
                .then()
                .statusCode(status)
                .extract()
                .path("job_id");
    }

    private static String variantOf(Object reference) {
        return "{\"reference_image_id\":\"%s\",\"prompt\":\"wearing a spacesuit\",\"provider\":\"unreliable\",\"model\":\"draws\"}"
                .formatted(reference);
    }
}
