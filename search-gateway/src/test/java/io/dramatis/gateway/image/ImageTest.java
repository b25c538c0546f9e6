package io.dramatis.gateway.image;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ImageTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ImageHost host = GatewayEnvironment.imageHost();

    @TestHTTPResource("/api/images")
    URI images;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, 256, image/jpeg, 256, 171",
        "photo.jpg, 64, image/jpeg, 64, 43",
        "photo.jpg, , image/jpeg, 256, 171",
        "poster.png, 128, image/jpeg, 128, 192",
        "strip.png, 64, image/jpeg, 19, 192",
        "small.png, 512, image/jpeg, 100, 50",
        "hole.png, 128, image/png, 128, 128",
        "animation.gif, 128, image/jpeg, 128, 128",
        "misnamed.png, 128, image/jpeg, 128, 128",
        "moved.png, 128, image/jpeg, 128, 192",
    })
    void showsASourcesImage(String name, String width, String type, int shownWidth, int shownHeight)
            throws IOException {
        byte[] file = given().queryParam("url", url(name))
                .queryParams(width == null ? Map.of() : Map.of("width", width))
                .get("/api/images")
                .then()
                .statusCode(200)
                .contentType(type)
                .header("Content-Disposition", "inline")
                .header("Cache-Control", "public, max-age=86400, immutable")
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asByteArray();

        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(shown.getWidth()).isEqualTo(shownWidth);
        assertThat(shown.getHeight()).isEqualTo(shownHeight);
    }

    @Test
    void showsTheImageOfASearchResult() {
        String imageUrl = given().queryParam("q", "naruto")
                .queryParam("category", "anime")
                .get("/api/characters/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.image_url != null }.image_url");

        given().queryParam("url", imageUrl)
                .get("/api/images")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/avif,image/webp,image/*,*/*;q=0.8", "image/png", "text/html"})
    void showsItWhateverAnElementAccepts(String accept) {
        given().queryParam("url", url("poster.png"))
                .accept(accept)
                .get("/api/images")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @Test
    void saysThatABrowsersCopyIsStillGood() {
        String etag = get("photo.jpg").then().extract().header("ETag");

        given().queryParam("url", url("photo.jpg"))
                .header("If-None-Match", "\"other\", " + etag)
                .get("/api/images")
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .header("Cache-Control", containsString("max-age"))
                .body(equalTo(""));
        given().queryParam("url", url("photo.jpg"))
                .queryParam("width", 128)
                .header("If-None-Match", etag)
                .get("/api/images")
                .then()
                .statusCode(200)
                .header("ETag", not(etag));
    }

    @Test
    void fetchesAnImageOnceForAll() throws Exception {
        List<CompletableFuture<HttpResponse<byte[]>>> asked = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            asked.add(send("waiting.png?once"));
        }
        await().until(() -> host.waiting() == 1);
        host.release();

        for (CompletableFuture<HttpResponse<byte[]>> answer : asked) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        assertThat(send("waiting.png?once").get().statusCode()).isEqualTo(200);
        assertThat(host.waiting()).isZero();
    }

    @Test
    void goesOnForTheOthersWhenTheFirstHasGone() throws Exception {
        CompletableFuture<HttpResponse<byte[]>> first = send("waiting.png?gone");
        await().until(() -> host.waiting() == 1);
        CompletableFuture<HttpResponse<byte[]>> second = send("waiting.png?gone");
        first.cancel(true);

        host.release();
        assertThat(second.get().statusCode()).isEqualTo(200);
    }

    @Test
    void refusesMoreThanItCanDo() throws Exception {
        // Two at a time and two that wait, as the environment has it.
        List<CompletableFuture<HttpResponse<byte[]>>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(send("waiting.png?crowd=" + i));
        }

        await().until(() -> asked.stream().filter(CompletableFuture::isDone).count() == 4);
        for (CompletableFuture<HttpResponse<byte[]>> answer : asked) {
            if (answer.isDone()) {
                assertThat(answer.get().statusCode()).isEqualTo(503);
                assertThat(answer.get().headers().firstValue("Retry-After")).contains("5");
                assertThat(new String(answer.get().body(), StandardCharsets.UTF_8))
                        .contains("OVERLOADED");
            }
        }
        await().until(() -> {
            host.release();
            return asked.stream().allMatch(CompletableFuture::isDone);
        });
        assertThat(asked.stream().filter(answer -> answer.join().statusCode() == 200))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "missing.png, 404, IMAGE_NOT_FOUND",
        "data.json, 422, IMAGE_UNUSABLE",
        "picture.webp, 422, IMAGE_UNUSABLE",
        "page.png, 422, IMAGE_UNUSABLE",
        "half.jpg, 422, IMAGE_UNUSABLE",
        "loop.png, 422, IMAGE_UNUSABLE",
        "inside.png, 422, IMAGE_UNUSABLE",
        "outside.png, 422, IMAGE_UNUSABLE",
        "bomb.png, 422, IMAGE_TOO_LARGE",
        "huge.png, 422, IMAGE_TOO_LARGE",
        "announced.png, 422, IMAGE_TOO_LARGE",
        "silent.png, 503, SOURCE_UNAVAILABLE",
        "reset.png, 503, SOURCE_UNAVAILABLE",
        "broken-off.png, 503, SOURCE_UNAVAILABLE",
        "broken.png, 503, SOURCE_UNAVAILABLE",
    })
    void saysWhatIsWrongWithAnImage(String name, int status, String code) {
        get(name)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .header("Retry-After", status == 503 ? notNullValue() : nullValue())
                .body("code", equalTo(code))
                .body("source", equalTo("images.get_image"));
    }

    @Test
    void leavesABadImageAloneForAWhile() {
        String name = "broken.png?again";
        get(name).then().statusCode(503);
        int calls = host.calls("/broken.png");

        get(name).then().statusCode(503).header("Retry-After", "5").body("code", equalTo("SOURCE_UNAVAILABLE"));
        given().queryParam("url", url(name))
                .queryParam("width", "64")
                .get("/api/images")
                .then()
                .statusCode(503);

        assertThat(host.calls("/broken.png")).isEqualTo(calls);
    }

    @Test
    void namesEverythingThatIsWrongWithARequest() {
        given().queryParam("url", "http://user@127.0.0.1:8080/a.png")
                .queryParam("width", "100")
                .get("/api/images")
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION"))
                .body("violations", hasSize(5))
                .body("violations.field", hasItems("url", "width"))
                .body("violations.message", hasItem("must be one of: 64, 128, 256, 512"));
        when().get("/api/images").then().statusCode(400).body("violations.field", hasItem("url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65", "1024", "256.0", "0x40", "abc", "99999999999", "64,128"})
    void offersSomeWidthsOnly(String width) {
        given().queryParam("url", url("photo.jpg"))
                .queryParam("width", width)
                .get("/api/images")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("width"));
    }

    @Test
    void countsWithoutTellingWhat() {
        get("small.png?counted").then().statusCode(200);
        get("small.png?counted").then().statusCode(200);
        get("missing.png").then().statusCode(404);

        when().get(metrics)
                .then()
                .body(containsString("dramatis_images_requests_total{result=\"hit\"}"))
                .body(containsString("dramatis_images_made_seconds_count{outcome=\"image_not_found\"}"))
                .body(containsString("uri=\"/api/images\""))
                .body(not(containsString("small.png")));
    }

    private Response get(String name) {
        return given().queryParam("url", url(name)).get("/api/images");
    }

    private String url(String name) {
        return host.url() + "/" + name;
    }

    private CompletableFuture<HttpResponse<byte[]>> send(String name) {
        URI request = URI.create(images + "?url=" + URLEncoder.encode(url(name), StandardCharsets.UTF_8));
        return HTTP.sendAsync(
                HttpRequest.newBuilder(request).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofByteArray());
    }
}
