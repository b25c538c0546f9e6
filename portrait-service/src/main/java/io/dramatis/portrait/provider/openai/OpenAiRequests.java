package io.dramatis.portrait.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dramatis.kit.outside.Multipart;
import io.dramatis.portrait.prompt.PortraitStyle;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.openai.OpenAiModel.Family;

/** The bodies of {@code /images/generations} and {@code /images/edits}. */
final class OpenAiRequests {

    /** As many as the API takes. */
    private static final int MAX_REFERENCES = 16;

    /** Below it, the face is hardly meant to be kept. */
    private static final double HIGH_FIDELITY = 0.2;

    private OpenAiRequests() {}

    /** Always names the model: what a server takes without one is its own, changing business. */
    static JsonNode generation(ImageRequest request, OpenAiModel model, String prompt, int number) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model.name());
        body.put("prompt", prompt);
        body.put("n", number);
        body.put("size", model.size(request.size()).toString());
        if (model.quality() != null) {
            body.put("quality", model.quality());
        }
        if (model.responseFormat() != null) {
            body.put("response_format", model.responseFormat());
        }
        if (model.family() == Family.GPT) {
            body.put("output_format", "png");
        }
        if (model.family() == Family.DALL_E_3) {
            body.put("style", request.preset().map(PortraitStyle::natural).orElse(false) ? "natural" : "vivid");
        }
        return body;
    }

    static Multipart edit(ImageRequest request, OpenAiModel model, String prompt, int number) {
        Multipart form = new Multipart()
                .field("model", model.name())
                .field("prompt", prompt)
                .field("n", Integer.toString(number))
                .field("size", model.size(request.size()).toString());
        if (model.quality() != null) {
            form.field("quality", model.quality());
        }
        if (model.responseFormat() != null) {
            form.field("response_format", model.responseFormat());
        }
        if (model.family() == Family.GPT) {
            form.field("output_format", "png");
        }
        if (model.fidelity()) {
            form.field("input_fidelity", request.identityStrength() >= HIGH_FIDELITY ? "high" : "low");
        }
        int count = 0;
        for (ReferenceImage reference : request.references()) {
            if (++count > MAX_REFERENCES) {
                break;
            }
            form.file("image[]", reference.filename(count), reference.mediaType(), reference.content());
        }
        return form;
    }
}
