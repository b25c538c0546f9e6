package io.dramatis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.events.Topics;
import io.dramatis.portrait.image.ImageUser;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What leaves a gallery, what takes its place, and what stays for whom. */
@PortraitServiceTest
class GalleryRemovalTest extends GalleryTestBase {

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
}
