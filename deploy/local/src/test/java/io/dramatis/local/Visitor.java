package io.dramatis.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Somebody with an account of their own, who uses the platform through its gateway only. */
final class Visitor {

    /** One event of a stream, as it came over the wire. */
    record StreamEvent(String name, String data) {}

    private final String gateway;
    private final String name;
    private final String password = "a long enough secret";
    private String token;

    private Visitor(String gateway, String name) {
        this.gateway = gateway;
        this.name = name;
    }

    static Visitor register(String gateway) {
        Visitor visitor =
                new Visitor(gateway, "visitor-" + UUID.randomUUID().toString().substring(0, 13));
        given().baseUri(gateway)
                .contentType(ContentType.JSON)
                .body(Map.of("username", visitor.name, "password", visitor.password))
                .post("/api/auth/register")
                .then()
                .statusCode(201);
        visitor.signIn();
        return visitor;
    }

    void signIn() {
        token = given().baseUri(gateway)
                .formParam("grant_type", "password")
                .formParam("username", name)
                .formParam("password", password)
                .post("/api/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    String name() {
        return name;
    }

    String token() {
        return token;
    }

    RequestSpecification request() {
        return given().baseUri(gateway).header("Authorization", "Bearer " + token);
    }

    String create(String characterName) {
        return request()
                .contentType(ContentType.JSON)
                .body(Map.of("name", characterName, "race", "wood_elf", "gender", "female"))
                .post("/api/characters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String generate(String characterId) {
        return request()
                .contentType(ContentType.JSON)
                .body(Map.of("regenerate", false))
                .post("/api/characters/{id}/portrait/generate", characterId)
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
    }

    Response favorite(String characterId) {
        return request().post("/api/characters/{id}/favorite", characterId);
    }

    Response mine() {
        return request().get("/api/characters/my");
    }

    Response portrait(String characterId) {
        return request().get("/api/characters/{id}/portrait", characterId);
    }

    /** Reads the character's status stream until it ends, which it does after the terminal event. */
    List<StreamEvent> watch(String characterId, Duration patience) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(gateway + "/api/characters/" + characterId + "/generation-status"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .timeout(patience)
                .build();
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        try (Stream<String> lines = response.body()) {
            return events(lines.iterator(), System.nanoTime() + patience.toNanos());
        }
    }

    private static List<StreamEvent> events(Iterator<String> lines, long deadline) {
        List<StreamEvent> events = new ArrayList<>();
        String event = "message";
        StringBuilder data = new StringBuilder();
        while (lines.hasNext()) {
            assertThat(System.nanoTime()).as("deadline of the stream").isLessThan(deadline);
            String line = lines.next();
            if (line.startsWith("event:")) {
                event = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            } else if (line.isEmpty() && !data.isEmpty()) {
                events.add(new StreamEvent(event, data.toString()));
                event = "message";
                data.setLength(0);
            }
        }
        return events;
    }

    /** Tokens that look like this visitor's, and that no service may take. */
    Map<String, String> forgeries() {
        String[] parts = token.split("\\.");
        String unsigned = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String promoted = encode(payload.replace("\"user\"", "\"admin\""));
        return Map.of(
                "not a token", "nonsense",
                "no signature", parts[0] + "." + parts[1] + ".",
                "algorithm none", unsigned + "." + parts[1] + ".",
                "another payload under the signature", parts[0] + "." + promoted + "." + parts[2],
                "a signature of zeros", parts[0] + "." + parts[1] + "." + "A".repeat(86));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
