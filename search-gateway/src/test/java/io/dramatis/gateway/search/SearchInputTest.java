package io.dramatis.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.in;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people type: a sensible answer or a refusal, and nothing that a source would refuse. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SearchInputTest {

    private static final List<String> HAPPY = List.of("ok", "empty", "cached", "not_configured");

    @Inject
    MovableClock clock;

    @TestHTTPResource("/api/characters/search")
    URI search;

    @BeforeEach
    void forget() {
        clock.advance(Duration.ofDays(3));
    }

    static Stream<String> unusualTexts() {
        return Stream.of(
                "L",
                "ab",
                "9",
                "愛",
                "🦉",
                "👩\u200D👩\u200D👧",
                "\u202Eotuian\u202C",
                "\u2067naruto\u2069",
                "שלום עולם",
                "محمد",
                "क्\u200Dष",
                "'; drop table character; --",
                "<script>alert(1)</script>",
                "intitle:naruto -hokage",
                "insource:/x/",
                "title:(a OR b) AND *:*",
                "a\\b \"c\" {d} [e] ~f^2",
                "naruto%00",
                "..%2f..",
                "${jndi:ldap://x}",
                "C++ & C#",
                "x".repeat(200),
                "愛".repeat(200),
                "🦉".repeat(200),
                "a ".repeat(99) + "a");
    }

    @ParameterizedTest
    @MethodSource("unusualTexts")
    void answersEveryTextAndAsksNoSourceWhatItRefuses(String q) {
        ask(q).then()
                .statusCode(200)
                .body("sources.status", everyItem(in(HAPPY)))
                .body("complete", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u202E\u200B", "?!", "\"", "*", "\t", "a\u0000", "a\u001Bb", "a\u0085"})
    void refusesWhatNobodyCanFind(String q) {
        refusal(ask(q)).body("violations.field", contains("q"));
    }

    @Test
    void refusesMoreThanAnybodyTypes() {
        refusal(ask("x".repeat(1_000))).body("violations[0].message", containsString("1 to 200"));
        refusal(ask("🦉".repeat(201))).body("violations.field", contains("q"));
        refusal(given().get(search)).body("violations.field", contains("q"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff%fe", "%C3%28na", "%ED%A0%80", "%zz", "%"})
    void survivesBytesThatAreNoText(String q) throws IOException {
        try (Socket client = new Socket(search.getHost(), search.getPort())) {
            client.setSoTimeout(5_000);
            client.getOutputStream()
                    .write(("GET " + search.getPath() + "?q=" + q + " HTTP/1.1\r\nHost: gateway\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer.lines().findFirst().orElseThrow()).containsPattern(" (200|400) ");
        }
    }

    @Test
    void namesTheCategoriesThereAre() {
        refusal(given().queryParam("q", "x").queryParam("category", "sculpture").get(search))
                .body("violations.field", contains("category"))
                .body(
                        "violations[0].message",
                        equalTo("must be one of: anime, manga, movie, tv, bollywood, book, dnd, other, all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1.5", "0x10", "99999999999999999999", "ten", "١٠"})
    void refusesALimitOutOfRange(String limit) {
        refusal(given().queryParam("q", "x").queryParam("limit", limit).get(search))
                .body("violations.field", contains("limit"));
    }

    @Test
    void takesTheFirstOfRepeatedParameters() {
        given().queryParam("q", "naruto", "berserk")
                .queryParam("category", "anime")
                .get(search)
                .then()
                .statusCode(200)
                .body("query", equalTo("naruto"));
    }

    private Response ask(String q) {
        return given().queryParam("q", q).get(search);
    }

    private static ValidatableResponse refusal(Response answer) {
        return answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION"));
    }
}
