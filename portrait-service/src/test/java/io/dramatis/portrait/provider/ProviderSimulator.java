package io.dramatis.portrait.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

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

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> fileFaults = new ConcurrentLinkedQueue<>();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final SimulatedPictures pictures = new SimulatedPictures();
    private final SimulatedOpenAi openAi;
    private final SimulatedAutomatic1111 automatic1111 = new SimulatedAutomatic1111(pictures);
    private final SimulatedComfyUi comfyUi = new SimulatedComfyUi(pictures);

    public ProviderSimulator() {
        server = vertx.createHttpServer(new HttpServerOptions().setHost("localhost"))
                .requestHandler(this::receive)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        openAi = new SimulatedOpenAi(pictures, url());
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
        openAi.linkTo(base);
    }

    /** @param answer instead of what the user said; null for an answer without content */
    public void chat(String answer, String reason) {
        openAi.chat(answer, reason);
    }

    /** Answers no more images at a time, however many are asked for. */
    public void limitImages(int number) {
        openAi.limitImages(number);
    }

    /** AUTOMATIC1111 with grids switched on. */
    public void sendGrids() {
        automatic1111.sendGrids();
    }

    /** ComfyUI needs that many looks at a job; negative: the job is lost meanwhile. */
    public void finishAfter(int looks) {
        comfyUi.finishAfter(looks);
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
                answer(asked, new SimulatedReply(request.response(), fault));
            } else {
                misbehave(fault, request);
            }
        });
    }

    private void misbehave(Fault fault, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        SimulatedReply reply = new SimulatedReply(response, null);
        switch (fault) {
            case RATE_LIMITED_FOR_7_S -> {
                response.putHeader("Retry-After", "7");
                reply.json(429, SimulatedOpenAi.error("rate_limit_exceeded", "requests", "Rate limit reached"));
            }
            case RATE_LIMITED_UNTIL_A_DATE -> {
                response.putHeader(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30)));
                reply.json(429, SimulatedOpenAi.error("rate_limit_exceeded", "requests", "Rate limit reached"));
            }
            case RATE_LIMITED ->
                reply.json(429, SimulatedOpenAi.error("rate_limit_exceeded", "requests", "Rate limit reached"));
            case OVERLOADED_FOR_3_S -> {
                response.putHeader("Retry-After", "3");
                reply.json(503, SimulatedOpenAi.error(null, "server_error", "Overloaded"));
            }
            case NO_MONEY_LEFT ->
                reply.json(
                        429,
                        SimulatedOpenAi.error("insufficient_quota", "insufficient_quota", "You exceeded your quota"));
            case HTML_502 -> reply.send(502, "text/html", Buffer.buffer("<html><h1>502 Bad Gateway</h1></html>"));
            case FORBIDDEN ->
                reply.json(
                        403,
                        SimulatedOpenAi.error(null, "invalid_request_error", "Your organization must be verified"));
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

    private void answer(ReceivedRequest asked, SimulatedReply reply) {
        String path = asked.path();
        if (path.startsWith("/v1/")) {
            openAi.answer(asked, reply);
        } else if (path.startsWith("/files/")) {
            reply.send(200, "image/png", Buffer.buffer(pictures.png()));
        } else if (path.startsWith("/sdapi/") || path.startsWith("/internal/")) {
            automatic1111.answer(asked, reply);
        } else {
            comfyUi.answer(asked, reply);
        }
    }
}
