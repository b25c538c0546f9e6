package io.dramatis.portrait.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** ComfyUI: a queue of jobs and a history of those that ended. */
final class SimulatedComfyUi {

    private final SimulatedPictures pictures;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private volatile int looksUntilDone = 2;

    SimulatedComfyUi(SimulatedPictures pictures) {
        this.pictures = pictures;
    }

    void finishAfter(int looks) {
        looksUntilDone = looks;
    }

    void answer(ReceivedRequest asked, SimulatedReply reply) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        String path = asked.path();
        if (path.equals("/prompt")) {
            submit(asked.json(), reply);
        } else if (path.startsWith("/history/")) {
            reply.json(200, history(path.substring("/history/".length())));
        } else if (path.equals("/queue") && asked.method().equals("GET")) {
            ArrayNode running = answer.putArray("queue_running");
            answer.putArray("queue_pending");
            jobs.forEach((id, job) -> {
                if (looksUntilDone >= 0 && job.looks < looksUntilDone) {
                    running.addArray().add(0).add(id).addObject();
                }
            });
            reply.json(200, answer);
        } else if (path.equals("/queue") || path.equals("/interrupt")) {
            reply.send(200, "application/octet-stream", Buffer.buffer());
        } else if (path.equals("/view")) {
            reply.send(200, "image/png", Buffer.buffer(pictures.png()));
        } else if (path.equals("/upload/image")) {
            // There is one of that name already.
            String name = asked.parts().get(0).filename().replace(".png", " (1).png");
            reply.json(200, answer.put("name", name).put("subfolder", "uploads").put("type", "input"));
        } else {
            reply.send(404, "text/plain", Buffer.buffer("404: Not Found"));
        }
    }

    private void submit(JsonNode body, SimulatedReply reply) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        int images = 1;
        boolean fails = false;
        boolean valid = true;
        for (JsonNode node : body.path("prompt")) {
            valid &= node.path("class_type").isTextual() && node.path("inputs").isObject();
            JsonNode inputs = node.path("inputs");
            if (inputs.has("batch_size") || inputs.has("amount")) {
                images = inputs.path("batch_size").asInt(inputs.path("amount").asInt());
            }
            fails |= inputs.path("text").asText().contains("out of memory");
            valid &= !inputs.path("ckpt_name").asText().startsWith("missing");
        }
        if (!valid || body.path("prompt").isEmpty()) {
            answer.putObject("error")
                    .put("type", "prompt_outputs_failed_validation")
                    .put("message", "Prompt outputs failed validation")
                    .put("details", "");
            answer.putObject("node_errors");
            reply.json(400, answer);
            return;
        }
        String id = "job-" + pictures.number();
        jobs.put(id, new Job(images, fails));
        reply.json(200, answer.put("prompt_id", id).put("number", 1).set("node_errors", answer.objectNode()));
    }

    /** Empty of what still runs as of what it does not know. */
    private ObjectNode history(String id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        Job job = jobs.get(id);
        if (job == null || looksUntilDone < 0 || job.looks++ < looksUntilDone) {
            return answer;
        }
        ObjectNode entry = answer.putObject(id);
        ObjectNode status = entry.putObject("status");
        status.put("status_str", job.fails ? "error" : "success").put("completed", !job.fails);
        ArrayNode messages = status.putArray("messages");
        ObjectNode outputs = entry.putObject("outputs");
        if (job.fails) {
            messages.addArray().add("execution_error").addObject().put("exception_type", "torch.OutOfMemoryError");
            return answer;
        }
        ArrayNode previews = outputs.putObject("7").putArray("images");
        previews.addObject().put("filename", "preview.png").put("subfolder", "").put("type", "temp");
        ArrayNode images = outputs.putObject("9").putArray("images");
        for (int i = 0; i < job.images; i++) {
            images.addObject()
                    .put("filename", "dramatis_0000" + i + "_.png")
                    .put("subfolder", "a b&c")
                    .put("type", "output");
        }
        return answer;
    }

    private static final class Job {
        private final int images;
        private final boolean fails;
        private int looks;

        Job(int images, boolean fails) {
            this.images = images;
            this.fails = fails;
        }
    }
}
