package io.dramatis.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.dramatis.test.PlatformResources;
import io.dramatis.test.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(PlatformResources.class)
class ProblemTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void listsEveryViolationAtOnceInWireNames() {
        given().contentType("application/json")
                .body("{\"colour\":\"mauve\",\"tags\":[\"ok\",\"toolong\",\"x\"]}")
                .post("/api/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("VALIDATION"))
                .body("source", equalTo("things.create_thing"))
                .body("severity", equalTo("warning"))
                .body("instance", equalTo("/api/things"))
                .body("error_id", notNullValue())
                .body("timestamp", containsString("Z"))
                .body("violations.field", containsInAnyOrder("thing_name", "colour", "tags", "tags[1]"))
                .body("violations.message", hasItem("must be one of: red, dark_blue"));
    }

    @Test
    void acceptsEnumeratedValuesLeniently() {
        given().contentType("application/json")
                .body("{\"thing_name\":\"a\",\"colour\":\"Dark Blue\"}")
                .post("/api/things")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesControlCharacters() {
        given().contentType("application/json")
                .body("{\"thing_name\":\"a\\u0000b\"}")
                .post("/api/things")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("thing_name"));
    }

    @Test
    void namesTheFieldOfAWrongType() {
        given().contentType("application/json")
                .body("{\"thing_name\":\"a\",\"weight\":\"heavy\"}")
                .post("/api/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("violations.field", containsInAnyOrder("weight"));
    }

    @Test
    void refusesWhatIsNoJson() {
        given().contentType("application/json")
                .body("{\"thing_name\":")
                .post("/api/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("MALFORMED_BODY"));
        given().contentType("application/json")
                .body("{\"thing_name\":\"a\"} {\"thing_name\":\"b\"}")
                .post("/api/things")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_BODY"));
    }

    @Test
    void refusesAMissingBody() {
        given().contentType("application/json")
                .post("/api/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void refusesAnotherMediaType() {
        given().contentType("text/plain")
                .body("hello")
                .post("/api/things")
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void refusesATooLargeBody() {
        given().contentType("application/json")
                .body("{\"thing_name\":\"" + "a".repeat(2_000_000) + "\"}")
                .post("/api/things")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("code", equalTo("BODY_TOO_LARGE"))
                .body("additional_data.max_bytes", equalTo(1024 * 1024));
    }

    @ParameterizedTest
    @EnumSource
    void refusesATooLargeBodyOfUnknownLength(HttpClient.Version version) throws Exception {
        HttpResponse<String> refused = postWithoutLength(version, 2_000_000);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("content-type")).contains(PROBLEM);
        assertThat(refused.body()).contains("\"BODY_TOO_LARGE\"", "\"max_bytes\":1048576");
        HttpResponse<String> accepted = postWithoutLength(version, 500_000);
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.body()).contains("\"a\"");
    }

    private static HttpResponse<String> postWithoutLength(HttpClient.Version version, int spaces) throws Exception {
        byte[] body = ("{\"thing_name\":\"a\"" + " ".repeat(spaces) + "}").getBytes(StandardCharsets.UTF_8);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/things"))
                                .version(version)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void answersUnknownPathsAndMethodsAsProblems() {
        given().get("/nowhere").then().statusCode(404).contentType(PROBLEM).body("code", equalTo("NOT_FOUND"));
        given().delete("/api/things").then().statusCode(405).contentType(PROBLEM);
        given().accept("text/csv").get("/api/things").then().statusCode(406).contentType(PROBLEM);
    }

    @Test
    void answersDomainFailuresWithTheirContext() {
        given().get("/api/things/42")
                .then()
                .statusCode(404)
                .body("code", equalTo("CHARACTER_NOT_FOUND"))
                .body("source", equalTo("things.get_thing"))
                .body("additional_data.character_id", equalTo("42"));
        given().get("/api/things/away")
                .then()
                .statusCode(503)
                .header("Retry-After", "7")
                .body("severity", equalTo("error"));
    }

    @Test
    void leaksNothingInternal() {
        given().get("/api/things/broken")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body("code", equalTo("INTERNAL"))
                .body(not(containsString("secret")));
    }

    @Test
    void refusesHugeLimitsAndBrokenCursors() {
        given().queryParam("limit", 101)
                .get("/api/things")
                .then()
                .statusCode(400)
                .body("violations", hasSize(1));
        given().queryParam("limit", 0).get("/api/things").then().statusCode(400);
        given().queryParam("limit", "99999999999999")
                .get("/api/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
        given().queryParam("limit", "many")
                .get("/api/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
        given().queryParam("cursor", "?!")
                .get("/api/things")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void knowsTheCaller() {
        UUID account = UUID.randomUUID();

        given().auth()
                .oauth2(TestTokens.user(account))
                .get("/api/things/mine")
                .then()
                .statusCode(200)
                .body("account_id", equalTo(account.toString()))
                .body("admin", equalTo(false));
        given().get("/api/things/mine")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .oauth2(TestTokens.user(account))
                .get("/api/things/admin")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.admin(account))
                .get("/api/things/admin")
                .then()
                .statusCode(200);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return TestTokens.forgeries(UUID.randomUUID()).entrySet().stream()
                .map(forgery -> DynamicTest.dynamicTest(
                        forgery.getKey(), () -> given().headers(Map.of("Authorization", "Bearer " + forgery.getValue()))
                                .get("/api/things/mine")
                                .then()
                                .statusCode(401)
                                .contentType(PROBLEM)));
    }
}
