package io.dramatis.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.dramatis.gateway.GatewayEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TrustedProxyTest.BehindAProxy.class)
@WithTestResource(GatewayEnvironment.class)
class TrustedProxyTest {

    public static class BehindAProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dramatis.edge.trusted-proxies",
                    "127.0.0.1,::1",
                    // So few that none is added while a slow machine sends six requests.
                    "dramatis.edge.client-limit.per-minute",
                    "1",
                    "dramatis.edge.client-limit.burst",
                    "5");
        }
    }

    @Test
    void believesWhatOurProxySays() {
        from("203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "dramatis.example")
                .get("/api/characters")
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", containsString("max-age="))
                .body("headers.x-forwarded-for", equalTo("203.0.113.7"))
                .body("headers.x-forwarded-proto", equalTo("https"))
                .body("headers.x-forwarded-host", equalTo("dramatis.example"));
    }

    @Test
    void limitsEachClientByItself() {
        for (int i = 0; i < 5; i++) {
            from("198.51.100.1").get("/api/sources").then().statusCode(200);
        }

        from("198.51.100.1")
                .get("/api/sources")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .header("RateLimit", containsString("r=0"))
                .header("RateLimit-Policy", containsString("q=1;w=60"))
                .header("X-Content-Type-Options", "nosniff")
                .body("code", equalTo("RATE_LIMITED"));
        from("198.51.100.2").get("/api/sources").then().statusCode(200);
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }
}
