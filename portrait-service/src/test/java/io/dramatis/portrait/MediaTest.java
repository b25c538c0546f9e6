package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.dramatis.events.Topics;
import io.dramatis.portrait.image.GalleryService;
import io.dramatis.portrait.image.ImageUser;
import io.dramatis.portrait.image.TestPictures;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PortraitServiceTest
class MediaTest {

    private final UUID owner = UUID.randomUUID();
    private UUID character;
    private String id;
    private String url;
    private byte[] content;

    @Inject
    GalleryService gallery;

    @ConfigProperty(name = "dramatis.portrait.storage.folder")
    Path store;

    @BeforeEach
    void uploadAPicture() {
        CatalogStub.setDown(false);
        Databases.clean();
        character = CatalogStub.characterOf(owner);
        Response uploaded = given().auth()
                .oauth2(TestTokens.user(owner))
                .multiPart("file", "a.png", TestPictures.file(TestPictures.quartered(700, 600, 1), "png"), "image/png")
                .post("/api/characters/{id}/upload", character);
        uploaded.then().statusCode(201);
        id = uploaded.path("id");
        url = uploaded.path("url");
        content = mine().get(url).then().statusCode(200).extract().asByteArray();
    }

    @Test
    void sendsTheImageToBeKeptForEver() {
        mine().get(url)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", equalTo("private, max-age=31536000, immutable"))
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .header("Accept-Ranges", equalTo("bytes"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Length", equalTo(Integer.toString(content.length)));
    }

    @Test
    void movesWhatTheBuiltinArtistDrew() {
        String moving = url + "?animated=true";
        mine().get(moving).then().statusCode(404).body("code", equalTo("IMAGE_NOT_FOUND"));
        Databases.execute("update image set sitter = "
                + "'{\"visual\":{\"race\":\"dwarf\"},\"style\":\"pixel\",\"identity_seed\":7,\"variation\":1}'");

        byte[] animation = mine().get(moving)
                .then()
                .statusCode(200)
                .contentType("image/apng")
                .header("Cache-Control", containsString("immutable"))
                .header("ETag", matchesPattern("\"[0-9a-f]{32}-animated\""))
                .extract()
                .asByteArray();

        assertThat(new String(animation, StandardCharsets.ISO_8859_1))
                .startsWith("\u0089PNG")
                .contains("acTL", "fdAT");
        assertThat(mine().get(moving).asByteArray()).isEqualTo(animation);
        as(UUID.randomUUID()).get(moving).then().statusCode(404);
        // Kept beside the image, and with it only.
        Path kept =
                store.resolve("media/images/" + character + "/portraits/" + name().replace(".png", "_animated.apng"));
        assertThat(kept).exists();
        mine().delete("/api/characters/{id}/images/{image_id}", character, id)
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.notExists(kept));
    }

    /** Whether it is published is the catalog's to say here, as no event has told: what nobody knows is not absent. */
    @Test
    void saysThatNobodyKnowsWhoMaySeeItWhileTheCatalogIsAway() {
        UUID stranger = UUID.randomUUID();
        as(stranger).get(url).then().statusCode(404);

        CatalogStub.setDown(true);

        as(stranger)
                .get(url)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));
        mine().get(url).then().statusCode(200);
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    @Test
    void answersHeadWithoutABody() {
        Response head = mine().head(url);

        head.then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .header("Accept-Ranges", equalTo("bytes"));
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void saysWhatHasNotChanged() {
        String etag = mine().get(url).header("ETag");
        String small = mine().get(url + "?size=64").header("ETag");

        assertThat(small).isNotEqualTo(etag);
        for (String header : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
            Response same = mine().header("If-None-Match", header).get(url);
            same.then().statusCode(304).header("ETag", etag).header("Cache-Control", containsString("immutable"));
            assertThat(same.asByteArray()).isEmpty();
        }
        mine().header("If-None-Match", small).get(url).then().statusCode(200);
        as(UUID.randomUUID()).header("If-None-Match", etag).get(url).then().statusCode(404);
    }

    @Test
    void sendsAPartThatIsAskedFor() {
        int length = content.length;

        assertThat(part("bytes=0-9", 0, 9)).isEqualTo(Arrays.copyOf(content, 10));
        assertThat(part("bytes=10-", 10, length - 1)).isEqualTo(Arrays.copyOfRange(content, 10, length));
        assertThat(part("bytes=-5", length - 5, length - 1)).isEqualTo(Arrays.copyOfRange(content, length - 5, length));
        mine().header("Range", "bytes=" + length + "-")
                .get(url)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + length)
                .body("code", equalTo("RANGE_NOT_SATISFIABLE"))
                .body("instance", equalTo(url));
        for (String ignored : List.of("bytes=0-1,5-6", "lines=0-1", "bytes=5-1")) {
            mine().header("Range", ignored)
                    .get(url)
                    .then()
                    .statusCode(200)
                    .header("Content-Length", Integer.toString(length));
        }
    }

