package io.dramatis.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenApiMergerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();

    @Test
    void sharesEqualComponentsAndRenamesOthersWithTheirReferences() throws IOException {
        documents.put("catalog", document("/a", "Item", "string"));
        documents.put("portrait", document("/b", "Item", "integer"));
        documents.put("collection", document("/c", "Item", "string"));

        JsonNode merged = merge(Set.of());

        assertThat(merged.at("/components/schemas").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("Item", "ItemPage", "PortraitItem", "PortraitItemPage");
        assertThat(merged.at("/components/schemas/PortraitItemPage/properties/item/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/PortraitItem");
        assertThat(reference(merged, "/b")).isEqualTo("#/components/schemas/PortraitItemPage");
        assertThat(reference(merged, "/a")).isEqualTo("#/components/schemas/ItemPage");
        assertThat(reference(merged, "/c")).isEqualTo("#/components/schemas/ItemPage");
    }

    @Test
    void leavesOutPathsThatAServiceDoesNotOwn() throws IOException {
        documents.put("catalog", document("/q/internal", "Item", "string"));

        assertThat(merge(Set.of()).path("paths").properties()).isEmpty();
    }

    @Test
    void saysWhoIsMissing() throws IOException {
        documents.put("catalog", document("/a", "Item", "string"));

        JsonNode merged = merge(Set.of("portrait"));

        assertThat(merged.at("/x-unavailable-services/0").asText()).isEqualTo("portrait");
        assertThat(merged.at("/openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void keepsTagsOnceAndOperationIdsApart() throws IOException {
        documents.put("catalog", document("/a", "Item", "string"));
        documents.put("portrait", document("/b", "Item", "string"));

        JsonNode merged = merge(Set.of());

        assertThat(merged.path("tags")).hasSize(1);
        assertThat(merged.at("/paths/~1b/get/operationId").asText()).isEqualTo("portrait_read");
    }

    private JsonNode merge(Set<String> unavailable) {
        ObjectNode info = JSON.createObjectNode().put("title", "t").put("version", "1");
        return OpenApiMerger.merge(documents, info, unavailable, (service, path) -> !path.startsWith("/q"));
    }

    private static String reference(JsonNode merged, String path) {
        return merged.path("paths")
                .path(path)
                .at("/get/responses/200/content/application~1json/schema/$ref")
                .asText();
    }

    private static JsonNode document(String path, String schema, String type) throws IOException {
        return JSON.readTree("""
                {"openapi": "3.1.0", "tags": [{"name": "Things"}],
                 "paths": {"%1$s": {"get": {"operationId": "read", "responses": {"200": {"content": {"application/json":
                   {"schema": {"$ref": "#/components/schemas/%2$sPage"}}}}}}}},
                 "components": {"schemas": {"%2$s": {"type": "%3$s"},
                   "%2$sPage": {"type": "object", "properties": {"item": {"$ref": "#/components/schemas/%2$s"}}}}}}
                """.formatted(path, schema, type));
    }
}
