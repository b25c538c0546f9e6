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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikidataSimulationTest {

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

    @ParameterizedTest
    @CsvSource({
        "sherlock holmes, en, Q4653",
        "naruto, en, Q931",
        "शाहरुख, hi, Q9535",
        "owlbear, en, Q3356093",
        "Лев Толстой, ru, Q7243",
        "Leo Tolstoy, en, Q7243",
        "uzumaki, en, Q931"
    })
    void findsItemsByHowTheirNamesBegin(String search, String language, String id) throws Exception {
        JsonNode found = search(search, language);

        assertThat(found.path("success").asInt()).isEqualTo(1);
        assertThat(found.path("search").findValuesAsText("id")).contains(id);
    }

    @Test
    void tellsWhichNameMatched() throws Exception {
        JsonNode hit = search("srk", "en").path("search").path(0);

        assertThat(hit.path("label").asText()).isEqualTo("Shah Rukh Khan");
        assertThat(hit.path("match").path("type").asText()).isEqualTo("alias");
        assertThat(hit.path("aliases").path(0).asText()).isEqualTo("SRK");
    }

    @Test
    void findsNothingAsAnEmptyList() throws Exception {
        JsonNode found = search("nobody of this name", "en");

        assertThat(found.path("search").isArray()).isTrue();
        assertThat(found.path("search")).isEmpty();
    }

    @Test
    void describesItemsWithStatements() throws Exception {
        JsonNode entity = entities("Q7243", "&languages=ru|en&languagefallback=1&sitefilter=ruwiki")
                .path("entities")
                .path("Q7243");

        assertThat(entity.at("/labels/ru/value").asText()).isEqualTo("Лев Толстой");
        assertThat(entity.at("/labels/en/language").asText()).isEqualTo("mul");
        assertThat(entity.at("/claims/P31/0/mainsnak/datavalue/value/id").asText())
                .isEqualTo("Q5");
        assertThat(entity.at("/claims/P648/0/mainsnak/datavalue/value").asText())
                .isEqualTo("OL26783A");
        assertThat(entity.at("/claims/P18/0/rank").asText()).isEqualTo("deprecated");
        assertThat(entity.at("/sitelinks/ruwiki/url").asText()).startsWith("https://ru.wikipedia.org/wiki/");
        assertThat(entity.path("sitelinks").has("enwiki")).isFalse();
    }

    @Test
    void knowsWhatNobodyKnows() throws Exception {
        JsonNode entities = entities("Q692|Q9535|Q1067723", "").path("entities");

        assertThat(entities.at("/Q692/claims/P569/0/mainsnak/snaktype").asText())
                .isEqualTo("somevalue");
        assertThat(entities.at("/Q9535/claims/P570/0/mainsnak/snaktype").asText())
                .isEqualTo("novalue");
        JsonNode numeric = entities.at("/Q1067723/claims/P1441/0/mainsnak/datavalue/value");
        assertThat(numeric.path("numeric-id").asInt()).isEqualTo(2316684);
        assertThat(numeric.has("id")).isFalse();
    }

    @Test
    void givesEmptyMapsAsArraysAndMissingItemsAsMissing() throws Exception {
        JsonNode entities =
                entities("Q113861940|Q113861941|Q999999999|Q1394020", "").path("entities");

        assertThat(entities.at("/Q113861940/claims").isArray()).isTrue();
        assertThat(entities.at("/Q113861941/labels").isArray()).isTrue();
        assertThat(entities.at("/Q999999999").has("missing")).isTrue();
        assertThat(entities.at("/Q1394020/id").asText()).isEqualTo("Q4653");
    }

    @ParameterizedTest
    @CsvSource({
        "action=wbsearchentities&language=en, missingparam",
        "action=wbsearchentities&search=x&language=tlh, badvalue",
        "action=oscillate, badvalue",
        "action=wbgetentities, param-missing",
        "action=wbgetentities&ids=Leo, no-such-entity",
        "action=wbgetentities&ids=Q1&maxlag=-1, maxlag"
    })
    void answersErrorsWithStatus200(String query, String code) throws Exception {
        HttpResponse<String> response = get("/w/api.php?format=json&" + query);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).at("/error/code").asText()).isEqualTo(code);
    }

    @Test
    void refusesMoreThanFiftyItems() throws Exception {
        String ids = IntStream.rangeClosed(1, 51).mapToObj(i -> "Q" + i).collect(Collectors.joining("|"));

        assertThat(entities(ids, "").at("/error/code").asText()).isEqualTo("toomanyvalues");
    }

    @Test
    void leadsFromAFileToItsPicture() throws Exception {
        HttpResponse<String> file = get("/wiki/Special:FilePath/Sherlock_Holmes_Portrait_Paget.jpg?width=400");

        assertThat(file.statusCode()).isEqualTo(302);
        assertThat(file.headers().firstValue("location").orElseThrow()).contains("/images/wikimedia/");
    }

    private static JsonNode search(String search, String language) throws Exception {
        return json("action=wbsearchentities&type=item&limit=50&language=" + language + "&search="
                + URLEncoder.encode(search, StandardCharsets.UTF_8));
    }

    private static JsonNode entities(String ids, String more) throws Exception {
        return json("action=wbgetentities&props=labels|descriptions|aliases|claims|sitelinks/urls&ids=" + ids + more);
    }

    private static JsonNode json(String query) throws Exception {
        return JSON.readTree(get("/w/api.php?format=json&" + query).body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.url("wikidata") + path.replace("|", "%7C")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
