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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MangaDexSimulationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BERSERK = "801513ba-a712-498c-8f57-cae55b38cc92";
    private static final String NARUTO = "6b1eb93e-473a-4ab3-9922-1a66d2a29a4a";
    private static final String VAGABOND = "d1a9fdeb-f713-407f-960c-8326b586e6fd";

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
    void findsByAnyOfATitlesNames() throws Exception {
        assertThat(ids("/manga?title=berserk")).containsExactly(BERSERK);
        assertThat(ids("/manga?title=%E3%83%99%E3%83%AB%E3%82%BB%E3%83%AB%E3%82%AF"))
                .containsExactly(BERSERK);
        assertThat(ids("/manga?title=nobody+knows+this")).isEmpty();
    }

    @Test
    void givesTheDetailsOfARelationOnlyWhereTheyAreIncluded() throws Exception {
        JsonNode bare = json("/manga?title=berserk").at("/data/0/relationships");
        JsonNode full = json("/manga?title=berserk&includes[]=cover_art&includes[]=author&order[relevance]=desc")
                .at("/data/0/relationships");

        assertThat(bare).isNotEmpty().noneMatch(relation -> relation.has("attributes"));
        assertThat(full)
                .filteredOn(relation -> relation.path("type").asText().equals("author"))
                .extracting(relation -> relation.at("/attributes/name").asText())
                .containsExactly("Miura Kentarou", "Studio Gaga");
        assertThat(full)
                .filteredOn(relation -> relation.path("type").asText().equals("cover_art"))
                .singleElement()
                .satisfies(cover ->
                        assertThat(cover.at("/attributes/fileName").asText()).endsWith(".jpg"));
        assertThat(full)
                .filteredOn(relation -> relation.path("type").asText().equals("artist"))
                .isNotEmpty()
                .noneMatch(relation -> relation.has("attributes"));
    }

    @Test
    void showsAdultTitlesOnlyWhereTheRatingIsNamed() throws Exception {
        assertThat(ids("/manga?title=owl&contentRating[]=safe&contentRating[]=suggestive"))
                .isEmpty();
        assertThat(ids("/manga?title=owl")).hasSize(1);
        assertThat(ids("/manga?title=owl&contentRating%5B%5D=pornographic&contentRating%5B%5D=erotica"))
                .hasSize(2);
    }

    @Test
    void writesAMapWithoutEntriesAsAnArray() throws Exception {
        assertThat(json("/manga/" + NARUTO + "/aggregate?translatedLanguage[]=en")
                        .path("volumes")
                        .isArray())
                .isTrue();
        assertThat(json("/manga/" + BERSERK + "/aggregate?translatedLanguage[]=de")
                        .path("volumes")
                        .isArray())
                .isTrue();
        assertThat(json("/manga?title=haikyu")
                        .at("/data/0/attributes/description")
                        .isArray())
                .isTrue();
    }

    @Test
    void countsChaptersWithAndWithoutANumber() throws Exception {
        JsonNode volumes =
                json("/manga/" + BERSERK + "/aggregate?translatedLanguage[]=en").path("volumes");

        assertThat(volumes.at("/none/chapters").has("none")).isTrue();
        assertThat(volumes.at("/none/chapters/380/chapter").asText()).isEqualTo("380");
        assertThat(volumes.at("/1/chapters").has("0.01")).isTrue();
        assertThat(json("/manga/" + VAGABOND + "/aggregate").at("/volumes/1/chapters"))
                .as("keys 0 to 10")
                .hasSize(11)
                .allMatch(chapter -> chapter.has("chapter"));
    }

    @Test
    void linksAreAMapNullAnArrayOrAbsent() throws Exception {
        assertThat(json("/manga/" + BERSERK).at("/data/attributes/links/al").asText())
                .isEqualTo("30002");
        assertThat(json("/manga?title=fullmetal").at("/data/0/attributes/links").isNull())
                .isTrue();
        assertThat(json("/manga/" + VAGABOND).at("/data/attributes/links").isArray())
                .isTrue();
        assertThat(json("/manga?title=sailor").at("/data/0/attributes").has("links"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=101",
                "limit=ten",
                "contentRating=safe",
                "contentRating[]=fine",
                "includes[]=everything",
                "order[beauty]=desc",
                "order[relevance]=down",
                "query=naruto"
            })
    void refusesParametersThatItDoesNotKnow(String parameter) throws Exception {
        HttpResponse<String> response = get("/manga?title=naruto&" + parameter, "test/1");

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(response.body());
        assertThat(error.path("result").asText()).isEqualTo("error");
        assertThat(error.at("/errors/0/status").asInt()).isEqualTo(400);
        assertThat(error.at("/errors/0/detail").asText()).startsWith("Error validating /");
    }

    @Test
    void refusesProxiesAndTheNameless() throws Exception {
        HttpResponse<String> proxied = HTTP.send(
                HttpRequest.newBuilder(address("/manga?title=naruto"))
                        .header("Via", "1.1 somewhere")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(proxied.statusCode()).isEqualTo(403);
        assertThat(get("/manga?title=naruto", "").statusCode()).isEqualTo(403);
    }

    @Test
    void doesNotKnowEveryTitle() throws Exception {
        assertThat(get("/manga/00000000-0000-4000-8000-000000000000", "test/1").statusCode())
                .isEqualTo(404);
        assertThat(get("/manga/00000000-0000-4000-8000-000000000000/aggregate", "test/1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/chapter", "test/1").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhenItHasHadTooManyCalls() throws Exception {
        simulator.fault("mangadex", Fault.rateLimited(Fault.RetryAfter.SECONDS, 9));

        HttpResponse<String> response = get("/manga?title=naruto", "test/1");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("retry-after")).contains("9");
        assertThat(response.headers().firstValueAsLong("x-ratelimit-retry-after"))
                .isPresent();
    }

    private static List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        json(path).path("data").forEach(title -> ids.add(title.path("id").asText()));
        return ids;
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> response = get(path, "test/1");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> get(String path, String agent) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(address(path))
                        .header("User-Agent", agent)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create(simulator.url("mangadex") + path.replace("[", "%5B").replace("]", "%5D"));
    }
}
