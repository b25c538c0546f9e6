package io.dramatis.kit.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.test.Databases;
import io.dramatis.test.FrozenDatabase;
import io.dramatis.test.PlatformResources;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResources.class)
class FrozenDatabaseTest {

    @TestHTTPResource("/")
    URI service;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void isToldToClientsWithinTwoSeconds() {
        delete().then().statusCode(200);
        List<Answer> answers = new ArrayList<>();

        FrozenDatabase frozen = FrozenDatabase.freeze();
        try {
            for (int i = 0; i < 3; i++) {
                List<CompletableFuture<Answer>> asked = new ArrayList<>();
                for (int j = 0; j < 40; j++) {
                    asked.add(timed());
                }
                asked.forEach(one -> answers.add(one.join()));
            }
        } finally {
            frozen.thaw();
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.response().statusCode()).isEqualTo(503);
            assertThat(answer.response().body()).contains("DEPENDENCY_UNAVAILABLE");
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
        });
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(delete().statusCode()).isEqualTo(200));
    }

    private Response delete() {
        return given().contentType("application/json")
                .body("{}")
                .post("/api/things/accounts/{id}/delete", UUID.randomUUID());
    }

    private CompletableFuture<Answer> timed() {
        long asked = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(
                        service.resolve("/api/things/accounts/" + UUID.randomUUID() + "/delete"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> new Answer(answer, Duration.ofNanos(System.nanoTime() - asked)));
    }

    private record Answer(HttpResponse<String> response, Duration took) {}
}
