package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.test.Databases;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PortraitServiceTest
class GalleryTest extends GalleryTestBase {

    @Test
    void showsTheLineageOfEveryImageNewestFirst() {
        UUID job = UUID.randomUUID();
        UUID first = image("portrait", job, 0);
        UUID second = image("variant", job, 1);
        Databases.execute("""
                update image set reference_id = '%s', seed = 7, raw_prompt = 'raw', prompt = 'elf, cloak',
                    revised_prompt = 'revised', provider = 'builtin', model = 'm', profile_hash = 'h', style = 'ink',
                    additions = 'by night', identity_strength = 0.8, likeness = 0.93, story_id = '%s',
                    cost_micro_usd = 42 where id = '%s'
                """.formatted(first, job, second));
        stand(first);

        as(owner)
                .get("/api/characters/{id}/images", character)
                .then()
                .statusCode(200)
                .body("items.id", contains(second.toString(), first.toString()))
                .body("items.selected", contains(false, true))
                .body("items.origin", contains("variant", "portrait"))
                .body("items[0].url", equalTo("/api/media/images/" + character + "/" + name(second) + ".png"))
                .body("items[0].thumbnails.64", endsWith("?size=64"))
                .body("items[0].thumbnails.512", endsWith("?size=512"))
                .body("items[0].width", equalTo(1024))
                .body("items[0].lineage.reference_id", equalTo(first.toString()))
                .body("items[0].lineage.job_id", equalTo(job.toString()))
                .body("items[0].lineage.seed", equalTo(7))
                .body("items[0].lineage.raw_prompt", equalTo("raw"))
                .body("items[0].lineage.prompt", equalTo("elf, cloak"))
                .body("items[0].lineage.revised_prompt", equalTo("revised"))
                .body("items[0].lineage.provider", equalTo("builtin"))
                .body("items[0].lineage.model", equalTo("m"))
                .body("items[0].lineage.profile_hash", equalTo("h"))
                .body("items[0].lineage.style", equalTo("ink"))
                .body("items[0].lineage.additions", equalTo("by night"))
                .body("items[0].lineage.identity_strength", equalTo(0.8f))
                .body("items[0].lineage.likeness", equalTo(0.93f))
                .body("items[0].lineage.story_id", equalTo(job.toString()))
                .body("items[0].lineage.cost_micro_usd", equalTo(42))
                .body("items[1].lineage.reference_id", nullValue())
                .body("next_cursor", nullValue());
        as(owner)
                .get("/api/characters/{id}/images/{image}", character, second)
                .then()
                .statusCode(200)
                .body("id", equalTo(second.toString()))
                .body("lineage.style", equalTo("ink"));
    }

