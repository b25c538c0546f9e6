package io.dramatis.portrait.provider.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A workflow with placeholders. Values are put into the parsed document, never into its text, so that nothing a user
 * writes can change the graph; and in one pass, so that a value that looks like a placeholder stays what it is.
 */
final class ComfyUiWorkflow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("%([a-z_]+)%");

    private final JsonNode template;
    private final String text;

    private ComfyUiWorkflow(JsonNode template) {
        this.template = template;
        this.text = template.toString();
    }

    /**
     * @param origin for messages
     * @throws IllegalStateException where it is no workflow that a prompt can be put into
     */
    static ComfyUiWorkflow parse(byte[] json, String origin) {
        try {
            ComfyUiWorkflow workflow = new ComfyUiWorkflow(JSON.readTree(json));
            if (!workflow.template.isObject() || !workflow.uses("prompt")) {
                throw new IllegalStateException(origin + " is no ComfyUI workflow with a %prompt% in it");
            }
            return workflow;
        } catch (IOException e) {
            throw new IllegalStateException(origin + " is no JSON", e);
        }
    }

    boolean uses(String placeholder) {
        return text.contains("%" + placeholder + "%");
    }

    /**
     * The workflow with its values. A string that is a placeholder and nothing else becomes the value, a number a number;
     * within a longer string it becomes the value's text. Placeholders without a value stay.
     */
    JsonNode with(Map<String, JsonNode> values) {
        return filled(template, values);
    }

    private static JsonNode filled(JsonNode node, Map<String, JsonNode> values) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), filled(field.getValue(), values)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(filled(element, values)));
            return copy;
        }
        return node.isTextual() ? filled(node.textValue(), values) : node;
    }

    private static JsonNode filled(String text, Map<String, JsonNode> values) {
        Matcher whole = PLACEHOLDER.matcher(text);
        if (whole.matches()) {
            return values.getOrDefault(whole.group(1), JsonNodeFactory.instance.textNode(text));
        }
        return JsonNodeFactory.instance.textNode(PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.containsKey(found.group(1))
                                ? values.get(found.group(1)).asText()
                                : found.group())));
    }
}
