package io.dramatis.collection.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.dramatis.collection.CollectionTest;
import io.dramatis.collection.People;
import io.dramatis.test.Databases;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CollectionTest
class TokenResourceTest {

    @Inject
    AccountSweeper sweeper;

    private String name;
    private UUID id;

    @BeforeEach
    void register() {
        Databases.clean();
        name = People.newName();
        id = People.register(name);
    }

    @Test
    void signsInByPassword() {
        String token = People.signIn(name, People.PASSWORD)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("refresh_token.length()", equalTo(43))
                .extract()
                .path("access_token");

        JsonPath header = part(token, 0);
        assertThat(header.getString("alg")).isEqualTo("ES256");
        assertThat(header.getString("kid")).isEqualTo("test-key");
        JsonPath claims = part(token, 1);
        assertThat(claims.getString("iss")).isEqualTo("https://dramatis.local");
        assertThat(claims.getString("aud")).isEqualTo("dramatis");
        assertThat(claims.getString("sub")).isEqualTo(id.toString());
        assertThat(claims.getList("groups")).isEqualTo(List.of("user"));
        assertThat(claims.getString("jti")).isNotBlank();
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
        given().auth().oauth2(token).get("/api/auth/me").then().statusCode(200).body("username", equalTo(name));
    }

    @Test
    void doesNotMindTheCaseOfTheName() {
        People.signIn(name.toUpperCase(java.util.Locale.ROOT), People.PASSWORD)
                .then()
                .statusCode(200);
    }

    @Test
    void tellsAdministratorsByTheirGroup() {
        Databases.execute("update account set admin = true");

        String token = People.accessTokenOf(name);

        assertThat(part(token, 1).getList("groups", String.class)).containsExactlyInAnyOrder("user", "admin");
    }

