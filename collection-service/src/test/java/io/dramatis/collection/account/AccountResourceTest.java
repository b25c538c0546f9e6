package io.dramatis.collection.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.collection.Characters;
import io.dramatis.collection.CollectionTest;
import io.dramatis.collection.People;
import io.dramatis.collection.StubCatalog;
import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CollectionTest
class AccountResourceTest {

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void opensAnAccount() {
        String body = given().contentType("application/json")
                .body("""
                        {"username": "Frodo.B-1", "email": "frodo@shire.example", "password": "my precious"}""")
                .post("/api/auth/register")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/auth/me"))
                .header("ETag", notNullValue())
                .body("username", equalTo("Frodo.B-1"))
                .body("email", equalTo("frodo@shire.example"))
                .body("display_name", nullValue())
                .body("groups", contains("user"))
                .extract()
                .asString();

        assertThat(body).doesNotContain("hash", "argon2", "precious", "version");
        assertThat((String) Databases.query("select password_hash from account")
                        .get(0)
                        .get("password_hash"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void takesNothingThatIsNotTheClientsToSay() {
        UUID id = UUID.randomUUID();

        given().contentType("application/json")
                .body(Map.of(
                        "username",
                        "sauron",
                        "password",
                        "one ring to rule",
                        "id",
                        id,
                        "admin",
                        true,
                        "groups",
                        List.of("admin"),
                        "version",
                        99,
                        "password_hash",
                        "x"))
                .post("/api/auth/register")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id.toString())))
                .body("groups", contains("user"));

        assertThat(Databases.query("select admin, version from account").get(0))
                .isEqualTo(Map.of("admin", false, "version", 0L));
    }

    @Test
    void namesEveryViolationAtOnce() {
        given().contentType("application/json")
                .body(Map.of("username", "a b", "email", "nowhere", "password", "short"))
                .post("/api/auth/register")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION"))
                .body("source", equalTo("accounts.register"))
                .body("violations.field", containsInAnyOrder("username", "email", "password"));
        assertThat(Databases.count("account")).isZero();
    }

    @Test
    void refusesATakenNameOrAddressWhateverItsCase() {
        register("Frodo", "frodo@shire.example").then().statusCode(201);

        register("fRODO", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_EXISTS"))
                .body("additional_data.field", equalTo("username"));
        register("sam", "FRODO@shire.example")
                .then()
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_EXISTS"))
                .body("additional_data.field", equalTo("email"));
    }

    @Test
    void givesANameToOneOfThoseWhoAskTogether() {
        List<CompletableFuture<Integer>> requests = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> register(i % 2 == 0 ? "gollum" : "GOLLUM", null).statusCode()))
                .toList();

        assertThat(requests.stream().map(CompletableFuture::join))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    @Test
    void answersTheAccountOnceForEachVersion() {
        String token = newToken();

        String etag = given().auth()
                .oauth2(token)
                .get("/api/auth/me")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        given().auth()
                .oauth2(token)
                .header("If-None-Match", etag)
                .get("/api/auth/me")
                .then()
                .statusCode(304);
    }

    @Test
    void changesWhatIsGivenClearsWhatIsNullAndKeepsTheRest() {
        String token = newToken();

        patch(token, "{\"display_name\": \"Mr. Underhill\", \"email\": \"u@bree.example\"}")
                .then()
                .statusCode(200)
                .body("display_name", equalTo("Mr. Underhill"))
                .body("email", equalTo("u@bree.example"));
        patch(token, "{\"email\": null, \"username\": \"hacker\", \"admin\": true}")
                .then()
                .statusCode(200)
                .body("display_name", equalTo("Mr. Underhill"))
                .body("email", nullValue())
                .body("username", not(equalTo("hacker")))
                .body("groups", contains("user"));
    }

