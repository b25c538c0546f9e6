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
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As {@code ./dramatis up} starts the service: with the demo account, and with a key of its own making. */
@QuarkusTest
@WithTestResource(PlatformResources.class)
@WithTestResource(OwnAddress.class)
@TestProfile(LocalModeTest.Local.class)
class LocalModeTest {

    @Inject
    SigningKeyService keys;

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
    void findsItsKeyAgain() {
        Databases.execute("truncate signing_key");
        String kid = storedKid();

        assertThat(storedKid()).isEqualTo(kid);
    }

    @Test
    void agreesOnOneKeyWithReplicasThatStartTogether() {
        Databases.execute("truncate signing_key");

        var kids = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::storedKid))
                .toList();

        assertThat(kids.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(Databases.count("signing_key")).isEqualTo(1);
    }

    private String storedKid() {
        try {
            return VertxContextSupport.subscribeAndAwait(keys::storedKey).kid();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    public static class Local implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dramatis.local", "true");
        }
    }
}
