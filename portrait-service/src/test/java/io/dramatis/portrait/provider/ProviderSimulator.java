package io.dramatis.portrait.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * OpenAI's image and chat API, an imitator of it, AUTOMATIC1111 and ComfyUI on one loopback port, in the shapes that
 * these answer. It refuses what they refuse: a request that passes here names its model, keeps the limits of that model
 * and sends no parameter that the model does not know. Prompts with the word "forbidden" are for the moderation, those with "unpaid" for the
 * cashier.
 */
public final class ProviderSimulator implements AutoCloseable {

    public static final String KEY = "sk-simulated-0123456789";
    public static final String A1111_USER = "painter";
    public static final String A1111_PASSWORD = "easel";

    private static final String ECHO = "(what the user said)";
    private static final Set<String> GPT = Set.of("gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2");
    private static final Set<String> GPT_SIZES = Set.of("1024x1024", "1024x1536", "1536x1024", "auto");
    private static final Set<String> DALL_E_3_SIZES = Set.of("1024x1024", "1024x1792", "1792x1024");
    private static final Set<String> DALL_E_2_SIZES = Set.of("256x256", "512x512", "1024x1024");
    private static final Set<String> GPT_PARAMETERS =
            Set.of("model", "prompt", "n", "size", "quality", "output_format", "background", "moderation", "user");
    private static final Set<String> EDIT_PARAMETERS = Set.of(
            "model", "prompt", "n", "size", "quality", "output_format", "background", "input_fidelity", "image[]");

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> fileFaults = new ConcurrentLinkedQueue<>();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final Map<String, ComfyJob> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final AtomicInteger imagesPerAnswer = new AtomicInteger(10);
    private volatile String linkBase;
    private volatile String chatAnswer = ECHO;
    private volatile String finishReason = "stop";
    private volatile boolean gridFirst;
    private volatile int looksUntilDone = 2;

    public ProviderSimulator() {
        server = vertx.createHttpServer(new HttpServerOptions().setHost("localhost"))
                .requestHandler(this::receive)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        linkBase = url();
    }

    public String url() {
        return "http://localhost:" + server.actualPort();
    }

    /** The next requests that send something, one fault each. */
    public void next(Fault... all) {
        faults.addAll(List.of(all));
    }

    /** The same for the next linked pictures. */
    public void nextFile(Fault... all) {
        fileFaults.addAll(List.of(all));
    }

    /** Where the pictures stand that it links to. */
    public void linkTo(String base) {
        linkBase = base;
    }

    /** @param answer instead of what the user said; null for an answer without content */
    public void chat(String answer, String reason) {
        chatAnswer = answer;
        finishReason = reason;
    }

    /** Answers no more images at a time, however many are asked for. */
    public void limitImages(int number) {
        imagesPerAnswer.set(number);
    }

    /** AUTOMATIC1111 with grids switched on. */
    public void sendGrids() {
        gridFirst = true;
    }

    /** ComfyUI needs that many looks at a job; negative: the job is lost meanwhile. */
    public void finishAfter(int looks) {
        looksUntilDone = looks;
    }

