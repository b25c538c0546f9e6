package io.dramatis.gateway.source;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.simulator.Fault;
import io.dramatis.simulator.Fault.RetryAfter;
import io.dramatis.test.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SourceResourceTest {

    private static final String STATS = "/api/sources/stats";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @AfterEach
    void mend() {
        GatewayEnvironment.simulator().clearFaults();
    }

    @Test
    void listsTheSourcesWithTheirCreditsToAnybody() {
        when().get("/api/sources")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("anilist", "wikipedia"))
                .body("items.find { it.id == 'wikipedia' }.attribution", containsString("CC BY-SA"))
                .body("items.find { it.id == 'wikipedia' }", hasKey("attribution_logo_url"))
                .body("items.find { it.id == 'tmdb' }.attribution_logo_url", containsString("themoviedb.org"));
    }

    @Test
    void tellsAdminsHowEachSourceIsDoing() {
        String name = "stats " + UUID.randomUUID();
        search(name);
        search(name);
        GatewayEnvironment.simulator()
                .fault("wikipedia", Fault.rateLimited(RetryAfter.SECONDS, 1).times(1));
        search("stats " + UUID.randomUUID());

        given().auth()
                .oauth2(TestTokens.admin(UUID.randomUUID()))
                .get(STATS)
                .then()
                .statusCode(200)
                .body("items.source", hasItems("anilist", "wikipedia"))
                .rootPath("items.find { it.source == 'wikipedia' }")
                .body("calls.ok", greaterThanOrEqualTo(1))
                .body("rate_limited", greaterThanOrEqualTo(1))
                .body("cache.misses", greaterThanOrEqualTo(2))
                .body("cache.negative_hits", greaterThanOrEqualTo(1))
                .body("cache", hasKey("hits"))
                .body("cache", hasKey("stale_hits"))
                .body("cache", hasKey("coalesced"))
                .body("shared_cache.hits", equalTo(0))
                .body("breaker", equalTo("closed"))
                .body("keySet()", hasItems("paused_until", "tokens_left"))
                .body("latency_ms.p50", greaterThan(0f))
                .body("latency_ms.p99", greaterThan(0f))
                .noRootPath()
                .body("shared.configured", equalTo(false))
                .body("shared.connected", equalTo(false))
                .body("shared.replicas", equalTo(1))
                .body("shared.fallbacks", equalTo(0));
    }

    @Test
    void tellsNobodyElse() {
        when().get(STATS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("items", nullValue());
        given().auth()
                .oauth2(TestTokens.user(UUID.randomUUID()))
                .get(STATS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("FORBIDDEN"));
    }

    static Stream<Arguments> forgeries() {
        return TestTokens.forgeries(UUID.randomUUID()).entrySet().stream()
                .map(forgery -> Arguments.of(forgery.getKey(), forgery.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refusesForgedTokens(String forgery, String token) {
        given().header("Authorization", "Bearer " + token)
                .get(STATS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void knowsNothingOfRedisWhereNoneIsNamed() {
        when().get(metrics).then().statusCode(200).body(not(containsString("dramatis_redis")));
        when().get(health).then().statusCode(200).body(not(containsString("edis")));
    }

    private static void search(String name) {
        given().queryParam("q", name)
                .queryParam("category", "other")
                .get("/api/characters/search")
                .then()
                .statusCode(200);
    }
}
