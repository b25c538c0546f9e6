package io.dramatis.portrait.provider.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dramatis.kit.hash.Sha256;
import io.dramatis.kit.outside.Multipart;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideRequest;
import io.dramatis.portrait.outside.OutsideHttp;
import io.dramatis.portrait.provider.DiffusionText;
import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.PictureSize;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderAnswers;
import io.dramatis.portrait.provider.ProviderCapabilities;
import io.dramatis.portrait.provider.ProviderException;
import io.dramatis.portrait.provider.ProviderModel;
import io.dramatis.portrait.provider.ReferenceImage;
import io.dramatis.portrait.provider.comfyui.ComfyUiAnswers.StoredFile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A ComfyUI server: a workflow goes into its queue, and is asked about until its pictures are there. A job that nobody
 * waits for any more is taken out of the queue, or interrupted.
 */
@ApplicationScoped
public class ComfyUiProvider implements ImageProvider {

    static final String ID = "comfyui";

    private static final Logger LOG = Logger.getLogger(ComfyUiProvider.class);
    private static final Duration CALL = Duration.ofSeconds(30);

    /** The history of a job repeats its workflow. */
    private static final long MAX_ANSWER = 8 * 1024 * 1024;

    private final ComfyUiConfig config;
    private final OutsideHttp http;
    private final ComfyUiWorkflow workflow;
    private final ComfyUiWorkflow referenceWorkflow;
    private final ProviderCapabilities capabilities;
    private final String clientId = UUID.randomUUID().toString();

    ComfyUiProvider(ComfyUiConfig config, OutsideHttp http) {
        this.config = config;
        this.http = http;
        this.workflow = load(config.workflow(), "comfyui/portrait.json");
        this.referenceWorkflow = load(config.referenceWorkflow(), "comfyui/reference.json");
        this.capabilities = new ProviderCapabilities(
                config.baseUrl().isPresent(),
                true,
                referenceWorkflow.uses("image"),
                workflow.uses("negative_prompt"),
                false,
                config.models().stream()
                        .map(name -> new ProviderModel(
                                name, config.maxPromptLength(), referenceWorkflow.uses("image"), List.of()))
                        .toList(),
                false,
                config.models().get(0),
                4);
    }

