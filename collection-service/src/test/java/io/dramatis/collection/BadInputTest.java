package io.dramatis.collection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem of the client's and says so. */
@CollectionTest
class BadInputTest {

    private static final String LONG = "x".repeat(10_000);

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    static Stream<String> odd() {
        return Stream.of(
                "\u0000", "nul\u0000inside", "bell\u0007", "\u202e", "\ud800", LONG, " ", "' or 1=1 --", "%00");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void refusesOddRegistrations(String text) {
        expect(
                json(given(), Map.of("username", text, "password", "long enough"))
                        .post("/api/auth/register"),
                400);
        if (!text.isBlank()) {
            expect(
                    json(given(), Map.of("username", "frodo", "email", text, "password", "long enough"))
                            .post("/api/auth/register"),
                    400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\u0000inside", "bell\u0007 rings", "short", ""})
    void refusesOddPasswords(String text) {
        expect(json(given(), Map.of("username", "frodo", "password", text)).post("/api/auth/register"), 400);
        expect(json(given(), Map.of("username", "frodo", "password", LONG)).post("/api/auth/register"), 400);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void turnsOddSignInsAway(String text) {
        assertThat(People.signIn(text, "long enough").statusCode()).isIn(400, 401, 413);
        assertThat(People.signIn("frodo", text).statusCode()).isIn(400, 401, 413);
        assertThat(People.refresh(text).statusCode()).isIn(400, 401, 413);
        assertThat(json(given(), Map.of("refresh_token", text))
                        .post("/api/auth/logout")
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "[::1", "1.2.3.4:port", "::::", "1.2.3.4, ,", "x;y=z", "999.1.1.1"})
    void countsFailuresOfOddAddressesToo(String address) {
        assertThat(People.signIn("frodo", "long enough", address).statusCode()).isIn(400, 401);
    }

    @Test
    void turnsFormsThatAreNoneAway() {
        for (String body :
                new String[] {"%", "grant_type=%zz", "=&=&", "grant_type", "grant_type=password&grant_type=x"}) {
            int status = given().contentType("application/x-www-form-urlencoded")
                    .body(body)
                    .post("/api/auth/token")
                    .statusCode();
            assertThat(status).as(body).isBetween(400, 415);
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    void refusesOddNamesToShow(String text) {
        Response answer = json(me(), Map.of("display_name", text)).patch("/api/auth/me");

        assertThat(answer.statusCode()).isIn(200, 400);
    }

    @Test
    void refusesOtherTypesAndBrokenBodies() {
        expect(given().contentType("text/plain").body("x").post("/api/auth/register"), 415);
        expect(given().contentType("application/json").body("{}").post("/api/auth/token"), 415);
        expect(given().contentType("text/plain").body("x").post("/api/auth/logout"), 415);
        for (String body :
                new String[] {"{", "[]", "null", "\"text\"", "{\"username\": {}}", "{\"username\": [\"a\"]}", ""}) {
            expect(given().contentType("application/json").body(body).post("/api/auth/register"), 400);
        }
        expect(given().contentType("application/json").body("[".repeat(2_000)).post("/api/auth/register"), 400);
        expect(
                given().contentType("application/json")
                        .body("{\"username\": \"" + "x".repeat(2_000_000) + "\"}")
                        .post("/api/auth/register"),
                413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=101",
                "limit=99999999999999999999",
                "limit=ten",
                "cursor=broken",
                "cursor=%00",
                "cursor=AAAA",
                "cursor=MjAyNi0wMS0wMVQwMDowMDowMFo",
                "q=%00",
                "q=%07",
                "genre=%00"
            })
    void refusesOddQueries(String query) {
        Response answer = me().urlEncodingEnabled(false).get("/api/characters/my?" + query);

        assertThat(answer.statusCode()).as(query).isIn(400, 404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void refusesLongQueriesAndCursorsOfOtherTimes() {
        expect(me().queryParam("q", "x".repeat(201)).get("/api/characters/my"), 400);
        expect(me().queryParam("cursor", "A".repeat(2_000)).get("/api/characters/my"), 400);
        assertThat(me().queryParam("q", LONG).get("/api/characters/my").statusCode())
                .isEqualTo(414);
        String farAway = io.dramatis.kit.paging.Cursor.of("+1000000000-12-31T23:59:59.999999999Z", UUID.randomUUID())
                .encode();
        assertThat(me().queryParam("cursor", farAway).get("/api/characters/my").statusCode())
                .isIn(200, 400);
    }

    private static RequestSpecification me() {
        return given().auth().oauth2(TestTokens.user(People.register(People.newName())));
    }

    private static RequestSpecification json(RequestSpecification request, Map<String, String> body) {
        return request.contentType("application/json").body(body);
    }

    private static void expect(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("error_id")).isNotBlank();
    }
}
