package io.dramatis.gateway.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Makes one OpenAPI document of several. Equal components are shared; one that differs from another service's of the
 * same name gets its service's name in front.
 */
final class OpenApiMerger {

    private static final String REF = "$ref";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final BiPredicate<String, String> owns;
    private final ObjectNode paths = NODES.objectNode();
    private final ObjectNode components = NODES.objectNode();
    private final Map<String, JsonNode> tags = new TreeMap<>();
    private final Set<String> operationIds = new LinkedHashSet<>();

    private OpenApiMerger(BiPredicate<String, String> owns) {
        this.owns = owns;
    }

    /**
     * @param documents by service, in the order in which names are given away
     * @param unavailable services whose document is missing or old
     * @param owns whether a service (first) answers a path (second); a document's other paths are not reachable
     */
    static ObjectNode merge(
            Map<String, JsonNode> documents,
            ObjectNode info,
            Set<String> unavailable,
            BiPredicate<String, String> owns) {
        OpenApiMerger merger = new OpenApiMerger(owns);
        documents.forEach(merger::add);
        return merger.result(info, unavailable);
    }

    private void add(String service, JsonNode original) {
        Map<String, String> renames = renames(service, original);
        JsonNode document = original.deepCopy();
        rewrite(document, renames);
        addComponents(document.path("components"), renames);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (owns.test(service, path.getKey()) && path.getValue() instanceof ObjectNode item) {
                prepare(service, item, document.get("security"));
                if (paths.get(path.getKey()) instanceof ObjectNode present) {
                    present.setAll(item);
                } else {
                    paths.set(path.getKey(), item);
                }
            }
        }
        for (JsonNode tag : document.path("tags")) {
            tags.putIfAbsent(tag.path("name").asText(), tag);
        }
    }

    /** What of this document must be called otherwise: reference to the old name → reference to the new one. */
    private Map<String, String> renames(String service, JsonNode document) {
        Map<String, String> renames = new TreeMap<>();
        boolean grown = true;
        // A component that is equal but refers to a renamed one is not equal any more; hence the loop.
        while (grown) {
            grown = false;
            for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
                for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                    JsonNode present = components.path(kind.getKey()).get(component.getKey());
                    String reference = reference(kind.getKey(), component.getKey());
                    if (present != null && !renames.containsKey(reference)) {
                        JsonNode mine = component.getValue().deepCopy();
                        rewrite(mine, renames);
                        if (!mine.equals(present)) {
                            renames.put(reference, reference(kind.getKey(), capitalised(service) + component.getKey()));
                            grown = true;
                        }
                    }
                }
            }
        }
        return renames;
    }

    private void addComponents(JsonNode added, Map<String, String> renames) {
        for (Map.Entry<String, JsonNode> kind : added.properties()) {
            ObjectNode target = components.withObjectProperty(kind.getKey());
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                String renamed = renames.get(reference(kind.getKey(), component.getKey()));
                target.set(
                        renamed == null ? component.getKey() : renamed.substring(renamed.lastIndexOf('/') + 1),
                        component.getValue());
            }
        }
    }

    private void prepare(String service, ObjectNode item, JsonNode documentSecurity) {
        for (Map.Entry<String, JsonNode> entry : item.properties()) {
            if (entry.getValue() instanceof ObjectNode operation && operation.has("responses")) {
                if (documentSecurity != null && !operation.has("security")) {
                    operation.set("security", documentSecurity);
                }
                String id = operation.path("operationId").asText("");
                if (!id.isEmpty() && !operationIds.add(id)) {
                    operation.put("operationId", service + "_" + id);
                    operationIds.add(service + "_" + id);
                }
            }
        }
    }

    private static void rewrite(JsonNode node, Map<String, String> renames) {
        if (renames.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode object && object.path(REF).isTextual()) {
            String renamed = renames.get(object.get(REF).asText());
            if (renamed != null) {
                object.put(REF, renamed);
            }
        }
        node.forEach(child -> rewrite(child, renames));
    }

    private ObjectNode result(ObjectNode info, Set<String> unavailable) {
        ObjectNode merged = NODES.objectNode();
        merged.put("openapi", "3.1.0");
        merged.set("info", info);
        if (!unavailable.isEmpty()) {
            ArrayNode names = merged.putArray("x-unavailable-services");
            unavailable.forEach(names::add);
        }
        ArrayNode allTags = merged.putArray("tags");
        tags.values().forEach(allTags::add);
        ObjectNode sorted = merged.putObject("paths");
        Map<String, JsonNode> byPath = new TreeMap<>();
        paths.properties().forEach(path -> byPath.put(path.getKey(), path.getValue()));
        byPath.forEach(sorted::set);
        merged.set("components", components);
        return merged;
    }

    private static String reference(String kind, String name) {
        return "#/components/" + kind + "/" + name;
    }

    private static String capitalised(String service) {
        return service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
    }
}
