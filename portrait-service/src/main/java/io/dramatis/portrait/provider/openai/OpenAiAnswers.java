package io.dramatis.portrait.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ProviderAnswers;
import io.dramatis.portrait.provider.ProviderException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the answers of {@code /images/generations} and {@code /images/edits}, of OpenAI and of its imitators. */
final class OpenAiAnswers {

    /** Refusals of the safety system, by {@code error.code}; of the newer models, of the older ones, at Azure. */
    private static final Set<String> MODERATION =
            Set.of("moderation_blocked", "content_policy_violation", "contentfilter", "content_filter");

    /** What only the account's owner can mend, whatever status it comes with. */
    private static final Set<String> ACCOUNT =
            Set.of("insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "model_not_found");

    private OpenAiAnswers() {}

    /**
     * One image of an answer: one of content and link is there.
     *
     * @param revisedPrompt null where the server does not tell
     */
    record Item(byte[] content, String url, String revisedPrompt) {}

    /**
     * @param items at least one
     * @param costMicroUsd of one image; null where it is not known
     */
    record Page(List<Item> items, Long costMicroUsd) {}

    static Page page(OutsideAnswer answer, OpenAiModel model) {
        if (answer.status() != 200) {
            throw failure(answer, Instant.now());
        }
        JsonNode body = ProviderAnswers.object(answer, "b64_json");
        List<Item> items = new ArrayList<>();
        for (JsonNode image : body.path("data")) {
            byte[] content = ProviderAnswers.content(image.path("b64_json"));
            String url = text(image, "url");
            if (content == null && url != null && url.startsWith("data:")) {
                content = ProviderAnswers.base64(url);
            }
            if (content != null || url != null) {
                items.add(new Item(content, url, text(image, "revised_prompt")));
            }
        }
        if (items.isEmpty()) {
            throw ProviderException.failed("an answer without images, error=" + code(body.path("error")));
        }
        return new Page(items, cost(body.path("usage"), model, items.size()));
    }

    static RuntimeException failure(OutsideAnswer answer, Instant now) {
        JsonNode error = ProviderAnswers.lenient(answer).path("error");
        String code = code(error);
        if (MODERATION.contains(code) || code.equals("image_generation_user_error")) {
            return new ImageRefusedException(
                    "The image provider's moderation refused this description; change the words and try again.");
        }
        if (ACCOUNT.contains(code)) {
            return ProviderException.misconfigured("status " + answer.status() + ", " + code);
        }
        return ProviderAnswers.failure(answer, now);
    }

    /** Lower case; the type where there is no code; empty where there is neither. Never the message, which may quote. */
    private static String code(JsonNode error) {
        String code = text(error, "code");
        String type = text(error, "type");
        String known = code != null ? code : type != null ? type : "";
        return known.toLowerCase(Locale.ROOT);
    }

    private static String text(JsonNode object, String field) {
        String text = object.path(field).textValue();
        return text == null || text.isBlank() ? null : text;
    }

    /** By tokens where the answer counts them and their price is known, else by the image. */
    private static Long cost(JsonNode usage, OpenAiModel model, int images) {
        OptionalDouble input = model.inputTokenPrice();
        OptionalDouble output = model.outputTokenPrice();
        if (usage.path("output_tokens").isNumber() && input.isPresent() && output.isPresent()) {
            double total = usage.path("input_tokens").asLong() * input.getAsDouble()
                    + usage.path("output_tokens").asLong() * output.getAsDouble();
            return Math.round(total / images);
        }
        return model.imagePrice().isPresent() ? model.imagePrice().getAsLong() : null;
    }
}