    @Test
    void refusesAChangeOfAnOlderVersion() {
        String token = newToken();
        String etag = given().auth().oauth2(token).get("/api/auth/me").header("ETag");
        patch(token, "{\"display_name\": \"first\"}").then().statusCode(200);

        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", etag)
                .body("{\"display_name\": \"second\"}")
                .patch("/api/auth/me")
                .then()
                .statusCode(412)
                .body("code", equalTo("PRECONDITION_FAILED"));
        given().auth().oauth2(token).get("/api/auth/me").then().body("display_name", equalTo("first"));
    }

    @Test
    void refusesAnAddressOfAnotherAccount() {
        register("frodo", "frodo@shire.example").then().statusCode(201);

        patch(newToken(), "{\"email\": \"Frodo@Shire.example\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_EXISTS"));
    }

    @Test
    void erasesAllThatADeletedAccountHadAndTellsTheOthers() {
        String name = People.newName();
        UUID id = People.register(name);
        String refreshToken = People.refreshTokenOf(name);
        String token = People.accessTokenOf(name);
        Characters character = Characters.of(id, "Gandalf");
        try (StubCatalog catalog = new StubCatalog()) {
            catalog.put(character);
            favorite(token, character.id()).then().statusCode(201);
        }

        given().auth().oauth2(token).delete("/api/auth/me").then().statusCode(204);

        assertThat(Databases.count("account")).isZero();
        assertThat(Databases.count("token_family")).isZero();
        assertThat(Databases.count("refresh_token")).isZero();
        assertThat(Databases.count("favorite")).isZero();
        assertThat(Broker.read(Topics.ACCOUNTS, 1, Duration.ofSeconds(15), record -> id.toString()
                        .equals(record.key())))
                .singleElement()
                .satisfies(record ->
                        assertThat(new String(record.value())).contains("AccountDeleted", "\"account_id\":\"" + id));
        People.refresh(refreshToken).then().statusCode(401);
        People.signIn(name, People.PASSWORD).then().statusCode(401);
    }

    @Test
    void givesATokenOfADeletedAccountNothing() {
        String name = People.newName();
        UUID id = People.register(name);
        String token = People.accessTokenOf(name);
        Characters character = Characters.of(id, "Gandalf");
        given().auth().oauth2(token).delete("/api/auth/me").then().statusCode(204);

        try (StubCatalog catalog = new StubCatalog()) {
            catalog.put(character);
            favorite(token, character.id()).then().statusCode(401);
        }
        given().auth().oauth2(token).get("/api/auth/me").then().statusCode(401);
        given().auth().oauth2(token).delete("/api/auth/me").then().statusCode(401);
        patch(token, "{}").then().statusCode(401);
        assertThat(Databases.count("favorite")).isZero();
    }

    @Test
    void asksForAToken() {
        given().get("/api/auth/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
        given().delete("/api/auth/me").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .patch("/api/auth/me")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesForgedTokens() {
        Map<String, String> forgeries = TestTokens.forgeries(People.register(People.newName()));

        assertThat(forgeries).hasSizeGreaterThanOrEqualTo(15);
        forgeries.forEach((forgery, token) -> {
            for (String path : List.of("/api/auth/me", "/api/characters/my")) {
                assertThat(given().header("Authorization", "Bearer " + token)
                                .get(path)
                                .statusCode())
                        .as("%s at %s", forgery, path)
                        .isEqualTo(401);
            }
            assertThat(given().header("Authorization", "Bearer " + token)
                            .post("/api/characters/" + UUID.randomUUID() + "/favorite")
                            .statusCode())
                    .as(forgery)
                    .isEqualTo(401);
        });
    }

    private static Response register(String username, String email) {
        String body = email == null
                ? "{\"username\": \"%s\", \"password\": \"long enough\"}".formatted(username)
                : "{\"username\": \"%s\", \"email\": \"%s\", \"password\": \"long enough\"}".formatted(username, email);
        return given().contentType("application/json").body(body).post("/api/auth/register");
    }

    private static String newToken() {
        return TestTokens.user(People.register(People.newName()));
    }

    private static Response patch(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .patch("/api/auth/me");
    }

    private static Response favorite(String token, UUID characterId) {
        return given().auth().oauth2(token).post("/api/characters/" + characterId + "/favorite");
    }
}
