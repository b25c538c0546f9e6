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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLibrarySimulationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FIELDS = "&fields=key,title,author_name,author_key,cover_i,person,subject&limit=5";

    private static SourceSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = SourceSimulator.start(0);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void givesTheFieldsThatWereAskedFor() throws Exception {
        JsonNode found = json("/search.json?q=" + encode("sherlock holmes") + FIELDS);

        assertThat(found.path("numFound").asInt()).isGreaterThan(5);
        assertThat(found.path("docs")).hasSize(5);
        assertThat(found.path("docs").path(0).has("person")).isTrue();
        assertThat(found.path("docs").path(0).has("first_publish_year")).isFalse();
    }

    @Test
    void givesNoPersonsToThoseWhoDoNotAsk() throws Exception {
        JsonNode work = json("/search.json?q=dracula").path("docs").path(0);

        assertThat(work.path("title").asText()).isEqualTo("Dracula");
        assertThat(work.has("person")).isFalse();
        assertThat(work.has("subject")).isFalse();
    }

    @Test
    void knowsWorksOfWhichNothingButTheKeyIsKnown() throws Exception {
        JsonNode found =
                json("/search.json?q=" + encode("sherlock holmes") + "&limit=100&fields=key,title,author_name");

        assertThat(found.path("docs"))
                .anySatisfy(work -> assertThat(work.fieldNames()).toIterable().containsExactly("key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "The"})
    void refusesQueriesThatAreTooShortOrTooCommon(String q) throws Exception {
        HttpResponse<String> response = get("/search.json?q=" + q + FIELDS);

        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode detail = JSON.readTree(response.body()).path("detail").path(0);
        assertThat(detail.path("loc").path(1).asText()).isEqualTo("q");
        assertThat(detail.path("msg").asText()).startsWith("Value error");
    }

    @Test
    void refusesALimitThatIsNoNumber() throws Exception {
        assertThat(get("/search.json?q=dracula&limit=many").statusCode()).isEqualTo(422);
    }

    @Test
    void findsAuthorsByTheirOtherNames() throws Exception {
        JsonNode author = json("/search/authors.json?q=" + encode("Leo Tolstoy") + "&limit=5")
                .path("docs")
                .path(0);

        assertThat(author.path("key").asText()).isEqualTo("OL26783A");
        assertThat(author.path("name").asText()).isEqualTo("Лев Толстой");
        // Beyond what a double holds exactly.
        assertThat(author.path("_version_").asLong()).isGreaterThan(1L << 53);
    }

    @Test
    void keepsRecordsInTheTypesTheirEditorsChose() throws Exception {
        assertThat(json("/works/OL262421W.json")
                        .path("description")
                        .path("value")
                        .asText())
                .contains("Baker Street");
        assertThat(json("/works/OL262454W.json").path("description").isTextual())
                .isTrue();
        assertThat(json("/works/OL262452W.json").path("covers").path(0).asInt()).isEqualTo(-1);
        assertThat(json("/works/OL262463W.json").path("covers").path(0).isNull())
                .isTrue();
        assertThat(json("/authors/OL26783A.json").path("bio").isTextual()).isTrue();
        assertThat(json("/works/OL27516W.json").path("location").asText()).isEqualTo("/works/OL27448W");
    }

    @Test
    void saysWhichRecordIsMissing() throws Exception {
        HttpResponse<String> response = get("/works/OL1W.json");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo(JSON.writeValueAsString(JSON.readTree(response.body())))
                .contains("\"notfound\"", "/works/OL1W");
    }

    @Test
    void leadsFromACoverToItsPicture() throws Exception {
        HttpResponse<String> cover = get("/b/id/6717853-M.jpg?default=false");

        assertThat(cover.statusCode()).isEqualTo(302);
        String picture = cover.headers().firstValue("location").orElseThrow();
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(URI.create(picture)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("content-type")).contains("image/png");
        assertThat(get("/a/olid/OL26783A-M.jpg?default=false").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b/id/77-M.jpg", "/b/id/-1-M.jpg", "/a/olid/OL31727A-M.jpg"})
    void hasNoPictureForAnUnknownCover(String path) throws Exception {
        assertThat(get(path + "?default=false").statusCode()).isEqualTo(404);
        assertThat(get(path).headers().firstValue("content-type")).contains("image/gif");
    }

    @Test
    void wordsFailuresInItsOwnShape() throws Exception {
        simulator.fault("openlibrary", Fault.status(503).times(1));

        HttpResponse<String> response = get("/search.json?q=dracula");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(response.body()).has("error")).isTrue();
    }

    private static JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.url("openlibrary") + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
