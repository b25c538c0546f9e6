package io.dramatis.gateway.source.tmdb;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dramatis.gateway.GatewayEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** An installation as it comes, before its operator has asked TMDB for a key. */
@QuarkusTest
@WithTestResource(
        value = GatewayEnvironment.class,
        initArgs = @ResourceArg(name = GatewayEnvironment.WITHOUT_KEYS, value = "true"))
class TmdbWithoutKeyTest {

    @Test
    void isNotConfiguredAndNeverCalled() {
        given().queryParam("q", "sherlock holmes")
                .queryParam("category", "movie")
                .get("/api/characters/search")
                .then()
                .statusCode(200)
                .body("sources.find { it.source == 'tmdb' }.status", equalTo("not_configured"))
                .body("items.source", hasItem("wikipedia"))
                .body("complete", equalTo(true));
        given().get("/api/sources").then().body("items.find { it.id == 'tmdb' }.configured", equalTo(false));

        assertThat(GatewayEnvironment.simulator().calls("tmdb")).isZero();
    }
}
