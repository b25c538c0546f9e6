package io.dramatis.collection;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People with accounts, made through the API. */
public final class People {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private People() {}

    /** A user name that nobody had before. */
    public static String newName() {
        return "user-" + NUMBER.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    public static UUID register(String username) {
        return UUID.fromString(given().contentType("application/json")
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/api/auth/register")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public static Response signIn(String username, String password) {
        return given().formParam("grant_type", "password")
                .formParam("username", username)
                .formParam("password", password)
                .post("/api/auth/token");
    }

    public static Response signIn(String username, String password, String clientAddress) {
        return given().header("X-Forwarded-For", clientAddress)
                .formParam("grant_type", "password")
                .formParam("username", username)
                .formParam("password", password)
                .post("/api/auth/token");
    }

    public static Response refresh(String refreshToken) {
        return given().formParam("grant_type", "refresh_token")
                .formParam("refresh_token", refreshToken)
                .post("/api/auth/token");
    }

    /** The refresh token of a new sign-in. */
    public static String refreshTokenOf(String username) {
        return signIn(username, PASSWORD).then().statusCode(200).extract().path("refresh_token");
    }

    public static String accessTokenOf(String username) {
        return signIn(username, PASSWORD).then().statusCode(200).extract().path("access_token");
    }
}
