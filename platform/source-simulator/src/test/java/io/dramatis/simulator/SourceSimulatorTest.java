package io.dramatis.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SourceSimulatorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BY_NAME =
            "query($s:String){ found: Page(perPage:2){ characters(search:$s){ id name{full} image{large}"
                    + " media(perPage:1){nodes{title{english romaji}}} } pageInfo{hasNextPage total} } }";

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
        simulator.resetCalls();
    }

    @Test
    void answersExactlyTheFieldsThatWereAsked() throws Exception {
        HttpResponse<String> response = aniList(BY_NAME, "naruto");

        JsonNode page = JSON.readTree(response.body()).at("/data/found");
        assertThat(page.at("/characters/0/name/full").asText()).isEqualTo("Naruto Uzumaki");
        assertThat(page.at("/characters/0/media/nodes/0/title/english").asText())
                .isEqualTo("Naruto");
        assertThat(page.at("/characters/0").has("description")).isFalse();
        assertThat(page.at("/pageInfo/total").asInt()).isEqualTo(5000);
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void refusesAnUnknownFieldAsTheRealServiceDoes() throws Exception {
        HttpResponse<String> response = aniList("{ Page { characters { nickname } } }", "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).at("/errors/0/message").asText())
                .contains("nickname");
    }

    @Test
    void findsTitlesAndTheirCast() throws Exception {
        HttpResponse<String> response = aniList(
                "query($s:String){Page{media(search:$s,type:ANIME){characters(perPage:2){nodes{name{full}}}}}}",
                "spirited away");

        assertThat(JSON.readTree(response.body())
                        .at("/data/Page/media/0/characters/nodes/0/name/full")
                        .asText())
                .isEqualTo("Chihiro Ogino");
    }

    @Test
    void wikipediaFindsByAnyScriptAndLeavesQueryOutWhenNothingMatches() throws Exception {
        assertThat(titles("Лев Толстой")).contains("Лев Толстой");
        assertThat(titles("शाहरुख़ ख़ान")).contains("शाहरुख़ ख़ान");

        JsonNode none = wikipedia("nobody of this name");

        assertThat(none.has("query")).isFalse();
        assertThat(none.path("batchcomplete").asBoolean()).isTrue();
    }

    @Test
    void wikipediaNamesTheItemOfAPage() throws Exception {
        assertThat(wikipedia("sherlock holmes").at("/query/pages").findValuesAsText("wikibase_item"))
                .contains("Q4653");
    }

    @Test
    void wikipediaAnswersErrorsWithStatus200() throws Exception {
        HttpResponse<String> response = get(simulator.url("wikipedia") + "/w/api.php?action=oscillate");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).at("/errors/0/code").asText()).isEqualTo("unknown_action");
    }

    @Test
    void servesThePicturesThatItNames() throws Exception {
        String url = JSON.readTree(aniList(BY_NAME, "naruto").body())
                .at("/data/found/characters/0/image/large")
                .asText();

        HttpResponse<String> picture = get(url);

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("content-type")).contains("image/png");
    }

    @Test
    void misbehavesOnDemandForAsManyRequestsAsAsked() throws Exception {
        HttpRequest fault = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + simulator.port() + "/_faults/anilist"))
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"kind\":\"rate_limited\",\"retry_after\":\"seconds\",\"seconds\":7,\"times\":1}"))
                .build();

        assertThat(HTTP.send(fault, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(204);

        HttpResponse<String> limited = aniList(BY_NAME, "naruto");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("retry-after")).contains("7");
        assertThat(aniList(BY_NAME, "naruto").statusCode()).isEqualTo(200);
        JsonNode calls = JSON.readTree(
                get("http://localhost:" + simulator.port() + "/_calls").body());
        assertThat(calls.path("anilist").asInt()).isEqualTo(2);
        assertThat(calls.path("wikipedia").asInt(-1)).isZero();
    }

    @Test
    void misbehavesForALaterRequestOnly() throws Exception {
        simulator.fault("anilist", Fault.status(500).times(1).after(1));

        assertThat(aniList(BY_NAME, "naruto").statusCode()).isEqualTo(200);
        assertThat(aniList(BY_NAME, "naruto").statusCode()).isEqualTo(500);
        assertThat(aniList(BY_NAME, "naruto").statusCode()).isEqualTo(200);
    }

    @Test
    void truncatesResetsAndDelays() throws Exception {
        simulator.fault("anilist", Fault.of(Fault.Kind.TRUNCATED));
        String half = aniList(BY_NAME, "naruto").body();
        assertThatThrownBy(() -> JSON.readTree(half)).isInstanceOf(IOException.class);

        simulator.fault("anilist", Fault.of(Fault.Kind.RESET));
        assertThatThrownBy(() -> aniList(BY_NAME, "naruto")).isInstanceOf(IOException.class);

        simulator.fault("anilist", Fault.slow(150));
        long before = System.nanoTime();
        assertThat(aniList(BY_NAME, "naruto").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - before).isGreaterThan(140_000_000L);
    }

    private static HttpResponse<String> aniList(String query, String search) throws Exception {
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", Map.of("s", search)));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.url("anilist")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> titles(String search) throws Exception {
        List<String> titles = new ArrayList<>();
        wikipedia(search)
                .at("/query/pages")
                .forEach(page -> titles.add(page.path("title").asText()));
        return titles;
    }

    private static JsonNode wikipedia(String search) throws Exception {
        return JSON.readTree(get(simulator.url("wikipedia")
                        + "/w/api.php?action=query&format=json&formatversion=2&generator=search&gsrsearch="
                        + URLEncoder.encode(search, StandardCharsets.UTF_8))
                .body());
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
