package io.dramatis.portrait.provider.automatic1111;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideRequest;
import io.dramatis.portrait.outside.OutsideHttp;
import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.PicturePlaces;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderAnswers;
import io.dramatis.portrait.provider.ProviderCapabilities;
import io.dramatis.portrait.provider.ProviderModel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * AUTOMATIC1111's web page for Stable Diffusion. It works on one request at a time and holds the connection of all
 * others until then, so that its guard lets one job through at a time.
 */
@ApplicationScoped
public class Automatic1111Provider implements ImageProvider {

    static final String ID = "automatic1111";

    private static final Logger LOG = Logger.getLogger(Automatic1111Provider.class);

    /** The provider's guard ends a call much earlier; this is for calls that it cannot see any more. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(30);

    private static final Duration SHORT_CALL = Duration.ofSeconds(8);
    private static final long SHORT_ANSWER = 1024 * 1024;

    private final Automatic1111Config config;
    private final OutsideHttp http;
    private final PicturePlaces places;
    private final List<String> models;
    private final ProviderCapabilities capabilities;

    Automatic1111Provider(Automatic1111Config config, OutsideHttp http, PicturePlaces places) {
        this.config = config;
        this.http = http;
        this.places = places;
        this.models = config.models().orElse(List.of());
        this.capabilities = new ProviderCapabilities(
                config.baseUrl().isPresent(),
                true,
                true,
                true,
                false,
                models.stream()
                        .map(name -> new ProviderModel(name, config.maxPromptLength(), true, List.of()))
                        .toList(),
                false,
                models.isEmpty() ? null : models.get(0),
                4);
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
        String prompt = request.prompt().within(config.maxPromptLength());
        String model = request.model() != null ? request.model() : capabilities.defaultModel();
        String taskId = "dramatis-" + UUID.randomUUID();
        String path = request.references().isEmpty() ? "/sdapi/v1/txt2img" : "/sdapi/v1/img2img";
        OutsideRequest call = OutsideRequest.post(
                endpoint(path), Automatic1111Protocol.request(request, config, prompt, model, taskId));
        return send(call, LONGEST_CALL, config.maxAnswerSize().asLongValue())
                .onCancellation()
                .invoke(() -> interrupt(taskId))
                .chain(answer ->
                        places.whenFree(() -> Automatic1111Protocol.images(answer, request.count(), prompt, model)));
    }

    /**
     * It goes on drawing when nobody waits any more. The interruption hits whatever runs, so it is sent only where that
     * is ours; versions that cannot tell are left alone.
     */
    private void interrupt(String taskId) {
        var question =
                JsonNodeFactory.instance.objectNode().put("id_task", taskId).put("live_preview", false);
        send(OutsideRequest.post(endpoint("/internal/progress"), question), SHORT_CALL, SHORT_ANSWER)
                .map(ProviderAnswers::object)
                .chain(progress -> progress.path("active").asBoolean()
                        ? send(
                                OutsideRequest.post(
                                        endpoint("/sdapi/v1/interrupt"), JsonNodeFactory.instance.objectNode()),
                                SHORT_CALL,
                                SHORT_ANSWER)
                        : Uni.createFrom().nullItem())
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("no interruption provider=%s reason=%s", ID, failure));
    }

    @Override
    public Uni<Void> check() {
        return send(
                        OutsideRequest.get(endpoint("/sdapi/v1/progress?skip_current_image=true")),
                        SHORT_CALL,
                        SHORT_ANSWER)
                .map(ProviderAnswers::object)
                .replaceWithVoid();
    }

    private Uni<OutsideAnswer> send(OutsideRequest plain, Duration timeout, long maxBytes) {
        OutsideRequest call = config.user()
                .map(user -> plain.basic(user, config.password().orElse("")))
                .orElse(plain);
        return http.send(call, timeout, maxBytes).onFailure().transform(ProviderAnswers::transport);
    }

    private URI endpoint(String path) {
        return OutsideRequest.below(config.baseUrl().orElseThrow(), path);
    }
}
