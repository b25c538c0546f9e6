package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.events.Topics;
import io.dramatis.portrait.image.GalleryService;
import io.dramatis.portrait.image.ImageUser;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PortraitServiceTest
class GalleryTest {

    private final UUID owner = UUID.randomUUID();
    private UUID character;
    private int made;

    @Inject
    GalleryService gallery;

    @BeforeEach
    void clean() {
        CatalogStub.setDown(false);
        Databases.clean();
        character = CatalogStub.characterOf(owner);
    }

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
    void deletesAnImageOnce() {
        UUID kept = image("portrait", null, 0);
        UUID image = image("portrait", null, 0);
        stand(kept);

        as(owner)
                .delete("/api/characters/{id}/images/{image}", character, image)
                .then()
                .statusCode(204);
        as(owner)
                .delete("/api/characters/{id}/images/{image}", character, image)
                .then()
                .statusCode(404)
                .body("code", equalTo("IMAGE_NOT_FOUND"));

        as(owner).get("/api/characters/{id}/images", character).then().body("items.id", contains(kept.toString()));
        assertThat(Databases.query("select path from loose_file"))
                .extracting(row -> row.get("path"))
                .containsExactly(path(image));
        assertThat(Databases.count("outbox_event")).isZero();
        assertThat(Databases.count("portrait_history")).isZero();
    }

    @Test
    void putsTheNewestPortraitInThePlaceOfADeletedOne() {
        UUID older = image("portrait", null, 0);
        UUID upload = image("upload", null, 0);
        UUID selected = image("portrait", null, 0);
        stand(selected);

        for (UUID image : List.of(selected, older, upload)) {
            as(owner)
                    .delete("/api/characters/{id}/images/{image}", character, image)
                    .then()
                    .statusCode(204);
        }

        List<String> told = results(3);
        assertThat(told.get(0)).contains("PortraitChanged", older.toString());
        assertThat(told.get(1)).contains("PortraitChanged", upload.toString());
        assertThat(told.get(2)).contains("PortraitChanged", "\"image\":null");
        as(owner)
                .get("/api/characters/{id}/portrait", character)
                .then()
                .statusCode(200)
                .body("has_portrait", equalTo(false));
        as(owner)
                .get("/api/characters/{id}/portrait/history", character)
                .then()
                .body("items.image_id", contains(nullValue(), equalTo(upload.toString()), equalTo(older.toString())))
                .body("items.url", contains(nullValue(), nullValue(), nullValue()))
                .body("items.reason", contains("deleted", "deleted", "deleted"));
    }

