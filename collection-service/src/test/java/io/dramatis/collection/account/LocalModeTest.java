package io.dramatis.collection.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dramatis.collection.OwnAddress;
import io.dramatis.collection.People;
import io.dramatis.test.Databases;
import io.dramatis.test.PlatformResources;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.vertx.RunOnVertxContext;
import io.quarkus.test.vertx.UniAsserter;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As {@code ./dramatis up} starts the service: with the demo account, and with a key of its own making. */
@QuarkusTest
@WithTestResource(PlatformResources.class)
@WithTestResource(OwnAddress.class)
@TestProfile(LocalModeTest.Local.class)
class LocalModeTest {

    @Inject
    SigningKeyService keys;

    @Inject
    SigningKeys loaded;

    @Test
    void letsTheDemoAccountIn() {
        String token = People.signIn("demo", "demo1234")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        given().auth().oauth2(token).get("/api/auth/me").then().statusCode(200).body("username", equalTo("demo"));
    }

    @Test
    @RunOnVertxContext
    void keepsItsKey(UniAsserter asserter) {
        asserter.assertThat(keys::storedKey, stored -> assertThat(stored.kid())
                .isEqualTo(loaded.current().kid()));
        asserter.execute(() -> assertThat(Databases.count("signing_key")).isEqualTo(1));
    }

    public static class Local implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dramatis.local", "true");
        }
    }
}
