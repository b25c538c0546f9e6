package io.dramatis.test;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenAPI 3.1 document, by which answers can be judged. */
public final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    /** What the HTTP server itself says, without a word, to requests that it does not want to read. */
    private static final Set<Integer> UNREAD = Set.of(414, 431);

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    public static ApiDocument parse(String json) {
        try {
            // Schemas are judged one by one, and know one another by where JSON Schema puts its definitions.
            JsonNode document = JSON.readTree(json.replace("#/components/schemas/", "#/$defs/"));
            if (!document.path("openapi").asText().startsWith("3.1")
                    || !document.path("paths").isObject()) {
                throw new IllegalArgumentException("no OpenAPI 3.1 document");
            }
            return new ApiDocument(document);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /** An answer that was seen; the content type may be null. */
    public record Answer(String method, String path, int status, String contentType, byte[] body) {

        private String mediaType() {
            return contentType == null
                    ? ""
                    : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }
    }

    /** What about the answer is not as the document says; nothing if all is well. */
    public List<String> faults(Answer answer) {
        if (UNREAD.contains(answer.status()) && answer.body().length == 0) {
            return List.of();
        }
        boolean headOnly = answer.method().equals("HEAD");
        JsonNode item = pathItem(answer.path()).orElse(null);
        if (item == null) {
            return answer.status() < 400 ? List.of("the path is not documented") : undocumentedError(answer);
        }
        JsonNode operation = item.path(headOnly ? "get" : answer.method().toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return answer.status() < 400 ? List.of("the method is not documented") : undocumentedError(answer);
        }
        JsonNode responses = operation.path("responses");
        JsonNode response = resolve(responses.path(Integer.toString(answer.status())));
        if (response.isMissingNode() && answer.status() >= 400) {
            response = resolve(responses.path("default"));
        }
        if (response.isMissingNode()) {
            return List.of("the status is not documented");
        }
        return headOnly ? List.of() : contentFaults(answer, response.path("content"));
    }

    /** What about the examples of answers is not as their schemas say. */
    public List<String> exampleFaults() {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                for (JsonNode response : operation.path("responses")) {
                    response.path("content").properties().stream()
                            .filter(content -> isJson(content.getKey()))
                            .forEach(content -> examples(content.getValue()).forEach(example -> validate(
                                            content.getValue().path("schema"), example)
                                    .forEach(fault -> faults.add(path.getKey() + " " + fault))));
                }
            }
        }
        return faults;
    }

    private static List<JsonNode> examples(JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        if (content.has("example")) {
            examples.add(content.get("example"));
        }
        content.path("examples").forEach(example -> examples.add(example.path("value")));
        return examples;
    }

    /** A path or method that nobody has promised is refused with a problem, too, where there is anything to say. */
    private List<String> undocumentedError(Answer answer) {
        JsonNode problem = document.at("/components/schemas/Problem");
        if (answer.body().length == 0 || problem.isMissingNode()) {
            return List.of();
        }
        return answer.mediaType().equals(PROBLEM)
                ? bodyFaults(answer, problem)
                : List.of("an error as " + answer.mediaType());
    }

    private List<String> contentFaults(Answer answer, JsonNode content) {
        if (content.isEmpty()) {
            return answer.body().length == 0 ? List.of() : List.of("no content is documented");
        }
        JsonNode mediaType = content.path(answer.mediaType());
        if (mediaType.isMissingNode()) {
            mediaType = content.path("*/*");
        }
        if (mediaType.isMissingNode()) {
            return List.of("the media type " + answer.mediaType() + " is not documented");
        }
        return isJson(answer.mediaType()) ? bodyFaults(answer, mediaType.path("schema")) : List.of();
    }

    private List<String> bodyFaults(Answer answer, JsonNode schema) {
        if (schema.isMissingNode()) {
            return List.of("no schema is documented");
        }
        try {
            return validate(schema, JSON.readTree(answer.body()));
        } catch (IOException e) {
            return List.of("the body is no JSON: " + e.getMessage());
        }
    }

    private List<String> validate(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** Together with the others, which it refers to. */
    private Schema compile(JsonNode schema) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putArray("allOf").add(schema);
        root.set("$defs", document.at("/components/schemas"));
        return registry.getSchema(root);
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual()
                ? document.at(JsonPointer.compile(reference.asText().substring(1)))
                : node;
    }

    /** The path itself, else the template with the fewest parameters. */
    private Optional<JsonNode> pathItem(String path) {
        List<Map.Entry<String, JsonNode>> matching = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : document.path("paths").properties()) {
            if (matches(entry.getKey(), path)) {
                matching.add(entry);
            }
        }
        return matching.stream()
                .min((one, other) -> Integer.compare(parameters(one.getKey()), parameters(other.getKey())))
                .map(Map.Entry::getValue);
    }

    private static boolean matches(String template, String path) {
        String[] expected = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].startsWith("{") && !expected[i].equals(actual[i])) {
                return false;
            }
        }
        return true;
    }

    private static int parameters(String template) {
        return (int) template.chars().filter(c -> c == '{').count();
    }
}
