package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.events.Topics;
import io.dramatis.portrait.image.TestPictures;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortraitServiceTest
class UploadTest {

    private static final int MIB = 1024 * 1024;
    private static final Path UPLOADS = Path.of("target/test-uploads");

    private final UUID owner = UUID.randomUUID();
    private UUID character;

    @ConfigProperty(name = "dramatis.portrait.gallery.max-images-per-owner")
    int galleryLimit;

    @TestHTTPResource("/")
    URL service;

    @BeforeEach
    void clean() {
        CatalogStub.setDown(false);
        Databases.clean();
        character = CatalogStub.characterOf(owner);
    }

    @AfterEach
    void leavesNoTemporaryFile() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(temporaryFiles()).isEmpty());
    }

    @Test
    void becomesThePortraitOnlyWhereThereIsNone() {
        String first = upload(picture(1))
                .statusCode(201)
                .header("Location", containsString("/api/characters/" + character + "/images/"))
                .body("origin", equalTo("upload"))
                .body("selected", equalTo(true))
                .body("width", equalTo(80))
                .body("height", equalTo(40))
                .body("thumbnails.64", endsWith("?size=64"))
                .body("lineage.prompt", nullValue())
                .extract()
                .path("id");
        String second = upload(picture(2))
                .statusCode(201)
                .body("selected", equalTo(false))
                .extract()
                .path("id");

        as(owner)
                .get("/api/characters/{id}/images?origin=upload", character)
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first))
                .body("items.selected", contains(false, true));
        as(owner)
                .get("/api/characters/{id}/portrait", character)
                .then()
                .statusCode(200)
                .body("image_id", equalTo(first))
                .body("prompt", nullValue());
        as(owner)
                .get("/api/characters/{id}/portrait/history", character)
                .then()
                .body("items.reason", contains("uploaded"));
        List<String> told = Broker.read(Topics.GENERATION_RESULTS, 1, Duration.ofSeconds(20), record -> character
                        .toString()
                        .equals(record.key()))
                .stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
        assertThat(told).hasSize(1).first().asString().contains("PortraitChanged", first);
        assertThat(Databases.count("loose_file")).isZero();
    }

    @Test
    void servesWhatWasUploadedWithoutWhatItsFileTold() {
        String url = upload(TestPictures.jpegWithExif(TestPictures.quartered(80, 40, 0), 6))
                .statusCode(201)
                .body("width", equalTo(40))
                .body("height", equalTo(80))
                .body("url", endsWith(".jpg"))
                .extract()
                .path("url");

        byte[] content = as(owner)
                .get(url)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("52.5200N");
        assertThat(TestPictures.read(content).getWidth()).isEqualTo(40);
    }

    @Test
    void takesWebp() {
        upload(TestPictures.webp(300, 200, 0xFF00AA00)).statusCode(201).body("width", equalTo(300));
    }

    @Test
    void repeatsTheAnswerForTheSameIdempotencyKey() {
        String first = upload(picture(1), "once").statusCode(201).extract().path("id");

        upload(picture(1), "once").statusCode(201).body("id", equalTo(first));
        upload(picture(2), "once").statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

        assertThat(Databases.count("image")).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoPictureItTakes() {
        upload("GIF89a and so on".getBytes(StandardCharsets.US_ASCII))
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"))
                .body("detail", containsString("PNG nor JPEG nor WebP"));
        upload(new byte[0]).statusCode(415);
        byte[] half = Arrays.copyOf(picture(1), 70);
        upload(half).statusCode(422).body("code", equalTo("UPLOAD_UNREADABLE"));
        upload(TestPictures.png(9000, 100, 8, 1))
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"))
                .body("detail", containsString("9000 × 100"))
                .body("additional_data.max_side", equalTo(8192));

        assertThat(Databases.count("image")).isZero();
        assertThat(Databases.count("loose_file")).isZero();
    }

    @Test
    void wantsOneFile() {
        uploading().multiPart("text", "no file").post(path()).then().statusCode(400);
        uploading()
                .multiPart("picture", "a.png", picture(1), "image/png")
                .post(path())
                .then()
                .statusCode(400)
                .body("violations.field", contains("file"));
        uploading()
                .multiPart("file", "a.png", picture(1), "image/png")
                .multiPart("file", "b.png", picture(2), "image/png")
                .post(path())
                .then()
                .statusCode(400)
                .body("violations.field", contains("file"));
        as(owner).body("{}").post(path()).then().statusCode(415);
    }

    @Test
    void takesTenMebibytesAndNoMore() throws IOException {
        byte[] png = picture(1);
        byte[] most = Arrays.copyOf(png, 10 * MIB);
        byte[] more = Arrays.copyOf(png, 10 * MIB + 1);
        byte[] muchMore = Arrays.copyOf(png, 12 * MIB);

        upload(most).statusCode(201);
        upload(more).statusCode(413).body("code", equalTo("BODY_TOO_LARGE"));
        assertThat(tooLarge(path(), "multipart/form-data; boundary=x", muchMore.length))
                .contains("413", "BODY_TOO_LARGE");
        assertThat(sendChunked(path(), "multipart/form-data; boundary=x", """
                --x\r
                Content-Disposition: form-data; name="file"; filename="a.png"\r
                Content-Type: image/png\r
                \r
                """, muchMore.length))
                .contains("413", "BODY_TOO_LARGE");
    }

    @Test
    void refusesMultipartThatBreaksOff() throws IOException {
        String begin = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n";

        assertThat(sendChunked(path(), "multipart/form-data; boundary=x", begin, 1_000))
                .contains("400", "MALFORMED_BODY");
        assertThat(sendChunked(path(), "multipart/form-data; boundary=x", "no boundary at all", 1_000))
                .contains("400", "MALFORMED_BODY");
    }

    /** What only uploads may do. */
    @Test
    void keepsAllOtherBodiesSmall() throws IOException {
        assertThat(tooLarge("/api/characters/" + character + "/select-image", "application/json", 2 * MIB))
                .contains("413", "BODY_TOO_LARGE");
        assertThat(sendChunked("/api/characters/" + character + "/select-image", "application/json", "{", 2 * MIB))
                .contains("413", "BODY_TOO_LARGE");
        as(owner)
                .body("{\"image_id\":\"x\"" + " ".repeat(MIB / 2) + "}")
                .post("/api/characters/{id}/select-image", character)
                .then()
                .statusCode(400);
    }

    @Test
    void refusesStrangersBeforeAnythingIsDecoded() {
        UUID stranger = UUID.randomUUID();

        given().auth()
                .oauth2(TestTokens.user(stranger))
                .multiPart("file", "a.png", "no picture".getBytes(StandardCharsets.US_ASCII), "image/png")
                .post(path())
                .then()
                .statusCode(404)
                .body("code", equalTo("CHARACTER_NOT_FOUND"));
        given().multiPart("file", "a.png", picture(1), "image/png")
                .post(path())
                .then()
                .statusCode(401);
    }

    @Test
    void limitsAnOwnersGalleries() {
        Databases.execute("""
                insert into image (id, character_id, session_id, owner_id, ordinal, filename, path, width, height,
                    byte_size, origin, provider)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '%s', 0, 'f', 'p' || n, 1, 1, 1, 'upload',
                    'upload'
                from generate_series(1, %d) n
                """.formatted(owner, galleryLimit - 1));

        upload(picture(1)).statusCode(201);
        upload(picture(2))
                .statusCode(409)
                .body("code", equalTo("GALLERY_FULL"))
                .body("additional_data.max_images", equalTo(galleryLimit));

        assertThat(Databases.count("image")).isEqualTo(galleryLimit);
    }

    @Test
    void letsTwoOwnersHaveTheSamePicture() {
        UUID other = UUID.randomUUID();
        UUID theirs = CatalogStub.characterOf(other);
        String id = upload(picture(1)).statusCode(201).extract().path("id");
        String url = given().auth()
                .oauth2(TestTokens.user(other))
                .multiPart("file", "a.png", picture(1), "image/png")
                .post("/api/characters/{id}/upload", theirs)
                .then()
                .statusCode(201)
                .extract()
                .path("url");

        as(owner)
                .delete("/api/characters/{id}/images/{image}", character, id)
                .then()
                .statusCode(204);
        Databases.execute("update loose_file set noted_at = now() - interval '1 hour'");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Databases.count("loose_file")).isZero());

        as(other).get(url).then().statusCode(200);
        as(other).get(url + "?size=64").then().statusCode(200);
        as(owner).get(url).then().statusCode(404);
    }

    @Test
    void takesUploadsAtTheSameTime() throws Exception {
        List<Callable<Integer>> uploads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            byte[] picture = picture(i % 6);
            uploads.add(() -> upload(picture).extract().statusCode());
        }

        ExecutorService clients = Executors.newFixedThreadPool(12);
        try {
            for (var status : clients.invokeAll(uploads)) {
                assertThat(status.get()).isEqualTo(201);
            }
        } finally {
            clients.shutdownNow();
        }

        as(owner)
                .get("/api/characters/{id}/images", character)
                .then()
                .body("items", hasSize(12))
                .body("items.findAll { it.selected }", hasSize(1));
        assertThat(Databases.count("portrait_history")).isEqualTo(1);
        assertThat(Databases.count("loose_file")).isZero();
    }

    private static byte[] picture(int number) {
        return TestPictures.file(TestPictures.quartered(80, 40, number), "png");
    }

    private String path() {
        return "/api/characters/" + character + "/upload";
    }

    private ValidatableResponse upload(byte[] file) {
        return upload(file, null);
    }

    private ValidatableResponse upload(byte[] file, String key) {
        RequestSpecification request = uploading();
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.multiPart("file", "portrait.png", file, "image/png")
                .post(path())
                .then();
    }

    private RequestSpecification uploading() {
        return given().auth().oauth2(TestTokens.user(owner));
    }

    /** The answer to a body that is only announced. */
    private String tooLarge(String path, String contentType, int length) {
        try (Socket client = new Socket("localhost", service.getPort())) {
            client.setSoTimeout(10_000);
            client.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + TestTokens.user(owner) + "\r\nContent-Type: " + contentType
                                    + "\r\nContent-Length: "
                                    + length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return read(client.getInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String sendChunked(String path, String contentType, String begin, int spaces) throws IOException {
        byte[] body = (begin + " ".repeat(spaces)).getBytes(StandardCharsets.US_ASCII);
        try (Socket client = new Socket("localhost", service.getPort())) {
            client.setSoTimeout(10_000);
            client.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + TestTokens.user(owner)
                                    + "\r\nContent-Type: " + contentType
                                    + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            try {
                client.getOutputStream()
                        .write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().write(body);
                client.getOutputStream().write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException refused) {
                // It need not wait for the end before it says so.
            }
            return read(client.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        byte[] answer = new byte[4096];
        StringBuilder text = new StringBuilder();
        try {
            for (int n = in.read(answer); n > 0 && !text.toString().contains("}"); n = in.read(answer)) {
                text.append(new String(answer, 0, n, StandardCharsets.UTF_8));
                if (text.toString().contains("}")) {
                    break;
                }
            }
        } catch (IOException closed) {
            return text.toString();
        }
        return text.toString();
    }

    private static List<Path> temporaryFiles() throws IOException {
        if (!Files.exists(UPLOADS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(UPLOADS)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static RequestSpecification as(UUID account) {
        return given().auth().oauth2(TestTokens.user(account)).contentType("application/json");
    }
}
