package io.dramatis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AniListSimulationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static SourceSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = SourceSimulator.start(0);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @AfterEach
    void behave() {
        simulator.clearFaults();
    }

    @Test
    void filtersTitlesByTypeFormatAndAdultContent() throws Exception {
        assertThat(formats("media(search: \"naruto\", format_in: [ONE_SHOT])")).containsExactly("ONE_SHOT");
        assertThat(formats("media(search: \"naruto\", type: MANGA)")).containsExactly("MANGA", "ONE_SHOT");
        assertThat(formats("media(search: \"owl café\", isAdult: false)")).isEmpty();
        assertThat(formats("media(search: \"owl café\", isAdult: true)")).containsExactly("MANGA");
        assertThat(formats("media(search: \"owl café\")")).containsExactly("MANGA");
    }

    @Test
    void knowsATitleByItsSynonymsAndItsIds() throws Exception {
        JsonNode title = data("{ Media(id: 105778) { idMal synonyms startDate { year } averageScore } }")
                .path("Media");

        assertThat(title.path("idMal").asInt()).isEqualTo(116778);
        assertThat(title.at("/startDate/year").asInt()).isEqualTo(2018);
        assertThat(title.path("averageScore").asInt()).isBetween(1, 100);
        assertThat(formats("media(search: \"CSM\", type: MANGA)")).containsExactly("MANGA");
        assertThat(data("{ Character(id: 17) { name { full } } }")
                        .at("/Character/name/full")
                        .asText())
                .isEqualTo("Naruto Uzumaki");
    }

    @Test
    void tellsLengthsOnlyOfWhatIsComplete() throws Exception {
        JsonNode running = data("{ Media(id: 21) { status(version: 2) episodes nextAiringEpisode { episode } } }")
                .path("Media");

        assertThat(running.path("status").asText()).isEqualTo("RELEASING");
        assertThat(running.path("episodes").isNull()).isTrue();
        assertThat(running.at("/nextAiringEpisode/episode").asInt()).isEqualTo(1182);
        assertThat(data("{ Media(id: 171630) { status(version: 2) description } }")
                        .at("/Media/status")
                        .asText())
                .isEqualTo("NOT_YET_RELEASED");
    }

    @Test
    void tellsOfAPauseOnlyInTheSecondVersion() throws Exception {
        assertThat(data("{ Media(id: 30026) { status(version: 2) } }")
                        .at("/Media/status")
                        .asText())
                .isEqualTo("HIATUS");
        assertThat(data("{ Media(id: 30026) { status } }").at("/Media/status").asText())
                .isEqualTo("RELEASING");
    }

    @Test
    void answers404WithANullForAnUnknownId() throws Exception {
        HttpResponse<String> response = send("{ gone: Media(id: 999999) { id } there: Media(id: 20) { id } }", null);

        assertThat(response.statusCode()).isEqualTo(404);
        JsonNode body = JSON.readTree(response.body());
        assertThat(body.at("/errors/0/message").asText()).isEqualTo("Not Found.");
        assertThat(body.at("/data/gone").isNull()).isTrue();
        assertThat(body.at("/data/there/id").asInt()).isEqualTo(20);
    }

    @Test
    void answers400WithANullForAToken() throws Exception {
        HttpResponse<String> response = send("{ Media(id: 20) { id } }", "Bearer whatever");

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode body = JSON.readTree(response.body());
        assertThat(body.at("/errors/0/message").asText()).isEqualTo("Invalid token");
        assertThat(body.path("data").has("Media")).isTrue();
        assertThat(body.at("/data/Media").isNull()).isTrue();
    }

    @Test
    void saysHowManyCallsAreLeft() throws Exception {
        HttpResponse<String> good = send("{ Media(id: 20) { id } }", null);
        assertThat(good.headers().firstValue("x-ratelimit-limit")).contains("30");
        assertThat(good.headers().firstValueAsLong("x-ratelimit-remaining").orElseThrow())
                .isBetween(0L, 29L);

        simulator.grant("anilist", 90);
        simulator.fault("anilist", Fault.rateLimited(Fault.RetryAfter.SECONDS, 30));
        HttpResponse<String> limited = send("{ Media(id: 20) { id } }", null);
        simulator.grant("anilist", 30);

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("retry-after")).contains("30");
        assertThat(limited.headers().firstValue("x-ratelimit-limit")).contains("90");
        assertThat(limited.headers().firstValue("x-ratelimit-remaining")).contains("0");
        assertThat(limited.headers().firstValueAsLong("x-ratelimit-reset")).isPresent();
    }

    private static List<String> formats(String media) throws Exception {
        List<String> formats = new ArrayList<>();
        data("{ Page(perPage: 50) { " + media + " { format } } }")
                .at("/Page/media")
                .forEach(title -> formats.add(title.path("format").asText()));
        return formats;
    }

    private static JsonNode data(String query) throws Exception {
        HttpResponse<String> response = send(query, null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).path("data");
    }

    private static HttpResponse<String> send(String query, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url("anilist")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