    @Test
    void keepsTheFileThatAnotherImageShares() {
        UUID one = image("portrait", null, 0);
        UUID two = image("portrait", null, 0);
        Databases.execute("update image set path = '%s', filename = '%s'".formatted(path(one), name(one) + ".png"));

        as(owner)
                .delete("/api/characters/{id}/images/{image}", character, one)
                .then()
                .statusCode(204);

        // The sweeper forgets a note whose file is some image's, and touches nothing.
        Databases.execute("update loose_file set noted_at = now() - interval '1 hour'");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Databases.count("loose_file")).isZero());
        as(owner).get("/api/characters/{id}/images", character).then().body("items.id", contains(two.toString()));
    }

    @Test
    void keepsAnImageUntilItsLastUseEnds() {
        UUID image = image("portrait", null, 0);
        ImageUser story = new ImageUser(ImageUser.Kind.STORY, UUID.randomUUID());
        ImageUser library = new ImageUser(ImageUser.Kind.LIBRARY, UUID.randomUUID());
        assertThat(run(() -> gallery.use(image, owner, story))).isTrue();
        assertThat(run(() -> gallery.use(image, owner, story))).isTrue();
        assertThat(run(() -> gallery.use(image, owner, library))).isTrue();
        assertThat(run(() -> gallery.use(image, UUID.randomUUID(), library))).isFalse();

        as(owner)
                .delete("/api/characters/{id}/images/{image}", character, image)
                .then()
                .statusCode(204);

        as(owner).get("/api/characters/{id}/images", character).then().body("items", hasSize(0));
        as(owner)
                .delete("/api/characters/{id}/images/{image}", character, image)
                .then()
                .statusCode(404);
        select("{\"image_id\":\"%s\"}".formatted(image)).statusCode(404);
        assertThat(Databases.count("image")).isEqualTo(1);
        assertThat(Databases.count("loose_file")).isZero();
        run(() -> gallery.release(image, UUID.randomUUID(), story));
        run(() -> gallery.release(image, owner, story));
        run(() -> gallery.release(image, owner, story));
        assertThat(Databases.count("image")).isEqualTo(1);
        run(() -> gallery.release(image, owner, library));
        assertThat(Databases.count("image")).isZero();
        assertThat(Databases.query("select path from loose_file"))
                .extracting(row -> row.get("path"))
                .containsExactly(path(image));
    }

    @Test
    void releasesAnImageThatIsStillInItsGallery() {
        UUID image = image("portrait", null, 0);
        ImageUser story = new ImageUser(ImageUser.Kind.STORY, UUID.randomUUID());
        run(() -> gallery.use(image, owner, story));

        run(() -> gallery.release(image, owner, story));

        assertThat(Databases.count("image_use")).isZero();
        assertThat(Databases.count("image")).isEqualTo(1);
    }

    /** Whatever the order, what stands for the character exists, and the last event tells of it. */
    @Test
    void survivesSelectionsAndDeletionsAtTheSameTime() throws Exception {
        List<UUID> all =
                IntStream.range(0, 8).mapToObj(i -> image("portrait", null, 0)).toList();
        stand(all.get(7));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (UUID image : all.subList(1, 8)) {
            calls.add(() -> as(owner)
                    .body("{\"image_id\":\"%s\"}".formatted(image))
                    .post("/api/characters/{id}/select-image", character)
                    .statusCode());
            calls.add(() -> as(owner)
                    .delete("/api/characters/{id}/images/{image}", character, image)
                    .statusCode());
        }
        Collections.shuffle(calls, new Random(4));

        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> status : clients.invokeAll(calls)) {
                assertThat(status.get()).isIn(200, 204, 404);
            }
        } finally {
            clients.shutdownNow();
        }

        assertThat(Databases.query("select image_id from portrait"))
                .extracting(row -> row.get("image_id"))
                .containsExactly(all.get(0));
        int changes = (int) Databases.count("portrait_history");
        List<String> told = results(changes);
        assertThat(told).hasSize(changes);
        assertThat(told.get(changes - 1)).contains(all.get(0).toString());
        List<Object> times = Databases.query("select changed_at from portrait_history order by id").stream()
                .map(row -> row.get("changed_at"))
                .toList();
        assertThat(times).doesNotHaveDuplicates();
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

    @Test
    void erasesAllOfADeletedCharacterButWhatIsInUse() {
        UUID used = image("portrait", null, 0);
        UUID other = image("portrait", null, 0);
        stand(used);
        select("{\"image_id\":\"%s\"}".formatted(other)).statusCode(200);
        ImageUser story = new ImageUser(ImageUser.Kind.STORY, UUID.randomUUID());
        run(() -> gallery.use(used, owner, story));

        Broker.publish(
                Topics.CHARACTERS, character.toString(), event("CharacterDeleted", """
                {"character_id":"%s","owner_id":"%s","version":9}""".formatted(character, owner)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Databases.query("select id from image"))
                .extracting(row -> row.get("id"))
                .containsExactly(used));
        assertThat(Databases.count("portrait")).isZero();
        assertThat(Databases.count("portrait_history")).isZero();
        as(owner).get("/api/characters/{id}/images", character).then().statusCode(404);
        run(() -> gallery.release(used, owner, story));
        assertThat(Databases.count("image")).isZero();
    }

    @Test
    void erasesAllOfADeletedAccount() {
        UUID used = image("portrait", null, 0);
        image("upload", null, 0);
        select("{\"image_id\":\"%s\"}".formatted(used)).statusCode(200);
        run(() -> gallery.use(used, owner, new ImageUser(ImageUser.Kind.STORY, UUID.randomUUID())));

        Broker.publish(
                Topics.ACCOUNTS, owner.toString(), event("AccountDeleted", "{\"account_id\":\"%s\"}".formatted(owner)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Databases.count("image")).isZero());
        assertThat(Databases.count("image_use")).isZero();
        assertThat(Databases.count("portrait")).isZero();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Databases.count("portrait_history"))
                .isZero());
        assertThat(Databases.count("loose_file")).isEqualTo(2);
    }

    private static byte[] event(String type, String payload) {
        return "{\"event_id\":\"%s\",\"event_type\":\"%s\",\"payload\":%s}"
                .formatted(UUID.randomUUID(), type, payload)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A row alone: nothing here reads its file. Ids sort by the order of the calls. */
    private UUID image(String origin, UUID job, int ordinal) {
        UUID id = new UUID(
                0x0198c0de00007000L + ++made,
                0x8000000000000000L | UUID.randomUUID().getLeastSignificantBits() >>> 4);
        Databases.execute("""
                insert into image (id, character_id, session_id, owner_id, job_id, ordinal, filename, path, width, height,
                    byte_size, origin, provider)
                values ('%s', '%s', '%s', '%s', %s, %d, '%s.png', '%s', 1024, 1024, 1, '%s', 'builtin')
                """.formatted(
                        id,
                        character,
                        character,
                        owner,
                        job == null ? "null" : "'" + job + "'",
                        ordinal,
                        name(id),
                        path(id),
                        origin));
        return id;
    }

    private void stand(UUID image) {
        Databases.execute(
                "insert into portrait (character_id, image_id) values ('%s', '%s')".formatted(character, image));
    }

    private static String name(UUID image) {
        return image.toString().replace("-", "").repeat(2);
    }

    private String path(UUID image) {
        return "media/images/" + character + "/portraits/" + name(image) + ".png";
    }

    private ValidatableResponse select(String body) {
        return as(owner)
                .body(body)
                .post("/api/characters/{id}/select-image", character)
                .then();
    }

    private List<String> results(int number) {
        return Broker.read(Topics.GENERATION_RESULTS, number, Duration.ofSeconds(20), record -> character
                        .toString()
                        .equals(record.key()))
                .stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private static RequestSpecification as(UUID account) {
        return given().auth().oauth2(TestTokens.user(account)).contentType("application/json");
    }
}