    @Test
    void answersAWrongPasswordAndAnUnknownNameAlike() {
        Response wrong = People.signIn(name, "not the password");
        Response unknown = People.signIn("nobody", "not the password");

        for (Response answer : List.of(wrong, unknown)) {
            answer.then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("INVALID_CREDENTIALS"))
                    .body("additional_data.error", equalTo("invalid_grant"))
                    .body("source", equalTo("tokens.issue_token"));
        }
        assertThat(wrong.jsonPath().getString("detail"))
                .isEqualTo(unknown.jsonPath().getString("detail"));
    }

    @Test
    void saysWhatTheFormLacks() {
        given().contentType("application/x-www-form-urlencoded")
                .post("/api/auth/token")
                .then()
                .statusCode(400)
                .body("additional_data.error", equalTo("invalid_request"))
                .body("violations.field", contains("grant_type"));
        given().formParam("grant_type", "password")
                .post("/api/auth/token")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("username", "password"));
        given().formParam("grant_type", "refresh_token")
                .post("/api/auth/token")
                .then()
                .statusCode(400)
                .body("violations.field", contains("refresh_token"));
        given().formParam("grant_type", "client_credentials")
                .post("/api/auth/token")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNSUPPORTED_GRANT"))
                .body("additional_data.error", equalTo("unsupported_grant_type"));
    }

    @Test
    void readsFormsAsUtf8AndNothingTwice() {
        String umlauts = People.newName();
        given().contentType("application/json")
                .body("{\"username\": \"" + umlauts + "\", \"password\": \"Gr\u00fc\u00dfe \u2764 euch\"}")
                .post("/api/auth/register")
                .then()
                .statusCode(201);

        String form = "grant_type=password&username=" + umlauts + "&password=Gr%C3%BC%C3%9Fe+%E2%9D%A4+euch";
        form(form).then().statusCode(200);
        form(form + "&password=x").then().statusCode(400).body("additional_data.error", equalTo("invalid_request"));
    }

    @Test
    void rotatesRefreshTokens() {
        String first = People.refreshTokenOf(name);

        Response refreshed = People.refresh(first);

        refreshed.then().statusCode(200).body("refresh_token", not(equalTo(first)));
        given().auth()
                .oauth2(refreshed.path("access_token"))
                .get("/api/auth/me")
                .then()
                .statusCode(200);
        People.refresh(refreshed.path("refresh_token")).then().statusCode(200);
    }

    @Test
    void endsTheWholeSignInWhenARefreshTokenComesAgain() {
        String otherSignIn = People.refreshTokenOf(name);
        String stolen = People.refreshTokenOf(name);
        String successor = People.refresh(stolen).path("refresh_token");

        People.refresh(stolen)
                .then()
                .statusCode(401)
                .body("code", equalTo("INVALID_REFRESH_TOKEN"))
                .body("additional_data.error", equalTo("invalid_grant"));

        People.refresh(successor).then().statusCode(401);
        People.refresh(otherSignIn).then().statusCode(200);
    }

    @Test
    void letsNoneOfTwoUsesAtTheSameMomentGoOn() {
        String token = People.refreshTokenOf(name);

        List<Response> answers =
                IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> People.refresh(token)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
        answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .forEach(answer ->
                        People.refresh(answer.path("refresh_token")).then().statusCode(401));
        assertThat(Databases.count("token_family")).isZero();
    }

    @Test
    void leavesNoSurvivorWhenAReplayMeetsARefresh() {
        for (int round = 0; round < 5; round++) {
            String spent = People.refreshTokenOf(name);
            String current = People.refresh(spent).path("refresh_token");

            CompletableFuture<Response> refresh = CompletableFuture.supplyAsync(() -> People.refresh(current));
            CompletableFuture<Response> replay = CompletableFuture.supplyAsync(() -> People.refresh(spent));

            assertThat(replay.join().statusCode()).isEqualTo(401);
            refresh.join();
            assertThat(Databases.count("refresh_token")).isZero();
        }
    }

    @Test
    void refusesAnExpiredRefreshToken() {
        String token = People.refreshTokenOf(name);
        Databases.execute("update refresh_token set expires_at = now() - interval '1 second'");

        People.refresh(token).then().statusCode(401).body("code", equalTo("INVALID_REFRESH_TOKEN"));
    }

    @Test
    void storesRefreshTokensAsHashesOnly() {
        String token = People.refreshTokenOf(name);

        assertThat(Databases.query(
                        "select encode(token_hash, 'hex') as hash, refresh_token::text as row from refresh_token"))
                .singleElement()
                .satisfies(row -> assertThat(row.toString()).doesNotContain(token));
    }

    @Test
    void endsOneSignInByItsRefreshToken() {
        String one = People.refreshTokenOf(name);
        String other = People.refreshTokenOf(name);

        logout(null, "{\"refresh_token\": \"" + one + "\"}").then().statusCode(204);

        People.refresh(one).then().statusCode(401);
        People.refresh(other).then().statusCode(200);
    }

    @Test
    void endsAllSignInsOfTheCaller() {
        String one = People.refreshTokenOf(name);
        String other = People.refreshTokenOf(name);
        String stranger = People.newName();
        People.register(stranger);
        String strangers = People.refreshTokenOf(stranger);

        logout(People.accessTokenOf(name), null).then().statusCode(204);

        People.refresh(one).then().statusCode(401);
        People.refresh(other).then().statusCode(401);
        People.refresh(strangers).then().statusCode(200);
    }

    @Test
    void signsNobodyOutWithoutAnyToken() {
        logout(null, null).then().statusCode(401);
        logout(null, "{}").then().statusCode(401);
        logout(null, "{\"refresh_token\": \"unknown\"}").then().statusCode(204);
    }

    @Test
    void stopsListeningAfterFiveFailures() {
        for (int i = 0; i < 5; i++) {
            People.signIn(name, "guess " + i).then().statusCode(401);
        }

        People.signIn(name, People.PASSWORD)
                .then()
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_ATTEMPTS"))
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(800), lessThanOrEqualTo(900)));
    }

    @Test
    void countsFailuresByAccountAndAddress() {
        String other = People.newName();
        People.register(other);
        for (int i = 0; i < 6; i++) {
            People.signIn(name, "guess " + i, "192.0.2.1");
        }

        People.signIn(name, People.PASSWORD, "192.0.2.1").then().statusCode(429);
        People.signIn(name, People.PASSWORD, "192.0.2.2").then().statusCode(200);
        People.signIn(other, People.PASSWORD, "192.0.2.1").then().statusCode(200);
    }

    @Test
    void countsFailuresOfNamesThatNobodyHas() {
        for (int i = 0; i < 5; i++) {
            People.signIn("nobody", "guess").then().statusCode(401);
        }

        People.signIn("nobody", "guess").then().statusCode(429);
    }

    @Test
    void forgetsFailuresAfterTheRightPassword() {
        for (int i = 0; i < 8; i++) {
            People.signIn(name, "guess").then().statusCode(401);
            if (i % 4 == 3) {
                People.signIn(name, People.PASSWORD).then().statusCode(200);
            }
        }
    }

    @Test
    void listensAgainWhenTheWindowHasPassed() {
        for (int i = 0; i < 5; i++) {
            People.signIn(name, "guess");
        }
        Databases.execute("update sign_in_failure set failed_at = failed_at - interval '15 minutes'");

        People.signIn(name, People.PASSWORD).then().statusCode(200);
    }

    @Test
    void takesNoMoreGuessesForBeingSentTogether() {
        List<Integer> answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> People.signIn(name, "guess " + i).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter(status -> status == 401)).hasSize(5);
        assertThat(Databases.count("sign_in_failure")).isEqualTo(5);
    }

    @Test
    void signsInManyTimesAtOnce() {
        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> People.signIn(name, People.PASSWORD).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(200);
    }

    @Test
    void replacesHashesOfAnotherCost() {
        String weak = new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), new SecureRandom()).hash(People.PASSWORD);
        Databases.execute("update account set password_hash = '" + weak + "'");

        People.signIn(name, "wrong").then().statusCode(401);
        assertThat(storedHash()).isEqualTo(weak);
        People.signIn(name, People.PASSWORD).then().statusCode(200);

        assertThat(storedHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        People.signIn(name, People.PASSWORD).then().statusCode(200);
    }

    @Test
    void forgetsWhatIsOfNoUseAnyMore() throws Throwable {
        String expired = People.refreshTokenOf(name);
        Databases.execute("update refresh_token set expires_at = now() - interval '1 second'");
        String alive = People.refreshTokenOf(name);
        People.refresh(alive).then().statusCode(200);
        People.signIn(name, "wrong", "192.0.2.1");
        Databases.execute("update sign_in_failure set failed_at = now() - interval '16 minutes'");
        People.signIn(name, "wrong", "192.0.2.2");
        Databases.execute("insert into erased_account values (gen_random_uuid(), now() - interval '8 days'),"
                + " (gen_random_uuid(), now())");

        VertxContextSupport.subscribeAndAwait(sweeper::sweep);

        assertThat(Databases.count("token_family")).isEqualTo(1);
        assertThat(Databases.count("refresh_token")).isEqualTo(2);
        assertThat(Databases.count("sign_in_failure")).isEqualTo(1);
        assertThat(Databases.count("erased_account")).isEqualTo(1);
        People.refresh(expired).then().statusCode(401);
    }

    private static Response form(String body) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/api/auth/token");
    }

    private static String storedHash() {
        return (String)
                Databases.query("select password_hash from account").get(0).get("password_hash");
    }

    private static Response logout(String accessToken, String body) {
        var request = given().noContentType();
        if (accessToken != null) {
            request.auth().oauth2(accessToken);
        }
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.post("/api/auth/logout");
    }

    private static JsonPath part(String token, int index) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[index])));
    }
}
