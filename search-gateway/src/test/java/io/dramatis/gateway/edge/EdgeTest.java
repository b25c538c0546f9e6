package io.dramatis.gateway.edge;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.TestBackend;
import io.dramatis.test.ApiDocument;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class EdgeTest {

    private static final int MIB = 1024 * 1024;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void passesARequestOnAsItIs() {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer a.b.c")
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body("{\"name\":\"Ünïcode\"}")
                .when()
                .patch(gateway + "api/characters/1?a=b%20c&d=%C3%BC")
                .then()
                .statusCode(200)
                .body("service", equalTo("catalog"))
                .body("method", equalTo("PATCH"))
                .body("uri", equalTo("/api/characters/1?a=b%20c&d=%C3%BC"))
                .body("length", equalTo(20))
                .body("headers.authorization", equalTo("Bearer a.b.c"))
                .body("headers.idempotency-key", equalTo("k1"));
    }

    @Test
    void saysWhoAsksAndBelievesNobody() {
        given().header("X-Forwarded-For", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-User-Id", "1")
                .header("X-Remote-User", "root")
                .header("Via", "1.1 evil")
                .header("X-Request-Id", "abc-1")
                .get("/api/portraits/styles")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "abc-1")
                .body("service", equalTo("portrait"))
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-host", equalTo(gateway.getAuthority()))
                .body("headers.x-request-id", equalTo("abc-1"))
                .body("headers", not(hasKey("forwarded")))
                .body("headers", not(hasKey("via")))
                .body("headers", not(hasKey("x-user-id")))
                .body("headers", not(hasKey("x-remote-user")));
    }

    @Test
    void joinsTheLogsOfAllServicesByOneTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/api/characters")
                .then()
                .header("X-Request-Id", trace)
                .body("headers.x-request-id", equalTo(trace))
                .body("headers.traceparent", equalTo("00-" + trace + "-00f067aa0ba902b7-01"));

        String made = when().get("/api/characters")
                .then()
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"))
                .extract()
                .header("X-Request-Id");
        given().header("traceparent", "nonsense")
                .get("/api/characters")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"))
                .header("X-Request-Id", not(equalTo(made)));
    }

    @Test
    void addsSecurityHeadersOnceAndHidesTheServer() {
        given().header("X-Request-Id", "bad id\u00e4")
                .get("/api/characters")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Referrer-Policy", notNullValue())
                .header("X-Frame-Options", "DENY")
                .header("Strict-Transport-Security", nullValue())
                .header("Server", nullValue())
                .header("X-Request-Id", not(containsString(" ")));
        when().get("/api/sources").then().header("X-Content-Type-Options", "nosniff");
        when().get("/nowhere").then().header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void streamsEventsAsTheyHappenAndLetsGoWithTheClient() throws Exception {
        TestBackend portrait = GatewayEnvironment.portrait();
        try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
            client.setSoTimeout(5_000);
            client.getOutputStream()
                    .write("GET /api/characters/1/generation-status HTTP/1.1\r\nHost: gateway\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(readUntil(client, "data: first")).contains("text/event-stream");

            portrait.sendEvent("second");
            assertThat(readUntil(client, "data: second")).doesNotContain("third");
            assertThat(portrait.openStreams()).isEqualTo(1);
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> portrait.openStreams() == 0);
    }

    @Test
    void letsGoOfAServiceThatHasNotAnsweredWhenTheClientIsGone() throws Exception {
        try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
            client.getOutputStream()
                    .write("GET /api/characters/1/generation-status HTTP/1.1\r\nHost: gateway\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> GatewayEnvironment.portrait().openStreams() == 1);
        }

        await().atMost(Duration.ofSeconds(5))
                .until(() -> GatewayEnvironment.portrait().openStreams() == 0);
    }

    @Test
    void passesLargeAnswersOn() throws Exception {
        HttpResponse<InputStream> answer =
                HTTP.send(request("/api/characters/large").build(), BodyHandlers.ofInputStream());

        long length = 0;
        byte[] buffer = new byte[8192];
        try (InputStream body = answer.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                length += read;
            }
        }
        assertThat(length).isEqualTo(24L * MIB);
    }

    @Test
    void streamsUploadsWithoutKeepingThem() throws Exception {
        long before = GatewayEnvironment.portrait().bodyBytes();
        byte[] half = new byte[4 * MIB];
        try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
            client.setSoTimeout(10_000);
            client.getOutputStream()
                    .write(("POST /api/characters/1/upload HTTP/1.1\r\nHost: gateway\r\nContent-Length: " + 8 * MIB
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().write(half);

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> GatewayEnvironment.portrait().bodyBytes() - before == 4L * MIB);

            client.getOutputStream().write(half);
            assertThat(readUntil(client, "\"headers\"")).contains("\"length\":" + 8 * MIB);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/characters, 1, true, 200",
        "/api/characters, 1, false, 200",
        "/api/characters, 2, true, 413",
        "/api/characters, 2, false, 413",
        "/api/characters/1/upload, 10, true, 200",
        "/api/characters/1/upload, 10, false, 200",
        "/api/characters/1/upload, 12, true, 413",
        "/api/characters/1/upload, 12, false, 413",
        "/api/sources, 2, true, 413",
    })
    void limitsBodiesByPath(String path, int mebibytes, boolean announced, int status) throws Exception {
        byte[] content = new byte[mebibytes * MIB];
        BodyPublisher body = announced
                ? BodyPublishers.ofByteArray(content)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content));

        HttpResponse<String> answer = HTTP.send(request(path).POST(body).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 413) {
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.body()).contains("BODY_TOO_LARGE").contains("max_bytes");
        }
    }

    @Test
    void answers503ForAServiceThatIsDown() {
        given().body("{\"some\":\"body\"}")
                .contentType("application/json")
                .post("/api/auth/token")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("DEPENDENCY_UNAVAILABLE"))
                .body("detail", containsString("collection"))
                .body("error_id", notNullValue());
    }

    @Test
    void answers503ForAServiceThatHangs() {
        when().get("/api/characters/hang")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));
    }

    @Test
    void breaksOffWhereTheServiceDoes() {
        assertThatThrownBy(() -> HTTP.send(request("/api/characters/breaks").build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void passesAnswersWithoutABodyOn() throws Exception {
        assertThat(send("/api/characters/not-modified").statusCode()).isEqualTo(304);
        assertThat(send("/api/characters/gone").statusCode()).isEqualTo(204);
        HttpResponse<String> head = HTTP.send(
                request("/api/characters")
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("1234");
    }

    @Test
    void passesAnswersOfUnknownLengthOnToClientsOfAnyAge() throws Exception {
        assertThat(send("/api/characters/chunked").body()).isEqualTo("one two");
        // Chunks are unknown to HTTP/1.0: there the end of the connection is the end of the answer.
        try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
            client.setSoTimeout(5_000);
            client.getOutputStream()
                    .write("GET /api/characters/chunked HTTP/1.0\r\nHost: gateway\r\nConnection: keep-alive\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("\r\n\r\none two");
        }
    }

    @Test
    void passesOneFramingOnWhereARequestHasTwo() throws IOException {
        try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
            client.setSoTimeout(5_000);
            client.getOutputStream()
                    .write(("POST /api/characters HTTP/1.1\r\nHost: gateway\r\nContent-Length: 44\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
                                    + "GET /api/portraits/last HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers)
                    .containsSubsequence("\"length\":3", "/api/portraits/last")
                    .doesNotContain("\"content-length\":\"44\"");
        }
    }

    @Test
    void answersRequestsOfOneConnectionInTheirOrder() throws IOException {
        try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
            client.setSoTimeout(5_000);
            client.getOutputStream()
                    .write(("GET /api/characters/chunked HTTP/1.1\r\nHost: gateway\r\n\r\n"
                                    + "POST /api/characters HTTP/1.1\r\nHost: gateway\r\nContent-Length: 3\r\n\r\nabc"
                                    + "GET /api/portraits/last HTTP/1.1\r\nHost: gateway\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(readUntil(client, "/api/portraits/last"))
                    .containsSubsequence("two", "\"method\":\"POST\"", "\"length\":3", "\"service\":\"portrait\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/api/../q/health",
                "/api/%2e%2e/q/health",
                "/api/characters/..%2f..%2fq",
                "/api/characters/a%00",
                "/api//characters",
                "/api/characters;x=y",
                "/admin"
            })
    void leadsNowhereElse(String path) throws IOException {
        try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
            client.setSoTimeout(5_000);
            client.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 404").contains("\"code\":\"NOT_FOUND\"");
        }
    }

    @Test
    void showsHealthAndMetricsToOperatorsOnly() {
        when().get(health).then().statusCode(200).body("status", equalTo("UP"));
        when().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("dramatis_source_tokens_left"))
                .body(containsString("dramatis_source_cache_total"))
                .body(containsString("dramatis_source_breaker_state"));
    }

    @Test
    void mergesTheDocumentsOfTheServicesThatAnswer() {
        when().get("/api/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("paths", hasKey("/api/characters/search"))
                .body("paths", hasKey("/api/campaigns/things"))
                .body("paths", hasKey("/api/portraits/things"))
                .body("paths", not(hasKey("/q/hidden")))
                .body("x-unavailable-services", contains("collection"));
    }

    @Test
    void givesExamplesThatAreAsTheirSchemas() {
        String document = when().get("/api/openapi.json").then().extract().asString();

        assertThat(ApiDocument.parse(document).exampleFaults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/api/docs, text/html",
        "/api/docs/, text/html",
        "/api/docs/site.css, text/css",
        "/api/docs/docs.js, text/javascript",
        "/api/docs/swagger-ui.css, text/css",
        "/api/docs/swagger-ui-bundle.js, text/javascript",
    })
    void servesItsPagesFromItsOwnOrigin(String path, String type) {
        when().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString(type))
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void servesNoOtherFile() {
        when().get("/api/docs/application.properties").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void listsTheErrorCatalogue() {
        when().get("/api/errors")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("CHARACTER_NOT_FOUND", "RATE_LIMITED", "DEPENDENCY_UNAVAILABLE"))
                .body("items.find { it.code == 'CHARACTER_NOT_FOUND' }.status", equalTo(404));
    }

    @Test
    void answersNoOtherOriginThanItsOwn() {
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/characters")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(String path) throws Exception {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    private static String readUntil(Socket socket, String expected) throws IOException {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (seen.indexOf(expected) < 0) {
            int read = socket.getInputStream().read(buffer);
            if (read < 0) {
                break;
            }
            seen.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
        return seen.toString();
    }
}