    @Test
    void goesThroughAGalleryPageByPage() {
        List<String> all = new ArrayList<>(IntStream.range(0, 7)
                .mapToObj(
                        i -> image(i % 2 == 0 ? "portrait" : "upload", null, 0).toString())
                .toList());
        Collections.reverse(all);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = as(owner).get("/api/characters/{id}/images?limit=3&cursor={cursor}", character, cursor);
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("items.id"));
            image("portrait", null, 0);
            cursor = page.path("next_cursor");
        } while (cursor != null);

        assertThat(seen).isEqualTo(all);
        as(owner)
                .get("/api/characters/{id}/images?origin=Upload", character)
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
    }

    @Test
    void listsEveryViolationOfAGallerysParameters() {
        as(owner)
                .get("/api/characters/{id}/images?limit=0&origin=photo", character)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("limit", "origin"));
        as(owner)
                .get("/api/characters/{id}/images?cursor=nonsense", character)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void showsAGalleryToItsOwnerOnly() {
        UUID image = image("portrait", null, 0);
        UUID stranger = UUID.randomUUID();
        UUID strangers = CatalogStub.characterOf(stranger);
        String base = "/api/characters/{id}/images";

        for (RequestSpecification somebody : List.of(as(stranger), as(owner))) {
            UUID theirs = UUID.randomUUID();
            somebody.get(base, theirs).then().statusCode(404).body("code", equalTo("CHARACTER_NOT_FOUND"));
        }
        as(stranger).get(base, character).then().statusCode(404).body("code", equalTo("CHARACTER_NOT_FOUND"));
        as(stranger).get(base + "/{image}", character, image).then().statusCode(404);
        as(stranger).delete(base + "/{image}", character, image).then().statusCode(404);
        as(stranger)
                .get("/api/characters/{id}/portrait/history", character)
                .then()
                .statusCode(404);
        // Under a character of one's own, another's image is as absent as one that never was.
        as(stranger)
                .get(base + "/{image}", strangers, image)
                .then()
                .statusCode(404)
                .body("code", equalTo("IMAGE_NOT_FOUND"));
        as(stranger).delete(base + "/{image}", strangers, image).then().statusCode(404);
        as(stranger)
                .body("{\"image_id\":\"%s\"}".formatted(image))
                .post("/api/characters/{id}/select-image", strangers)
                .then()
                .statusCode(404)
                .body("code", equalTo("IMAGE_NOT_FOUND"));
        given().get(base, character).then().statusCode(401);
        assertThat(Databases.count("image")).isEqualTo(1);
    }

    @Test
    void comparesTwoImages() {
        UUID one = image("portrait", null, 0);
        UUID two = image("variant", null, 0);
        Databases.execute("update image set prompt = 'an elf, green cloak, at dusk', profile_hash = 'a', seed = 1,"
                + " provider = 'builtin' where id = '" + one + "'");
        Databases.execute("update image set prompt = 'an elf, red cloak, at dusk', profile_hash = 'a', seed = 2,"
                + " provider = 'builtin', style = 'ink' where id = '" + two + "'");

        as(owner)
                .get("/api/characters/{id}/images/{image}/compare?with={other}", character, one, two)
                .then()
                .statusCode(200)
                .body("image.id", equalTo(one.toString()))
                .body("other.id", equalTo(two.toString()))
                .body("same_profile", equalTo(true))
                .body("prompt.only_in_image", contains("green cloak"))
                .body("prompt.only_in_other", contains("red cloak"))
                .body("differences.field", contains("origin", "style", "seed"))
                .body("differences[1].image", nullValue())
                .body("differences[1].other", equalTo("ink"));
        as(owner)
                .get("/api/characters/{id}/images/{image}/compare?with={other}", character, one, UUID.randomUUID())
                .then()
                .statusCode(404);
        as(owner)
                .get("/api/characters/{id}/images/{image}/compare", character, one)
                .then()
                .statusCode(400)
                .body("violations.field", contains("with"));
    }

    @Test
    void selectsByIdAndTellsTheWorldOnce() {
        UUID first = image("portrait", null, 0);
        UUID second = image("upload", null, 0);
        stand(first);

        for (int i = 0; i < 2; i++) {
            select("{\"image_id\":\"%s\"}".formatted(second))
                    .statusCode(200)
                    .body("image_id", equalTo(second.toString()))
                    .body("has_portrait", equalTo(true))
                    .body("portrait_url", endsWith(name(second) + ".png"));
        }
        select("{\"image_id\":\"%s\"}".formatted(first)).statusCode(200);

        List<String> told = results(2);
        assertThat(told.get(0)).contains("PortraitChanged", second.toString());
        assertThat(told.get(1)).contains("PortraitChanged", first.toString());
        as(owner).get("/api/characters/{id}/portrait", character).then().body("image_id", equalTo(first.toString()));
        as(owner)
                .get("/api/characters/{id}/portrait/history?limit=1", character)
                .then()
                .statusCode(200)
                .body("items.image_id", contains(first.toString()))
                .body("items.reason", contains("selected"));
        String cursor = as(owner)
                .get("/api/characters/{id}/portrait/history?limit=1", character)
                .path("next_cursor");
        as(owner)
                .get("/api/characters/{id}/portrait/history?cursor={cursor}", character, cursor)
                .then()
                .statusCode(200)
                .body("items.image_id", contains(second.toString()))
                .body("items[0].url", endsWith(".png"))
                .body("next_cursor", nullValue());
    }

    @Test
    void selectsByPlaceInTheNewestGeneration() {
        UUID old = UUID.randomUUID();
        UUID job = UUID.randomUUID();
        image("portrait", old, 0);
        image("portrait", old, 1);
        image("portrait", old, 2);
        image("portrait", job, 0);
        UUID wanted = image("portrait", job, 1);
        image("upload", null, 0);

        select("{\"index\":1}").statusCode(200).body("image_id", equalTo(wanted.toString()));

        select("{\"index\":2}")
                .statusCode(400)
                .body("code", equalTo("CHARACTER_VALIDATION"))
                .body("violations.field", contains("index"));
        as(owner)
                .delete("/api/characters/{id}/images/{image}", character, wanted)
                .then()
                .statusCode(204);
        select("{\"index\":1}").statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "",
                "{\"image_id\":null,\"index\":null}",
                "{\"image_id\":\"0198c0de-0000-7000-8000-000000000001\",\"index\":0}"
            })
    void refusesToSelectNoImageOrTwo(String body) {
        image("portrait", null, 0);

        select(body)
                .statusCode(400)
                .body("code", equalTo("CHARACTER_VALIDATION"))
                .body("violations.field", contains("image_id", "index"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"index\":-1}", "{\"index\":99}", "{\"index\":2147483647}", "{\"index\":0}"})
    void refusesToSelectAPlaceWithoutAnImage(String body) {
        select(body).statusCode(400).body("code", equalTo("CHARACTER_VALIDATION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"index\":\"one\"}", "{\"image_id\":\"x\"}", "{\"index\":1e99}", "[]", "{"})
    void refusesWhatIsNoSelection(String body) {
        select(body).statusCode(400);
    }

    @Test
    void changesLaterThanTheChangeBeforeWhateverTheClockSays() {
        UUID first = image("portrait", null, 0);
        UUID second = image("portrait", null, 0);
        stand(first);
        Databases.execute("""
                insert into portrait_history (id, character_id, owner_id, image_id, reason, changed_at)
                values (gen_random_uuid(), '%s', '%s', '%s', 'generated', '2100-01-01T00:00:00Z')
                """.formatted(character, owner, first));

        select("{\"image_id\":\"%s\"}".formatted(second)).statusCode(200);

        assertThat(results(1).get(0)).contains("\"changed_at\":\"2100-01-01T00:00:00.001Z\"");
    }
}