    @Test
    void sendsAPartOfTheSameFileOnly() {
        String etag = mine().get(url).header("ETag");

        mine().header("Range", "bytes=0-9")
                .header("If-Range", etag)
                .get(url)
                .then()
                .statusCode(206);
        for (String other : List.of("\"other\"", "W/" + etag, "Fri, 02 Jan 2026 12:00:00 GMT")) {
            mine().header("Range", "bytes=0-9")
                    .header("If-Range", other)
                    .get(url)
                    .then()
                    .statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 512})
    void sendsThumbnails(int size) {
        byte[] thumbnail = mine().get(url + "?size=" + size)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(TestPictures.read(thumbnail).getWidth()).isEqualTo(size);
    }

    @Test
    void makesLostAndDamagedThumbnailsAgain() throws IOException {
        Path thumbnail = file("_256.");
        byte[] whole = Files.readAllBytes(thumbnail);

        for (byte[] damage : new byte[][] {null, {}, Arrays.copyOf(whole, 40), whole.clone()}) {
            if (damage == null) {
                Files.delete(thumbnail);
            } else {
                if (damage.length == whole.length) {
                    damage[whole.length / 2] ^= 1;
                }
                Files.write(thumbnail, damage);
            }

            byte[] again = mine().get(url + "?size=256")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(TestPictures.read(again).getWidth()).isEqualTo(256);
            assertThat(Files.readAllBytes(thumbnail)).isEqualTo(whole);
        }
        Databases.execute("update loose_file set noted_at = now() - interval '1 hour'");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Databases.count("loose_file")).isZero());
        mine().get(url).then().statusCode(200);
    }

    @Test
    void answersADamagedImageAsAFaultAndALostOneAsAbsent() throws IOException {
        Path image = file(".");
        byte[] whole = Files.readAllBytes(image);
        whole[whole.length / 2] ^= 1;
        Files.write(image, whole);
        mine().get(url).then().statusCode(503);

        Files.delete(image);

        mine().get(url).then().statusCode(404).body("code", equalTo("IMAGE_NOT_FOUND"));
    }

    @Test
    void showsASignedUrlToEverybody() {
        Response signed = sign("{\"expires_in\":60}");
        signed.then().statusCode(200);
        String open = signed.path("url");

        given().urlEncodingEnabled(false)
                .get(open)
                .then()
                .statusCode(200)
                .header("Cache-Control", matchesPattern("private, max-age=([0-9]|[1-5][0-9]|60)"))
                .header("Content-Length", Integer.toString(content.length));
        as(UUID.randomUUID()).urlEncodingEnabled(false).get(open).then().statusCode(200);
        given().urlEncodingEnabled(false).head(open).then().statusCode(200);
        given().urlEncodingEnabled(false)
                .header("Range", "bytes=0-1")
                .get(open)
                .then()
                .statusCode(206);
        assertThat(Instant.parse(signed.path("expires_at")))
                .isBetween(Instant.now().plusSeconds(40), Instant.now().plusSeconds(61));
        given().get(url).then().statusCode(404);
    }

    @Test
    void signsThumbnailsForThemselves() {
        String open = sign("{\"size\":64}").path("url");

        byte[] thumbnail = given().urlEncodingEnabled(false)
                .get(open)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(TestPictures.read(thumbnail).getWidth()).isEqualTo(64);
        for (String other : List.of("size=256&", "")) {
            given().urlEncodingEnabled(false)
                    .get(open.replace("size=64&", other))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("IMAGE_NOT_FOUND"));
        }
    }

    @Test
    void answersABadSignatureAsAbsent() {
        String open = sign("").path("url");
        String past = open.replaceFirst("expires=[0-9]+", "expires=1700000000");

        for (String bad : List.of(
                past,
                open.replaceFirst("signature=..", "signature=AA"),
                open.replaceFirst("signature=.*", "signature="),
                open.replaceFirst("key=[^&]+", "key=other"),
                open.replaceFirst("&key=[^&]+", ""),
                url + "?expires=99999999999&key=shared&signature=x")) {
            given().urlEncodingEnabled(false).get(bad).then().statusCode(404).body("code", equalTo("IMAGE_NOT_FOUND"));
        }
    }

    @Test
    void listsEveryViolationOfASigning() {
        sign("{\"expires_in\":59,\"size\":65}")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("expires_in", "size"));
        sign("{\"expires_in\":604801}").then().statusCode(400);
        sign("{\"expires_in\":604800}").then().statusCode(200);
    }

    @Test
    void signsForTheOwnerOnly() {
        UUID stranger = UUID.randomUUID();

        as(stranger)
                .post("/api/characters/{id}/images/{image}/signed-url", character, id)
                .then()
                .statusCode(404);
        as(stranger)
                .post("/api/characters/{id}/images/{image}/signed-url", CatalogStub.characterOf(stranger), id)
                .then()
                .statusCode(404)
                .body("code", equalTo("IMAGE_NOT_FOUND"));
        given().post("/api/characters/{id}/images/{image}/signed-url", character, id)
                .then()
                .statusCode(401);
    }

    @Test
    void endsASignedUrlWithItsImage() throws Throwable {
        String open = sign("").path("url");
        ImageUser story = new ImageUser(ImageUser.Kind.STORY, UUID.randomUUID());
        VertxContextSupport.subscribeAndAwait(() -> gallery.use(UUID.fromString(id), owner, story));

        mine().delete("/api/characters/{id}/images/{image}", character, id)
                .then()
                .statusCode(204);

        given().urlEncodingEnabled(false).get(open).then().statusCode(404);
        // The story still shows it to its owner.
        mine().get(url).then().statusCode(200);
        VertxContextSupport.subscribeAndAwait(() -> gallery.release(UUID.fromString(id), owner, story));
        mine().get(url).then().statusCode(404);
    }

    @Test
    void keepsTheKeyOutOfSight() {
        sign("").then().statusCode(200).body(not(containsString("secret")));

        List<Map<String, Object>> keys = Databases.query("select id, length(secret) as length from signing_key");
        assertThat(keys).allSatisfy(key -> assertThat(key).containsEntry("length", 32));
    }

    @Test
    void showsAllImagesOfAPublishedCharacterByTheirUrls() {
        byte[] published = ("{\"event_id\":\"%s\",\"event_type\":\"CharacterUpdated\",\"payload\":{\"character\":"
                        + "{\"id\":\"%s\",\"owner_id\":\"%s\",\"name\":\"L\",\"published\":true,\"version\":3}}}")
                .formatted(UUID.randomUUID(), character, owner)
                .getBytes(StandardCharsets.UTF_8);
        given().get(url).then().statusCode(404);

        Broker.publish(Topics.CHARACTERS, character.toString(), published);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get(url).then().statusCode(200));
        as(UUID.randomUUID())
                .get("/api/characters/{id}/images", character)
                .then()
                .statusCode(404);
    }

    private byte[] part(String range, int first, int last) {
        return mine().header("Range", range)
                .get(url)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes " + first + "-" + last + "/" + content.length)
                .header("Content-Length", Integer.toString(last - first + 1))
                .extract()
                .asByteArray();
    }

    private Response sign(String body) {
        return mine().body(body).post("/api/characters/{id}/images/{image}/signed-url", character, id);
    }

    /** The stored file whose name goes on like this after its hash. */
    private Path file(String rest) throws IOException {
        String hash = url.replaceFirst(".*/([0-9a-f]{64}).*", "$1");
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(file -> file.toString().contains(character.toString()))
                    .filter(file -> file.getFileName().toString().startsWith(hash + rest))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private RequestSpecification mine() {
        return as(owner);
    }

    private static RequestSpecification as(UUID account) {
        return given().auth().oauth2(TestTokens.user(account)).contentType("application/json");
    }
}
