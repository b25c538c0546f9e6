package io.dramatis.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dramatis.gateway.source.CharacterKind;
import io.dramatis.gateway.source.FoundCharacter;
import io.dramatis.gateway.source.SearchCategory;
import io.dramatis.gateway.source.SourceReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchExamplesTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final FoundCharacter CHARACTER =
            FoundCharacter.of("a", "1", "A", CharacterKind.CHARACTER).build();
    private static final SearchResponse EMPTY = new SearchResponse("a", SearchCategory.ALL, List.of(), List.of(), true);
    private static final SearchNews RESULTS =
            new SearchNews.Results(SourceReport.notConfigured("a"), List.of(CHARACTER.character()));

    @Test
    void looksLikeWhatIsAnswered() throws Exception {
        JsonNode example = JSON.readTree(SearchExamples.RESPONSE);
        JsonNode report = example.path("sources").path(0);
        JsonNode item = example.path("items").path(0);

        assertThat(names(example)).isEqualTo(names(JSON.valueToTree(EMPTY)));
        assertThat(names(report)).isEqualTo(names(JSON.valueToTree(SourceReport.notConfigured("x"))));
        assertThat(names(item)).isEqualTo(names(JSON.valueToTree(CHARACTER.character())));
    }

    @Test
    void streamsWhatIsStreamed() throws Exception {
        String[] data = SearchExamples.STREAM
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toArray(String[]::new);

        assertThat(data).hasSize(2);
        assertThat(names(JSON.readTree(data[0]))).isEqualTo(names(JSON.valueToTree(RESULTS)));
        assertThat(JSON.readTree(data[1])).isEqualTo(JSON.readTree(SearchExamples.RESPONSE));
        assertThat(JSON.readTree(SearchExamples.INVALID).path("violations")).hasSize(3);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
