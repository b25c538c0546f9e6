package io.dramatis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TmdbSimulationTest {

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
    void asksForAKeyInEitherForm() throws Exception {
        HttpResponse<String> refused = send("/3/configuration", null);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(refused.body()).path("status_code").asInt()).isEqualTo(7);
        assertThat(JSON.readTree(refused.body()).path("success").asBoolean(true))
                .isFalse();

        assertThat(send("/3/configuration", TmdbSimulation.INVALID_KEY).statusCode())
                .isEqualTo(401);
        assertThat(send("/3/configuration", "a-token").statusCode()).isEqualTo(200);
        assertThat(send("/3/configuration?api_key=a-key", null).statusCode()).isEqualTo(200);
    }

    @Test
    void findsTitlesPeopleAndCollectionsInOneSearch() throws Exception {
        assertThat(get("/3/search/multi?query=" + encoded("star wars"))
                        .path("results")
                        .findValuesAsText("media_type"))
                .contains("movie", "collection");
        assertThat(get("/3/search/multi?query=" + encoded("sherlock holmes"))
                        .path("results")
                        .findValuesAsText("release_date"))
                .contains("");
        JsonNode person = get("/3/search/multi?query=" + encoded("शाहरुख")).at("/results/0");
        assertThat(person.path("media_type").asText()).isEqualTo("person");
        assertThat(person.path("name").asText()).isEqualTo("Shah Rukh Khan");
        assertThat(person.at("/known_for/0/original_language").asText()).isEqualTo("hi");
    }

    @Test
    void answersInHindiWhereItIsAsked() throws Exception {
        assertThat(get("/3/search/movie?query=sholay&region=IN")
                        .at("/results/0/title")
                        .asText())
                .isEqualTo("Sholay");
        JsonNode hindi = get("/3/search/movie?language=hi-IN&query=sholay").at("/results/0");
        assertThat(hindi.path("title").asText()).isEqualTo("शोले");
        assertThat(hindi.path("original_title").asText()).isEqualTo("शोले");
    }

    @Test
    void creditsHoldEveryKindOfRole() throws Exception {
        JsonNode holmes = get("/3/movie/10528/credits").path("cast");
        assertThat(holmes.get(holmes.size() - 1).path("character").asText("absent"))
                .isEmpty();
        JsonNode alien = get("/3/movie/348/credits").path("cast");
        assertThat(alien.get(alien.size() - 1).has("character")).isFalse();
        assertThat(get("/3/movie/129/credits").path("cast").findValuesAsText("character"))
                .contains("Yubaba / Zeniba (voice)");
        assertThat(get("/3/movie/129/credits").at("/cast/3/profile_path").isNull())
                .isTrue();
        assertThat(get("/3/person/35742/combined_credits").path("cast").findValuesAsText("character"))
                .contains("Self", "Self - Guest", "Rahul Khanna");
        JsonNode several = get("/3/tv/46260/aggregate_credits").at("/cast/5/roles");
        assertThat(several.findValuesAsText("character"))
                .isEqualTo(List.of("Iruka Umino (voice)", "Narrator (voice)", "(voice)"));
    }

    @Test
    void pagesEndAt500AndUnknownIdsAreMissing() throws Exception {
        assertThat(send("/3/search/tv?query=naruto&page=501", "t").statusCode()).isEqualTo(400);
        assertThat(get("/3/search/tv?query=naruto&page=500").path("results")).isEmpty();
        HttpResponse<String> unknown = send("/3/movie/1/credits", "t");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(unknown.body()).path("status_code").asInt()).isEqualTo(34);
        assertThat(send("/3/tv/46260/credits", "t").statusCode()).isEqualTo(404);
    }

    @Test
    void servesThePicturesBelowTheBaseOfItsConfiguration() throws Exception {
        JsonNode images = get("/3/configuration").path("images");
        String path = get("/3/search/person?query=cumberbatch")
                .at("/results/0/profile_path")
                .asText();

        HttpResponse<String> picture = HTTP.send(
                HttpRequest.newBuilder(URI.create(images.path("secure_base_url").asText() + "h632" + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(picture.headers().firstValue("content-type")).contains("image/png");
    }

    @Test
    void wordsItsFailuresItself() throws Exception {
        simulator.fault("tmdb", Fault.rateLimited(Fault.RetryAfter.SECONDS, 3));

        HttpResponse<String> limited = send("/3/configuration", "t");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(JSON.readTree(limited.body()).path("status_code").asInt()).isEqualTo(25);
        assertThat(limited.headers().firstValue("retry-after")).contains("3");
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send(path, "a-token");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> send(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url("tmdb") + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
