package io.dramatis.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which operations of the platform's document take an id: in the path, in the query or anywhere in the body. */
final class IdOperations {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode document;

    IdOperations(JsonNode document) {
        this.document = document;
    }

    /** As {@code GET /api/characters/{id}}. Any path parameter may be an id; elsewhere the name or the format tells. */
    Set<String> all() {
        Set<String> found = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())
                            && (path.getKey().contains("{")
                                    || takesId(path.getValue().path("parameters"))
                                    || takesId(operation.getValue().path("parameters"))
                                    || isId(
                                            operation
                                                    .getValue()
                                                    .path("requestBody")
                                                    .path("content"),
                                            new HashSet<>()))) {
                        found.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return found;
    }

    private boolean takesId(JsonNode parameters) {
        for (JsonNode parameter : parameters) {
            // What comes by header names a request or a version, no resource.
            if (!parameter.path("in").asText().equals("header")
                    && (isIdName(parameter.path("name").asText()) || isId(parameter, new HashSet<>()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyIdName(JsonNode properties) {
        Iterator<String> names = properties.fieldNames();
        while (names.hasNext()) {
            if (isIdName(names.next())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIdName(String name) {
        return name.matches("(.*_)?ids?");
    }

    /** Whether the node, or what it refers to, has the format of an id somewhere. */
    private boolean isId(JsonNode node, Set<String> seen) {
        if (node.path("format").asText().equals("uuid")) {
            return true;
        }
        String reference = node.path("$ref").asText("");
        if (!reference.isEmpty() && seen.add(reference)) {
            return isId(document.at(reference.substring(1)), seen);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (isId(member.getValue(), seen)) {
                return true;
            }
            if (member.getKey().equals("properties") && anyIdName(member.getValue())) {
                return true;
            }
        }
        for (JsonNode item : node) {
            if (!node.isObject() && isId(item, seen)) {
                return true;
            }
        }
        return false;
    }
}
