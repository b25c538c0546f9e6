package io.dramatis.collection.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dramatis.collection.CollectionTest;
import io.dramatis.test.Databases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CollectionTest
class WellKnownResourceTest {

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void publishesPublicKeysOnly() {
        List<Map<String, Object>> keys = keys();

        assertThat(keys).singleElement().satisfies(key -> {
            assertThat(key).containsOnlyKeys("kty", "kid", "use", "alg", "crv", "x", "y");
            assertThat(key).containsEntry("kid", "test-key").containsEntry("alg", "ES256");
        });
    }

    @Test
    void publishesTheKeysOfOtherReplicasUntilTheyAreRetired() {
        SigningKey other = SigningKey.create();
        Databases.execute("insert into signing_key (kid, public_jwk, private_jwk) values ('%s', '%s', '%s')"
                .formatted(other.kid(), other.toPublicJson(), other.toPrivateJson()));

        assertThat(keys()).extracting(key -> key.get("kid")).containsExactly("test-key", other.kid());
        assertThat(keys()).allSatisfy(key -> assertThat(key).doesNotContainKey("d"));

        Databases.execute("update signing_key set retired_at = now()");

        assertThat(keys()).extracting(key -> key.get("kid")).containsExactly("test-key");
    }

    @Test
    void tellsVerifiersWhereTheKeysAre() {
        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .body("issuer", equalTo("https://dramatis.local"))
                .body("jwks_uri", equalTo("http://localhost:8080/.well-known/jwks.json"))
                .body("token_endpoint", equalTo("http://localhost:8080/api/auth/token"))
                .body("grant_types_supported", hasItem("refresh_token"));
    }

    private static List<Map<String, Object>> keys() {
        return given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .extract()
                .path("keys");
    }
}
