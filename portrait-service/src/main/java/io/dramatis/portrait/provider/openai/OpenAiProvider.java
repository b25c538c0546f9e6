package io.dramatis.portrait.provider.openai;

import io.dramatis.kit.outside.OutsideAnswer;
import io.dramatis.kit.outside.OutsideRequest;
import io.dramatis.portrait.outside.OutsideHttp;
import io.dramatis.portrait.outside.PublicHosts;
import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.PicturePlaces;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderAnswers;
import io.dramatis.portrait.provider.ProviderCapabilities;
import io.dramatis.portrait.provider.openai.OpenAiAnswers.Item;
import io.dramatis.portrait.provider.openai.OpenAiAnswers.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One server that speaks OpenAI's image API. */
final class OpenAiProvider implements ImageProvider {

    private static final String OPENAI_HOST = "api.openai.com";

    /** The provider's guard ends a call much earlier; this is for calls that it cannot see any more. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(8);
    private static final long MAX_CHECK_ANSWER = 4 * 1024 * 1024;

    private final String id;
    private final OpenAiConfig.Server server;
    private final OutsideHttp http;
    private final PicturePlaces places;
    private final PictureLinks links;
    private final Map<String, OpenAiModel> models = new LinkedHashMap<>();
    private final ProviderCapabilities capabilities;

    OpenAiProvider(String id, OpenAiConfig.Server server, OutsideHttp http, PublicHosts hosts, PicturePlaces places) {
        this.id = id;
        this.server = server;
        this.http = http;
        this.places = places;
        this.links = new PictureLinks(server, http, hosts);
        server.models()
                .forEach(name ->
                        models.put(name, OpenAiModel.of(name, server.model().get(name))));
        if (models.isEmpty() || server.baseUrl().getHost() == null) {
            throw new IllegalStateException("dramatis.portrait.provider.openai." + id + " needs models and a base-url");
        }
        this.capabilities = new ProviderCapabilities(
                server.apiKey().isPresent() || !server.baseUrl().getHost().equals(OPENAI_HOST),
                true,
                models.values().stream().anyMatch(OpenAiModel::references),
                false,
                false,
                models.values().stream().map(OpenAiModel::describe).toList(),
                false,
                server.models().get(0),
                4);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ProviderCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public Uni<List<ProvidedImage>> generate(ImageRequest request) {
        OpenAiModel model = model(request);
        if (!request.references().isEmpty() && !model.references()) {
            throw new ImageRefusedException("The model " + model.name() + " cannot work from a reference image.");
        }
        return collect(request, model, request.prompt().within(model.maxPromptLength()), List.of());
    }

    /** The one asked for; else the default, or the first one that knows references where these are needed. */
    private OpenAiModel model(ImageRequest request) {
        if (request.model() != null) {
            return models.get(request.model());
        }
        return models.values().stream()
                .filter(model -> request.references().isEmpty() || model.references())
                .findFirst()
                .orElseGet(() -> models.values().iterator().next());
    }

    /** Asks until there are enough: some models make one image in a call, and some servers fewer than they are asked. */
    private Uni<List<ProvidedImage>> collect(
            ImageRequest request, OpenAiModel model, String prompt, List<ProvidedImage> before) {
        List<Uni<List<ProvidedImage>>> calls = new ArrayList<>();
        for (int left = request.count() - before.size(); left > 0; left -= model.imagesPerCall()) {
            calls.add(call(request, model, prompt, Math.min(left, model.imagesPerCall())));
        }
        return Uni.join().all(calls).andFailFast().chain(made -> {
            List<ProvidedImage> all = new ArrayList<>(before);
            made.forEach(all::addAll);
            return all.size() < request.count()
                    ? collect(request, model, prompt, all)
                    : Uni.createFrom().item(all.subList(0, request.count()));
        });
    }

    /** At least one image, or a failure. */
    private Uni<List<ProvidedImage>> call(ImageRequest request, OpenAiModel model, String prompt, int number) {
        OutsideRequest call = request.references().isEmpty()
                ? OutsideRequest.post(
                        endpoint("/images/generations"), OpenAiRequests.generation(request, model, prompt, number))
                : OutsideRequest.post(endpoint("/images/edits"), OpenAiRequests.edit(request, model, prompt, number));
        return send(call, LONGEST_CALL, server.maxAnswerSize().asLongValue())
                .chain(answer -> places.whenFree(() -> OpenAiAnswers.page(answer, model)))
                .chain(page -> pictures(page, model, prompt));
    }

    private Uni<List<ProvidedImage>> pictures(Page page, OpenAiModel model, String prompt) {
        return Multi.createFrom()
                .iterable(page.items())
                .onItem()
                .transformToUniAndConcatenate(item -> content(item)
                        .map(content -> new ProvidedImage(
                                content, null, prompt, item.revisedPrompt(), model.name(), page.costMicroUsd(), null)))
                .collect()
                .asList();
    }

    private Uni<byte[]> content(Item item) {
        return item.content() != null ? Uni.createFrom().item(item.content()) : links.fetch(item.url());
    }

    @Override
    public Uni<Void> check() {
        return send(OutsideRequest.get(endpoint("/models")), CHECK_TIMEOUT, MAX_CHECK_ANSWER)
                .invoke(answer -> {
                    // Some imitators have no list of models; they are there all the same.
                    if (answer.status() != 200 && answer.status() != 404) {
                        throw OpenAiAnswers.failure(answer, Instant.now());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<OutsideAnswer> send(OutsideRequest plain, Duration timeout, long maxBytes) {
        OutsideRequest call = server.apiKey().map(plain::bearer).orElse(plain);
        return http.send(call, timeout, maxBytes).onFailure().transform(ProviderAnswers::transport);
    }

    private URI endpoint(String path) {
        return OutsideRequest.below(server.baseUrl(), path);
    }
}
