package io.dramatis.portrait;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.test.Databases;
import io.dramatis.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortraitServiceTest
class StatusStreamTest {

    @TestHTTPResource("/")
    URI service;

    private final UUID owner = UUID.randomUUID();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void followsAJobToItsEnd() throws Exception {
        UUID character = CatalogStub.characterOf(owner);
        generate(character);

        List<String> lines = stream(character, null);

        assertThat(lines).contains("event:progress", "event:completed");
        assertThat(lines.stream().filter(line -> line.startsWith("data:")).reduce((first, last) -> last))
                .get()
                .asString()
                .contains("\"state\":\"completed\"", "\"percent\":100", "/api/media/images/" + character);
        List<String> ids = lines.stream().filter(line -> line.startsWith("id:")).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2);
    }

    /** They come over the broker; the job itself says no more than that somebody took it. */
    @Test
    void showsTheStepsOfAJobThatTakesItsTime() throws Exception {
        UUID character = CatalogStub.characterOf(owner);
        generate(character, "{\"provider\":\"patient\",\"model\":\"waits\"}");
        Iterator<String> lines = client.send(request(character, null), HttpResponse.BodyHandlers.ofLines())
                .body()
                .iterator();

        List<String> shown = new ArrayList<>();
        do {
            shown.add(lines.next());
        } while (!shown.get(shown.size() - 1).contains("\"percent\":20"));
        assertThat(UnreliableProvider.finishOne()).isTrue();
        lines.forEachRemaining(shown::add);

        assertThat(shown).contains("event:completed");
    }

    @Test
    void showsAResumingClientOnlyWhatItHasNotSeen() throws Exception {
        UUID character = CatalogStub.characterOf(owner);
        generate(character);
        List<String> all = stream(character, null);
        String last = all.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .substring(3)
                .strip();

        assertThat(stream(character, last)).noneMatch(line -> line.startsWith("data:"));
        assertThat(stream(character, last.replaceFirst(":.*", ":0"))).contains("event:completed");
        assertThat(stream(character, "nonsense")).contains("event:completed");
    }

    @Test
    void knowsNoStreamWithoutAJob() throws Exception {
        UUID character = CatalogStub.characterOf(owner);

        HttpResponse<String> answer = client.send(request(character, null), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("JOB_NOT_FOUND");
    }

    @Test
    void showsTheEndEvenIfTheNewsOfItWereLost() throws Exception {
        UUID character = CatalogStub.characterOf(owner);
        UUID job = UUID.randomUUID();
        Databases.execute(("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, "
                        + "lease_until) values ('%s', '%s', '%s', 'running', '{}', 'h', now() + interval '1 hour')")
                .formatted(job, character, owner));
        var answer = client.sendAsync(request(character, null), HttpResponse.BodyHandlers.ofLines());
        HttpResponse<java.util.stream.Stream<String>> response = answer.get();

        Databases.execute("update generation_job set state = 'failed', error_code = 'GENERATION_FAILED' where id = '"
                + job + "'");

        assertThat(response.body().toList()).contains("event:failed");
    }

    @Test
    void showsTheirEndsToMoreClientsThanOneLookTakes() throws Exception {
        int many = 230;
        UUID character = CatalogStub.characterOf(owner);
        Databases.execute(("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, "
                        + "lease_until) select gen_random_uuid(), '%s', '%s', 'running', '{}', 'h', "
                        + "now() + interval '1 hour' from generate_series(1, %d)")
                .formatted(character, owner, many));
        List<CompletableFuture<HttpResponse<String>>> streams = new ArrayList<>();
        for (var row : Databases.query("select id from generation_job")) {
            streams.add(follow(request("/api/portraits/jobs/" + row.get("id") + "/status", null)));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(openStreams()).isEqualTo(many));

        Databases.execute("update generation_job set state = 'failed', error_code = 'GENERATION_FAILED'");

        for (CompletableFuture<HttpResponse<String>> stream : streams) {
            assertThat(stream.get(30, TimeUnit.SECONDS).body()).contains("event:failed");
        }
    }

    @Test
    void forgetsClientsThatWentAway() throws Exception {
        UUID character = CatalogStub.characterOf(owner);
        Databases.execute(("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, "
                        + "lease_until) values ('%s', '%s', '%s', 'running', '{}', 'h', now() + interval '1 hour')")
                .formatted(UUID.randomUUID(), character, owner));
        HttpResponse<java.io.InputStream> open =
                client.send(request(character, null), HttpResponse.BodyHandlers.ofInputStream());
        await().untilAsserted(() -> assertThat(openStreams()).isEqualTo(1));

        open.body().close();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(openStreams()).isZero());
    }

    /** Where too many wait for the database, those who come last are asked to try again. */
    private CompletableFuture<HttpResponse<String>> follow(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenCompose(answer ->
                        answer.statusCode() == 503 ? follow(request) : CompletableFuture.completedFuture(answer));
    }

    private double openStreams() {
        return io.micrometer.core.instrument.Metrics.globalRegistry
                .get("dramatis.status.streams")
                .gauge()
                .value();
    }

    private void generate(UUID character) {
        generate(character, "{}");
    }

    private void generate(UUID character, String body) {
        given().auth()
                .oauth2(TestTokens.user(owner))
                .contentType("application/json")
                .body(body)
                .post("/api/characters/{id}/portrait/generate", character)
                .then()
                .statusCode(202);
    }

    private List<String> stream(UUID character, String lastEventId) throws IOException, InterruptedException {
        return client.send(request(character, lastEventId), HttpResponse.BodyHandlers.ofLines())
                .body()
                .toList();
    }

    private HttpRequest request(UUID character, String lastEventId) {
        return request("/api/characters/" + character + "/generation-status", lastEventId);
    }

    private HttpRequest request(String path, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + TestTokens.user(owner))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(40));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.build();
    }
}
