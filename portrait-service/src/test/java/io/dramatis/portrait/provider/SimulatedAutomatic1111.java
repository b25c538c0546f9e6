package io.dramatis.portrait.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** AUTOMATIC1111's API for its web page. */
final class SimulatedAutomatic1111 {

    private final SimulatedPictures pictures;
    private volatile boolean gridFirst;

    SimulatedAutomatic1111(SimulatedPictures pictures) {
        this.pictures = pictures;
    }

    void sendGrids() {
        gridFirst = true;
    }

    void answer(ReceivedRequest asked, SimulatedReply reply) {
        String pair = ProviderSimulator.A1111_USER + ":" + ProviderSimulator.A1111_PASSWORD;
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());
        if (!expected.equals(asked.headers().get("Authorization"))) {
            reply.json(401, JsonNodeFactory.instance.objectNode().put("detail", "Incorrect username or password"));
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        switch (asked.path()) {
            case "/sdapi/v1/txt2img", "/sdapi/v1/img2img" -> paint(asked, reply);
            case "/sdapi/v1/progress" ->
                reply.json(200, answer.put("progress", 0).put("eta_relative", 0));
            case "/internal/progress" ->
                reply.json(200, answer.put("active", true).put("queued", false));
            case "/sdapi/v1/interrupt" -> reply.json(200, answer);
            default -> reply.json(404, answer.put("detail", "Not Found"));
        }
    }

    private void paint(ReceivedRequest asked, SimulatedReply reply) {
        JsonNode body = asked.json();
        boolean fromPicture = asked.path().endsWith("img2img");
        if (fromPicture != body.path("init_images").path(0).isTextual()
                || !body.path("seed").isIntegralNumber()) {
            reply.json(
                    422,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error", "HTTPException")
                            .put("detail", "Validation error"));
            return;
        }
        if (body.path("sampler_name").asText("Euler a").equals("Unknown")) {
            reply.json(
                    404,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error", "HTTPException")
                            .put("detail", "Sampler not found"));
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode images = answer.putArray("images");
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        ArrayNode seeds = info.putArray("all_seeds");
        int count = body.path("n_iter").asInt(1) * body.path("batch_size").asInt(1);
        if (gridFirst && count > 1) {
            images.add(Base64.getEncoder().encodeToString(pictures.png()));
        }
        info.put("index_of_first_image", images.size());
        for (int i = 0; i < count; i++) {
            images.add(Base64.getEncoder().encodeToString(pictures.png()));
            seeds.add(body.path("seed").asLong() + i);
        }
        info.put("seed", body.path("seed").asLong());
        info.put(
                "sd_model_name",
                body.path("override_settings").path("sd_model_checkpoint").asText("loaded-model"));
        answer.putObject("parameters");
        answer.put("info", info.toString());
        reply.json(200, answer);
    }
}