    public List<ReceivedRequest> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    public ReceivedRequest only(String path) {
        List<ReceivedRequest> all = received(path);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " requests to " + path);
        }
        return all.get(0);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            ReceivedRequest asked = new ReceivedRequest(
                    request.method().name(), request.path(), request.params(), request.headers(), body.getBytes());
            received.add(asked);
            boolean file = asked.path().startsWith("/files/");
            Fault fault = file ? fileFaults.poll() : asked.method().equals("POST") ? faults.poll() : null;
            if (fault == null || fault == Fault.TRUNCATED_JSON || fault == Fault.WRONG_TYPE) {
                answer(asked, new Reply(request.response(), fault));
            } else {
                misbehave(fault, request);
            }
        });
    }

    private void misbehave(Fault fault, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        Reply reply = new Reply(response, null);
        switch (fault) {
            case RATE_LIMITED_FOR_7_S -> {
                response.putHeader("Retry-After", "7");
                reply.json(429, openAiError("rate_limit_exceeded", "requests", "Rate limit reached"));
            }
            case RATE_LIMITED_UNTIL_A_DATE -> {
                response.putHeader(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30)));
                reply.json(429, openAiError("rate_limit_exceeded", "requests", "Rate limit reached"));
            }
            case RATE_LIMITED -> reply.json(429, openAiError("rate_limit_exceeded", "requests", "Rate limit reached"));
            case OVERLOADED_FOR_3_S -> {
                response.putHeader("Retry-After", "3");
                reply.json(503, openAiError(null, "server_error", "Overloaded"));
            }
            case NO_MONEY_LEFT ->
                reply.json(429, openAiError("insufficient_quota", "insufficient_quota", "You exceeded your quota"));
            case HTML_502 -> reply.send(502, "text/html", Buffer.buffer("<html><h1>502 Bad Gateway</h1></html>"));
            case FORBIDDEN ->
                reply.json(403, openAiError(null, "invalid_request_error", "Your organization must be verified"));
            case NO_FIELDS -> reply.json(200, JsonNodeFactory.instance.objectNode());
            case NO_PICTURE -> {
                String nonsense = Base64.getEncoder().encodeToString("<html>".getBytes());
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.putArray("data").addObject().put("b64_json", nonsense);
                body.putArray("images").add(nonsense);
                reply.json(200, body);
            }
            case HANGS -> {}
            case RESET -> request.connection().close();
            case OVERSIZED -> {
                response.setChunked(true).putHeader("Content-Type", "application/json");
                Buffer block = Buffer.buffer("x".repeat(1024 * 1024));
                for (int i = 0; i < 80 && !response.closed(); i++) {
                    response.write(block.copy());
                }
                response.end();
            }
            case REDIRECT -> {
                response.putHeader("Location", url() + "/files/1.png");
                reply.send(302, "text/plain", Buffer.buffer());
            }
            default -> throw new IllegalStateException(fault.name());
        }
    }

    private void answer(ReceivedRequest asked, Reply reply) {
        String path = asked.path();
        if (path.startsWith("/v1/")) {
            openAi(asked, reply);
        } else if (path.startsWith("/files/")) {
            reply.send(200, "image/png", Buffer.buffer(png()));
        } else if (path.startsWith("/sdapi/") || path.startsWith("/internal/")) {
            automatic1111(asked, reply);
        } else {
            comfyUi(asked, reply);
        }
    }

    // --- OpenAI -----------------------------------------------------------------------------------------------------

    private void openAi(ReceivedRequest asked, Reply reply) {
        if (!("Bearer " + KEY).equals(asked.headers().get("Authorization"))) {
            reply.json(
                    401,
                    openAiError(
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
            default -> reply.json(404, openAiError(null, "invalid_request_error", "Invalid URL"));
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

    private void images(String model, String prompt, int n, String size, String format, String fault, Reply reply) {
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
            reply.json(400, openAiError("invalid_value", "invalid_request_error", wrong));
        } else if (prompt.contains("forbidden")) {
            reply.json(
                    400,
                    gpt
                            ? openAiError(
                                    "moderation_blocked",
                                    "image_generation_user_error",
                                    "Your request was rejected by the safety system.")
                            : openAiError(
                                    "content_policy_violation",
                                    "invalid_request_error",
                                    "Your request was rejected as a result of our safety system."));
        } else if (prompt.contains("unpaid")) {
            reply.json(402, openAiError("billing_not_active", "billing_not_active", "Your account is not active"));
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
                image.put("b64_json", Base64.getEncoder().encodeToString(png()));
            } else {
                image.put("url", linkBase + "/files/" + counter.incrementAndGet() + ".png?se=2024&sig=x%2Fy");
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
                        "data:image/png;base64," + Base64.getMimeEncoder().encodeToString(png()));
            } else {
                image.put("url", linkBase + "/files/" + counter.incrementAndGet() + ".png");
            }
        }
        return body;
    }

    private void chat(JsonNode body, Reply reply) {
        if (body.path("model").asText().isEmpty() || body.has("max_tokens") || body.has("temperature")) {
            reply.json(400, openAiError("unsupported_parameter", "invalid_request_error", "Unsupported parameter"));
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

    private static ObjectNode openAiError(String code, String type, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return body;
    }

    // --- AUTOMATIC1111 ----------------------------------------------------------------------------------------------

    private void automatic1111(ReceivedRequest asked, Reply reply) {
        String pair = A1111_USER + ":" + A1111_PASSWORD;
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

    private void paint(ReceivedRequest asked, Reply reply) {
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
            images.add(Base64.getEncoder().encodeToString(png()));
        }
        info.put("index_of_first_image", images.size());
        for (int i = 0; i < count; i++) {
            images.add(Base64.getEncoder().encodeToString(png()));
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

    // --- ComfyUI ----------------------------------------------------------------------------------------------------

    private static final class ComfyJob {
        private final int images;
        private final boolean fails;
        private int looks;

        ComfyJob(int images, boolean fails) {
            this.images = images;
            this.fails = fails;
        }
    }

    private void comfyUi(ReceivedRequest asked, Reply reply) {
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
            reply.send(200, "image/png", Buffer.buffer(png()));
        } else if (path.equals("/upload/image")) {
            // There is one of that name already.
            String name = asked.parts().get(0).filename().replace(".png", " (1).png");
            reply.json(200, answer.put("name", name).put("subfolder", "uploads").put("type", "input"));
        } else {
            reply.send(404, "text/plain", Buffer.buffer("404: Not Found"));
        }
    }

    private void submit(JsonNode body, Reply reply) {
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
        String id = "job-" + counter.incrementAndGet();
        jobs.put(id, new ComfyJob(images, fails));
        reply.json(200, answer.put("prompt_id", id).put("number", 1).set("node_errors", answer.objectNode()));
    }

    /** Empty of what still runs as of what it does not know. */
    private ObjectNode history(String id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ComfyJob job = jobs.get(id);
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

    // --- All of them ------------------------------------------------------------------------------------------------

    /** Another one each time. */
    private byte[] png() {
        BufferedImage image = new BufferedImage(96, 128, BufferedImage.TYPE_INT_RGB);
        int number = counter.incrementAndGet();
        for (int x = 0; x < 96; x++) {
            image.setRGB(x, number % 128, 0x406080 + number);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One answer, whole or with the fault that needs it. */
    private record Reply(HttpServerResponse response, Fault fault) {

        void json(int status, JsonNode body) {
            Buffer whole = Buffer.buffer(body.toString());
            send(
                    status,
                    "application/json",
                    fault == Fault.TRUNCATED_JSON ? whole.slice(0, whole.length() / 2) : whole);
        }

        void send(int status, String type, Buffer body) {
            if (!response.closed()) {
                response.setStatusCode(status)
                        .putHeader("Content-Type", fault == Fault.WRONG_TYPE ? "text/html" : type)
                        .end(body);
            }
        }
    }
}
