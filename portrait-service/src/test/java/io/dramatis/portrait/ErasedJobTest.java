package io.dramatis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.events.Topics;
import io.dramatis.test.Broker;
import io.dramatis.test.TestTokens;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jobs that go with their account. */
@PortraitServiceTest
class ErasedJobTest extends JobTestBase {

    @Test
    void aStreamEndsWithTheJobItFollows() throws Exception {
        String job =
                submit(CatalogStub.characterOf(owner), "regenerate", "{\"provider\":\"patient\",\"model\":\"waits\"}");
        await().atMost(PATIENCE).until(() -> UnreliableProvider.DRAWN.size() == 1);
        HttpResponse<Stream<String>> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                                        + "/api/portraits/jobs/" + job + "/status"))
                                .header("Authorization", "Bearer " + TestTokens.user(owner))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        CompletableFuture<List<String>> lines =
                CompletableFuture.supplyAsync(() -> stream.body().toList());

        Broker.publish(
                Topics.ACCOUNTS,
                owner.toString(),
                "{\"event_id\":\"%s\",\"event_type\":\"AccountDeleted\",\"payload\":{\"account_id\":\"%s\"}}"
                        .formatted(UUID.randomUUID(), owner)
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(lines.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).anyMatch(line -> line.contains(job));
        assertThat(job(job)).isEmpty();
    }
}
