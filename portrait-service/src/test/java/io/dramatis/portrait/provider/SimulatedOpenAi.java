package io.dramatis.portrait.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** OpenAI's image and chat API, and an imitator's of it. */
final class SimulatedOpenAi {

    private static final String ECHO = "(what the user said)";
    private static final Set<String> GPT = Set.of("gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2");
    private static final Set<String> GPT_SIZES = Set.of("1024x1024", "1024x1536", "1536x1024", "auto");
    private static final Set<String> DALL_E_3_SIZES = Set.of("1024x1024", "1024x1792", "1792x1024");
    private static final Set<String> DALL_E_2_SIZES = Set.of("256x256", "512x512", "1024x1024");
    private static final Set<String> GPT_PARAMETERS =
            Set.of("model", "prompt", "n", "size", "quality", "output_format", "background", "moderation", "user");
    private static final Set<String> EDIT_PARAMETERS = Set.of(
            "model", "prompt", "n", "size", "quality", "output_format", "background", "input_fidelity", "image[]");

    private final SimulatedPictures pictures;
    private final AtomicInteger imagesPerAnswer = new AtomicInteger(10);
    private volatile String linkBase;
    private volatile String chatAnswer = ECHO;
    private volatile String finishReason = "stop";

    SimulatedOpenAi(SimulatedPictures pictures, String linkBase) {
        this.pictures = pictures;
        this.linkBase = linkBase;
    }

    void linkTo(String base) {
        linkBase = base;
    }

    void chat(String answer, String reason) {
        chatAnswer = answer;
        finishReason = reason;
    }

    void limitImages(int number) {
        imagesPerAnswer.set(number);
    }

    void answer(ReceivedRequest asked, SimulatedReply reply) {
        if (!("Bearer " + ProviderSimulator.KEY).equals(asked.headers().get("Authorization"))) {
            reply.json(
                    401,
                    error(
                            "invalid_api_key",
                            "invalid_request_error",
                            "Incorrect API key provided: " + asked.headers().get("Authorization")));
            return;
        }
        switch (asked.path()) {
            case "/v1/models" -> reply.json(200, JsonNodeFactory.instance.objectNode());
            case "/v1/chat/completions" -> chat(asked.json(), reply);
            case "/v1/images/generations" -> {
                JsonNode body = asked.json();
                images(
                        body.path("model").asText(),
                        body.path("prompt").asText(),
                        body.path("n").asInt(1),
                        body.path("size").asText("auto"),
                        body.path("response_format").asText(null),
                        generationFault(body),
                        reply);
            }
            case "/v1/images/edits" ->
                images(
                        asked.field("model"),
                        asked.field("prompt"),
                        Integer.parseInt(asked.field("n")),
                        asked.field("size"),
                        asked.field("response_format"),
                        editFault(asked),
                        reply);
            default -> reply.json(404, error(null, "invalid_request_error", "Invalid URL"));
        }
    }

    private static String generationFault(JsonNode body) {
        String model = body.path("model").asText();
        if (GPT.contains(model)) {
            for (var field : body.properties()) {
                if (!GPT_PARAMETERS.contains(field.getKey())) {
                    return "Unknown parameter: '" + field.getKey() + "'.";
                }
            }
        }
        if (body.has("style") && !model.equals("dall-e-3")) {
            return "Unknown parameter: 'style'.";
        }
        return null;
    }

    private static String editFault(ReceivedRequest asked) {
        String model = asked.field("model");
        if (!GPT.contains(model)) {
            return "Value must be a GPT image model.";
        }
        boolean fidelity = asked.field("input_fidelity") != null;
        if (fidelity && !Set.of("gpt-image-1", "gpt-image-1.5").contains(model)) {
            return "Unknown parameter: 'input_fidelity'.";
        }
        for (ReceivedRequest.Part part : asked.parts()) {
            if (!EDIT_PARAMETERS.contains(part.name())) {
                return "Unknown parameter: '" + part.name() + "'.";
            }
        }
        boolean pictures = asked.parts().stream()
                .anyMatch(
                        part -> part.name().equals("image[]") && part.filename() != null && part.content().length > 0);
        return pictures ? null : "Missing required parameter: 'image'.";
    }