    /** Read once, at the start. */
    private static ComfyUiWorkflow load(Optional<Path> file, String resource) {
        try {
            if (file.isPresent()) {
                return ComfyUiWorkflow.parse(
                        Files.readAllBytes(file.get()), file.get().toString());
            }
            try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
                return ComfyUiWorkflow.parse(in.readAllBytes(), resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ProviderCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public Uni<List<ProvidedImage>> generate(ImageRequest request) {
        ComfyUiWorkflow graph = request.references().isEmpty() ? workflow : referenceWorkflow;
        // A workflow that makes no batches runs once for each image.
        int runs = graph.uses("count") ? 1 : request.count();
        int each = request.count() / runs;
        return reference(request)
                .chain(image -> Multi.createFrom()
                        .range(0, runs)
                        .onItem()
                        .transformToUniAndConcatenate(run -> run(graph, request, image, request.seed() + run, each))
                        .collect()
                        .asList())
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    /** The uploaded reference; null where there is none. */
    private Uni<StoredFile> reference(ImageRequest request) {
        if (request.references().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        ReferenceImage reference = request.references().get(0);
        // Named by what is in it: the server keeps what it is given, and this way only once.
        String name = "dramatis-" + HexFormat.of().formatHex(Sha256.of(reference.content()), 0, 12) + "-"
                + reference.filename(1);
        Multipart form = new Multipart().file("image", name, reference.mediaType(), reference.content());
        return send(OutsideRequest.post(endpoint("/upload/image"), form)).map(ComfyUiAnswers::uploaded);
    }

    private Uni<List<ProvidedImage>> run(
            ComfyUiWorkflow graph, ImageRequest request, StoredFile image, long seed, int count) {
        String prompt = request.prompt().within(config.maxPromptLength());
        String model = request.model() != null ? request.model() : capabilities.defaultModel();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("prompt", graph.with(values(request, prompt, model, image, seed, count)));
        body.put("client_id", clientId);
        return send(OutsideRequest.post(endpoint("/prompt"), body))
                .map(ComfyUiAnswers::promptId)
                .chain(promptId -> outcome(promptId)
                        .onFailure()
                        .invoke(() -> abandon(promptId))
                        .onCancellation()
                        .invoke(() -> abandon(promptId)))
                .chain(entry -> pictures(ComfyUiAnswers.images(entry), count))
                .map(pictures -> pictures.stream()
                        .map(content -> new ProvidedImage(content, seed, prompt, null, model, 0L, null))
                        .toList());
    }

    private Map<String, JsonNode> values(
            ImageRequest request, String prompt, String model, StoredFile image, long seed, int count) {
        JsonNodeFactory node = JsonNodeFactory.instance;
        PictureSize size = request.size() == null ? PictureSize.square(config.size()) : request.size();
        String negative = request.negativePrompt() == null ? "" : request.negativePrompt();
        Map<String, JsonNode> values = new HashMap<>();
        values.put("prompt", node.textNode(DiffusionText.literal(prompt)));
        values.put("negative_prompt", node.textNode(DiffusionText.literal(negative)));
        values.put("seed", node.numberNode(seed));
        values.put("width", node.numberNode(size.width() / 8 * 8));
        values.put("height", node.numberNode(size.height() / 8 * 8));
        values.put("count", node.numberNode(count));
        values.put("guidance", node.numberNode(request.guidance()));
        values.put("model", node.textNode(model));
        values.put("denoise", node.numberNode(request.denoising()));
        if (image != null) {
            values.put("image", node.textNode(image.path()));
        }
        return values;
    }

    /** The job's entry in the history, once it is there. */
    private Uni<JsonNode> outcome(String promptId) {
        return Uni.createFrom()
                .deferred(() -> look(promptId))
                .repeat()
                .withDelay(config.pollInterval())
                .whilst(Optional::isEmpty)
                .collect()
                .last()
                .map(Optional::orElseThrow);
    }

    /**
     * The history is empty of a job that waits or runs, and of one that the server has forgotten. The queue tells these
     * apart, and a second look at the history catches what ended between the two questions.
     */
    private Uni<Optional<JsonNode>> look(String promptId) {
        return history(promptId)
                .chain(entry -> entry.isPresent()
                        ? Uni.createFrom().item(entry)
                        : queued(promptId)
                                .chain(waits -> waits
                                        ? Uni.createFrom().item(Optional.empty())
                                        : history(promptId).invoke(late -> {
                                            if (late.isEmpty()) {
                                                throw ProviderException.failed("the server has forgotten the job");
                                            }
                                        })));
    }

    private Uni<Optional<JsonNode>> history(String promptId) {
        return send(OutsideRequest.get(endpoint("/history/" + encoded(promptId))))
                .map(ProviderAnswers::object)
                .map(history -> Optional.of(history.path(promptId)).filter(JsonNode::isObject));
    }

    private Uni<Boolean> queued(String promptId) {
        return queue().map(queue -> ComfyUiAnswers.isIn(queue.path("queue_running"), promptId)
                || ComfyUiAnswers.isIn(queue.path("queue_pending"), promptId));
    }

    private Uni<JsonNode> queue() {
        return send(OutsideRequest.get(endpoint("/queue"))).map(ProviderAnswers::object);
    }

    private Uni<List<byte[]>> pictures(List<StoredFile> files, int count) {
        if (files.size() < count) {
            throw ProviderException.failed(files.size() + " images instead of " + count);
        }
        return Multi.createFrom()
                .iterable(files.subList(0, count))
                .onItem()
                .transformToUniAndConcatenate(this::picture)
                .collect()
                .asList();
    }

    private Uni<byte[]> picture(StoredFile file) {
        URI uri = endpoint("/view?filename=" + encoded(file.name()) + "&subfolder=" + encoded(file.subfolder())
                + "&type=" + encoded(file.type()));
        return send(OutsideRequest.get(uri), config.maxImageSize().asLongValue())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(answer -> {
                    if (answer.status() != 200) {
                        throw ProviderException.failed("the picture: status " + answer.status());
                    }
                    return ProviderAnswers.picture(answer.body().getBytes());
                });
    }

    /** Older versions interrupt whatever runs, so only what is ours is interrupted. */
    private void abandon(String promptId) {
        ObjectNode deletion = JsonNodeFactory.instance.objectNode();
        deletion.putArray("delete").add(promptId);
        ObjectNode interruption = JsonNodeFactory.instance.objectNode().put("prompt_id", promptId);
        send(OutsideRequest.post(endpoint("/queue"), deletion))
                .chain(this::queue)
                .chain(queue -> ComfyUiAnswers.isIn(queue.path("queue_running"), promptId)
                        ? send(OutsideRequest.post(endpoint("/interrupt"), interruption))
                        : Uni.createFrom().nullItem())
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("no interruption provider=%s reason=%s", ID, failure));
    }

    @Override
    public Uni<Void> check() {
        return queue().replaceWithVoid();
    }

    private Uni<OutsideAnswer> send(OutsideRequest call) {
        return send(call, MAX_ANSWER);
    }

    private Uni<OutsideAnswer> send(OutsideRequest plain, long maxBytes) {
        OutsideRequest call =
                config.apiKey().map(key -> plain.header("X-API-Key", key)).orElse(plain);
        return http.send(call, CALL, maxBytes).onFailure().transform(ProviderAnswers::transport);
    }

    private URI endpoint(String path) {
        return OutsideRequest.below(config.baseUrl().orElseThrow(), path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
