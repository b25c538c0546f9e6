package io.dramatis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Dnd5eSimulationTest {

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
    void listsBothEditions() throws Exception {
        assertThat(get("/api/2014/races").path("count").asInt()).isEqualTo(9);
        assertThat(get("/api/2014/subraces").path("count").asInt()).isEqualTo(4);
        assertThat(get("/api/2014/classes").path("count").asInt()).isEqualTo(12);
        assertThat(get("/api/2014/monsters").path("count").asInt()).isGreaterThan(40);
        assertThat(get("/api/2024/species").path("count").asInt()).isEqualTo(9);
        assertThat(get("/api/2024/subspecies").path("count").asInt()).isEqualTo(24);
        assertThat(get("/api/2024/classes").path("count").asInt()).isEqualTo(12);
        assertThat(get("/api/2024/monsters").path("count").asInt()).isEqualTo(3);
        assertThat(get("/api/2024/species").at("/results/0/url").asText()).isEqualTo("/api/2024/species/dragonborn");
    }

    @Test
    void filtersByName() throws Exception {
        JsonNode dragons = get("/api/2014/monsters?name=RED+dragon");

        assertThat(dragons.path("results").findValuesAsText("index"))
                .containsExactlyInAnyOrder(
                        "adult-red-dragon", "ancient-red-dragon", "young-red-dragon", "red-dragon-wyrmling");
    }

    @Test
    void typesOfFieldsChangeFromOneToTheNext() throws Exception {
        JsonNode owlbear = get("/api/2014/monsters/owlbear");
        assertThat(owlbear.path("challenge_rating").isInt()).isTrue();
        assertThat(owlbear.at("/armor_class/0/value").asInt()).isEqualTo(13);
        assertThat(owlbear.at("/speed/walk").asText()).isEqualTo("40 ft.");
        assertThat(owlbear.path("image").asText()).isEqualTo("/api/images/monsters/owlbear.png");
        assertThat(get("/api/2014/monsters/goblin").path("challenge_rating").isDouble())
                .isTrue();
        assertThat(get("/api/2014/monsters/will-o-wisp").has("image")).isFalse();
        assertThat(get("/api/2014/monsters/will-o-wisp").at("/speed/hover").isBoolean())
                .isTrue();
        assertThat(get("/api/2014/monsters/mage")
                        .at("/armor_class/1/spell/name")
                        .asText())
                .isEqualTo("Mage Armor");
        assertThat(get("/api/2014/races/elf").path("speed").isInt()).isTrue();
        assertThat(get("/api/2014/classes/wizard").path("hit_die").asInt()).isEqualTo(6);
        assertThat(get("/api/2024/species/human").has("size")).isFalse();
    }

    @Test
    void everyEntryOfEveryListHasItsDetail() throws Exception {
        for (String list : new String[] {
            "2014/races",
            "2014/subraces",
            "2014/classes",
            "2014/monsters",
            "2024/species",
            "2024/subspecies",
            "2024/classes",
            "2024/monsters"
        }) {
            for (JsonNode entry : get("/api/" + list).path("results")) {
                assertThat(get(entry.path("url").asText()).path("name").asText())
                        .isEqualTo(entry.path("name").asText());
            }
        }
    }

    @Test
    void whatIsUnknownIsPlainText() throws Exception {
        HttpResponse<String> unknown = send("/api/2014/monsters/beholder");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(send("/api/2024/races").statusCode()).isEqualTo(404);
    }

    @Test
    void redirectsPathsWithoutAnEdition() throws Exception {
        HttpResponse<String> redirect = send("/api/monsters?name=owl");

        assertThat(redirect.statusCode()).isEqualTo(301);
        assertThat(redirect.headers().firstValue("location"))
                .contains(simulator.url("dnd5e") + "/api/2014/monsters?name=owl");
    }

    @Test
    void servesThePicturesThatItNamesAndWordsItsFailures() throws Exception {
        assertThat(send("/api/images/monsters/owlbear.png").headers().firstValue("content-type"))
                .contains("image/png");

        simulator.fault("dnd5e", Fault.status(503));

        assertThat(send("/api/2014/races").headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> send(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.url("dnd5e") + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