    private void images(
            String model, String prompt, int n, String size, String format, String fault, SimulatedReply reply) {
        boolean gpt = GPT.contains(model);
        int longest = gpt ? 32_000 : model.equals("dall-e-2") ? 1_000 : 4_000;
        Set<String> sizes = gpt ? GPT_SIZES : model.equals("dall-e-3") ? DALL_E_3_SIZES : DALL_E_2_SIZES;
        boolean known = gpt || model.startsWith("dall-e-");
        String wrong = fault;
        if (model.isEmpty()) {
            wrong = "you must provide a model parameter";
        } else if (prompt.isEmpty() || prompt.length() > longest) {
            wrong = "Invalid 'prompt': string too long or empty.";
        } else if (known && !sizes.contains(size)) {
            wrong = "Invalid value: '" + size + "'.";
        } else if (n < 1 || n > 10 || model.equals("dall-e-3") && n != 1) {
            wrong = "Invalid 'n'.";
        }
        if (wrong != null) {
            reply.json(400, error("invalid_value", "invalid_request_error", wrong));
        } else if (prompt.contains("forbidden")) {
            reply.json(
                    400,
                    gpt
                            ? error(
                                    "moderation_blocked",
                                    "image_generation_user_error",
                                    "Your request was rejected by the safety system.")
                            : error(
                                    "content_policy_violation",
                                    "invalid_request_error",
                                    "Your request was rejected as a result of our safety system."));
        } else if (prompt.contains("unpaid")) {
            reply.json(402, error("billing_not_active", "billing_not_active", "Your account is not active"));
        } else if (known) {
            reply.json(200, openAiImages(model, prompt, Math.min(n, imagesPerAnswer.get()), gpt, format));
        } else {
            reply.json(200, imitatorsImages(Math.min(n, imagesPerAnswer.get()), format));
        }
    }

    private ObjectNode openAiImages(String model, String prompt, int n, boolean gpt, String format) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("created", 1705664481);
        ArrayNode data = body.putArray("data");
        for (int i = 0; i < n; i++) {
            ObjectNode image = data.addObject();
            if (model.equals("dall-e-3")) {
                image.put("revised_prompt", "Imagine: " + prompt);
            }
            if (gpt || "b64_json".equals(format)) {
                image.put("b64_json", Base64.getEncoder().encodeToString(pictures.png()));
            } else {
                image.put("url", linkBase + "/files/" + pictures.number() + ".png?se=2024&sig=x%2Fy");
            }
        }
        if (gpt) {
            ObjectNode usage = body.putObject("usage");
            usage.put("total_tokens", 1_156 * n).put("input_tokens", 100).put("output_tokens", 1_056 * n);
            usage.putObject("input_tokens_details").put("text_tokens", 100).put("image_tokens", 0);
            body.put("background", "opaque").put("output_format", "png").put("quality", "medium");
        }
        return body;
    }

    /** As LocalAI does it: no time, a link to itself where nothing else is asked for, an index nobody needs. */
    private ObjectNode imitatorsImages(int n, String format) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        for (int i = 0; i < n; i++) {
            ObjectNode image = data.addObject().put("index", 0).put("object", "");
            if ("b64_json".equals(format)) {
                image.put(
                        "b64_json",
                        "data:image/png;base64," + Base64.getMimeEncoder().encodeToString(pictures.png()));
            } else {
                image.put("url", linkBase + "/files/" + pictures.number() + ".png");
            }
        }
        return body;
    }

    private void chat(JsonNode body, SimulatedReply reply) {
        if (body.path("model").asText().isEmpty() || body.has("max_tokens") || body.has("temperature")) {
            reply.json(400, error("unsupported_parameter", "invalid_request_error", "Unsupported parameter"));
            return;
        }
        String said = body.path("messages").path(1).path("content").asText();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1700999145);
        answer.put("model", body.path("model").asText());
        ObjectNode choice = answer.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finishReason).putNull("logprobs");
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", ECHO.equals(chatAnswer) ? "Behold: " + said + ". The light is soft." : chatAnswer)
                .putNull("refusal");
        reply.json(200, answer);
    }

    /** As an error of the API's; a code of null is one that it leaves out. */
    static ObjectNode error(String code, String type, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return body;
    }
}
