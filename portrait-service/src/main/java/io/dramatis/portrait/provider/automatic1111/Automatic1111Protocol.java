package io.dramatis.portrait.provider.automatic1111;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.portrait.provider.DiffusionText;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.PictureSize;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderAnswers;
import io.dramatis.portrait.provider.ProviderException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The bodies of {@code /sdapi/v1/txt2img} and {@code img2img}, as {@code modules/api/models.py} has them. */
final class Automatic1111Protocol {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int CROP_AND_RESIZE = 1;

    private Automatic1111Protocol() {}

    /**
     * @param prompt within the limit
     * @param model a checkpoint, or null for the one that is loaded
     * @param taskId names the task in {@code /internal/progress}
     */
    static ObjectNode request(
            ImageRequest asked, Automatic1111Config config, String prompt, String model, String taskId) {
        PictureSize size = asked.size() == null ? PictureSize.square(config.size()) : asked.size();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("prompt", DiffusionText.literal(prompt));
        if (asked.negativePrompt() != null) {
            body.put("negative_prompt", DiffusionText.literal(asked.negativePrompt()));
        }
        body.put("seed", asked.seed());
        body.put("steps", config.steps());
        body.put("cfg_scale", asked.guidance());
        body.put("width", eights(size.width()));
        body.put("height", eights(size.height()));
        config.sampler().ifPresent(sampler -> body.put("sampler_name", sampler));
        body.put("batch_size", 1);
        body.put("n_iter", asked.count());
        body.put("send_images", true);
        body.put("save_images", false);
        body.put("force_task_id", taskId);
        if (model != null) {
            body.putObject("override_settings").put("sd_model_checkpoint", model);
            body.put("override_settings_restore_afterwards", false);
        }
        if (!asked.references().isEmpty()) {
            // One picture to start from; further ones would each be a picture of their own.
            body.putArray("init_images")
                    .add(Base64.getEncoder()
                            .encodeToString(asked.references().get(0).content()));
            body.put("denoising_strength", asked.denoising());
            body.put("resize_mode", CROP_AND_RESIZE);
        }
        return body;
    }

    /** The model paints in cells of eight pixels. */
    private static int eights(int pixels) {
        return Math.max(64, pixels / 8 * 8);
    }

    /** @param prompt and {@code model} as they were sent */
    static List<ProvidedImage> images(OutsideAnswer answer, int count, String prompt, String model) {
        JsonNode body = ProviderAnswers.object(answer, "images");
        JsonNode pictures = body.path("images");
        JsonNode info = info(body.path("info"));
        // With grids switched on, one of all pictures comes before them.
        int first = pictures.size() > count ? info.path("index_of_first_image").asInt(pictures.size() - count) : 0;
        if (pictures.size() - first < count) {
            throw ProviderException.failed(pictures.size() + " images instead of " + count);
        }
        String used = model != null ? model : info.path("sd_model_name").textValue();
        List<ProvidedImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] content = ProviderAnswers.content(pictures.get(first + i));
            if (content == null) {
                throw ProviderException.failed("an image without content");
            }
            images.add(new ProvidedImage(content, seed(info, i), prompt, null, used, 0L, null));
        }
        return images;
    }

    /** A JSON document inside of a string. */
    private static JsonNode info(JsonNode text) {
        try {
            return text.isTextual() ? JSON.readTree(text.textValue()) : MissingNode.getInstance();
        } catch (JsonProcessingException notTold) {
            return MissingNode.getInstance();
        }
    }

    private static Long seed(JsonNode info, int index) {
        JsonNode seed = info.path("all_seeds").path(index);
        if (seed.isIntegralNumber()) {
            return seed.longValue();
        }
        JsonNode first = info.path("seed");
        return first.isIntegralNumber() ? Long.valueOf(first.longValue() + index) : null;
    }
}
