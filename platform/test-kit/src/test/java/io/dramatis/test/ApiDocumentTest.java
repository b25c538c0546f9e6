package io.dramatis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.test.ApiDocument.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDocumentTest {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final ApiDocument document = ApiDocument.parse("""
            {
              "openapi": "3.1.0",
              "paths": {
                "/things": {
                  "get": {
                    "responses": {
                      "200": {
                        "content": {
                          "application/json": {
                            "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                            "examples": {"one": {"value": [{"id": 1}]}, "none": {"value": []}}
                          },
                          "image/png": {"schema": {"type": "string", "format": "binary"}}
                        }
                      },
                      "304": {"description": "as it was"},
                      "default": {"$ref": "#/components/responses/Problem"}
                    }
                  }
                },
                "/things/{id}": {"get": {"responses": {
                  "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                  "404": {"$ref": "#/components/responses/Problem"}
                }}},
                "/things/newest": {"get": {"responses": {"204": {"description": "none"}}}}
              },
              "components": {
                "responses": {
                  "Problem": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                },
                "schemas": {
                  "Thing": {
                    "type": "object",
                    "required": ["id", "name", "made"],
                    "properties": {
                      "id": {"$ref": "#/components/schemas/Id"},
                      "name": {"type": ["string", "null"]},
                      "made": {"type": "string", "format": "date-time"}
                    }
                  },
                  "Id": {"type": "string", "format": "uuid"},
                  "Problem": {"type": "object", "required": ["code"], "properties": {"code": {"enum": ["LOST"]}}}
                }
              }
            }""");

    @Test
    void letsWhatIsDocumentedPass() {
        String thing =
                "{\"id\":\"0199f5a0-5c3e-7c1a-9a55-2f7f0f2b7d10\",\"name\":null,\"made\":\"2026-01-02T03:04:05Z\"}";

        assertThat(faults("GET", "/things", 200, JSON + ";charset=UTF-8", "[" + thing + "]"))
                .isEmpty();
        assertThat(faults("GET", "/things/1", 200, JSON, thing)).isEmpty();
        assertThat(faults("HEAD", "/things/1", 200, JSON, "")).isEmpty();
        assertThat(faults("GET", "/things", 200, "image/png", "…")).isEmpty();
        assertThat(faults("GET", "/things", 304, null, "")).isEmpty();
        assertThat(faults("GET", "/things/newest", 204, null, "")).isEmpty();
        assertThat(faults("GET", "/things", 429, PROBLEM, "{\"code\":\"LOST\"}"))
                .isEmpty();
        assertThat(faults("GET", "/things/1", 404, PROBLEM, "{\"code\":\"LOST\"}"))
                .isEmpty();
        assertThat(faults("GET", "/nowhere", 404, PROBLEM, "{\"code\":\"LOST\"}"))
                .isEmpty();
        assertThat(faults("PUT", "/things", 405, PROBLEM, "{\"code\":\"LOST\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[{}]",
                "[{\"id\":\"1\",\"name\":\"a\",\"made\":\"2026-01-02T03:04:05Z\"}]",
                "[{\"id\":null,\"name\":\"a\",\"made\":\"2026-01-02T03:04:05Z\"}]",
                "[{\"id\":\"0199f5a0-5c3e-7c1a-9a55-2f7f0f2b7d10\",\"made\":\"2026-01-02T03:04:05Z\"}]",
                "[{\"id\":\"0199f5a0-5c3e-7c1a-9a55-2f7f0f2b7d10\",\"name\":null,\"made\":\"yesterday\"}]",
                "not json",
                ""
            })
    void noticesAnotherBody(String body) {
        assertThat(faults("GET", "/things", 200, JSON, body)).isNotEmpty();
    }

    @Test
    void noticesWhatIsNotDocumented() {
        assertThat(faults("GET", "/nowhere", 200, JSON, "{}")).containsExactly("the path is not documented");
        assertThat(faults("PUT", "/things", 200, JSON, "{}")).containsExactly("the method is not documented");
        assertThat(faults("GET", "/things", 201, JSON, "[]")).containsExactly("the status is not documented");
        assertThat(faults("GET", "/things", 200, "text/html", "<p>"))
                .containsExactly("the media type text/html is not documented");
        assertThat(faults("GET", "/things", 304, null, "what?")).containsExactly("no content is documented");
        assertThat(faults("GET", "/things/newest", 500, PROBLEM, "{\"code\":\"LOST\"}"))
                .containsExactly("the status is not documented");
        assertThat(faults("GET", "/things", 500, JSON, "{\"code\":\"LOST\"}"))
                .containsExactly("the media type application/json is not documented");
        assertThat(faults("GET", "/things", 500, PROBLEM, "{\"code\":\"OTHER\"}"))
                .hasSize(1);
        assertThat(faults("GET", "/nowhere", 404, "text/html", "<p>")).containsExactly("an error as text/html");
    }

    @Test
    void judgesExamples() {
        assertThat(document.exampleFaults()).isNotEmpty().allSatisfy(fault -> assertThat(fault)
                .startsWith("/things /0"));
    }

    @Test
    void takesNothingElseForADocument() {
        for (String other : List.of("{}", "[]", "openapi: 3.1.0", "{\"openapi\":\"3.0.3\",\"paths\":{}}")) {
            assertThatThrownBy(() -> ApiDocument.parse(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<String> faults(String method, String path, int status, String contentType, String body) {
        return document.faults(new Answer(method, path, status, contentType, body.getBytes(StandardCharsets.UTF_8)));
    }
}
