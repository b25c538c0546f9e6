package io.dramatis.catalog.character;

import static io.dramatis.catalog.character.Characters.as;
import static io.dramatis.catalog.character.Characters.create;
import static io.dramatis.catalog.character.Characters.get;
import static io.dramatis.catalog.character.Characters.withoutAccidents;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.catalog.CatalogServiceTest;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what. */
@CatalogServiceTest
class CharacterAccessTest {

    private final UUID owner = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void answersAForeignCharacterExactlyAsAMissingOne() {
        String foreign = create(owner, "Secret");
        String published = Characters.publish(owner, "Famous");
        String missing = UUID.randomUUID().toString();
        JsonNode before = get(owner, foreign);

        calls().forEach((name, call) -> {
            Response ofMissing = call.apply(as(stranger), missing);
            Response ofForeign = call.apply(as(stranger), foreign);

            assertThat(ofMissing.statusCode()).as(name).isEqualTo(404);
            assertThat(ofForeign.statusCode()).as(name).isEqualTo(404);
            assertThat(withoutAccidents(ofForeign, foreign)).as(name).isEqualTo(withoutAccidents(ofMissing, missing));
            assertThat(ofForeign.headers().asList().stream().map(Object::toString))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(ofMissing.headers().asList().stream()
                            .map(Object::toString)
                            .toList());
            if (!name.startsWith("GET")) {
                assertThat(call.apply(as(stranger), published).statusCode())
                        .as(name)
                        .isEqualTo(404);
            }
        });

        assertThat(get(owner, foreign)).isEqualTo(before);
        given().get("/api/characters/{id}", foreign)
                .then()
                .statusCode(404)
                .body("source", equalTo("characters.get_character"))
                .body("severity", equalTo("warning"))
                .body("additional_data.character_id", equalTo(foreign));
    }

    @Test
    void needsATokenForAllThatIsNotPublic() {
        String id = Characters.publish(owner, "Famous");
        Map<String, BiFunction<RequestSpecification, String, Response>> calls = calls();
        calls.keySet().removeIf(name -> name.startsWith("GET"));
        calls.put("create", (who, any) -> who.body("{\"name\":\"x\"}").post("/api/characters"));
        calls.put("keep", (who, any) -> who.body(Characters.searchResult("1")).post("/api/characters/from-external"));
        calls.put("check", (who, any) -> who.get("/api/characters/check-name?name=x"));
        // Nobody without a token learns more than that.
        calls.put("invalid", (who, any) -> who.body("{").post("/api/characters"));
        calls.put("check nothing", (who, any) -> who.get("/api/characters/check-name"));

        calls.forEach((name, call) -> call.apply(given().contentType("application/json"), id)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED")));

        assertThat(Databases.count("characters")).isEqualTo(1);
    }

    /** Not even where no token is needed: a client must learn that its token is no good. */
    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        String id = Characters.publish(owner, "Famous");
        return TestTokens.forgeries(owner).entrySet().stream()
                .map(forgery -> DynamicTest.dynamicTest(forgery.getKey(), () -> {
                    refuses(forged(forgery.getValue()).body("{\"name\":\"x\"}").post("/api/characters"));
                    refuses(forged(forgery.getValue()).get("/api/characters/{id}", id));
                    refuses(forged(forgery.getValue()).get("/api/characters?mine=true"));
                    refuses(forged(forgery.getValue()).delete("/api/characters/{id}", id));
                }));
    }

    private static void refuses(Response answer) {
        answer.then().statusCode(401).contentType("application/problem+json").body("code", equalTo("UNAUTHENTICATED"));
    }

    private static RequestSpecification forged(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private static Map<String, BiFunction<RequestSpecification, String, Response>> calls() {
        Map<String, BiFunction<RequestSpecification, String, Response>> calls = new LinkedHashMap<>();
        calls.put("GET", (who, id) -> who.get("/api/characters/{id}", id));
        calls.put(
                "GET conditional", (who, id) -> who.header("If-None-Match", "*").get("/api/characters/{id}", id));
        calls.put("PUT", (who, id) -> who.body("{\"name\":\"Taken\"}").put("/api/characters/{id}", id));
        calls.put("PATCH", (who, id) -> who.body("{\"name\":\"Taken\"}").patch("/api/characters/{id}", id));
        calls.put("PATCH to nothing", (who, id) -> who.body("{\"name\":null}").patch("/api/characters/{id}", id));
        calls.put(
                "PATCH conditional",
                (who, id) -> who.header("If-Match", "\"x\"").body("{}").patch("/api/characters/{id}", id));
        calls.put("DELETE", (who, id) -> who.delete("/api/characters/{id}", id));
        calls.put("DELETE conditional", (who, id) -> who.header("If-Match", "\"x\"")
                .delete("/api/characters/{id}", id));
        return calls;
    }
}
