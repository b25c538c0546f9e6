package io.dramatis.portrait.provider.builtin;

import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderCapabilities;
import io.dramatis.portrait.provider.Sitter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The artist that comes with the platform: needs no network and no key, and draws the same for the same request. */
@ApplicationScoped
public class BuiltinProvider implements ImageProvider {

    static final String ID = "builtin";

    private static final ProviderCapabilities CAPABILITIES =
            new ProviderCapabilities(true, false, false, false, true, List.of(), false, null, 4);

    private final BuiltinConfig config;
    private final PortraitStudio studio = new PortraitStudio();
    private final PortraitAnimator animator = new PortraitAnimator();

    BuiltinProvider(BuiltinConfig config) {
        this.config = config;
    }

    @Override
    public String id() {
        return ID;
    }

    /** Reads the profile, not the prompt: the face follows from the character, and needs no reference to be kept. */
    @Override
    public ProviderCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Uni<List<ProvidedImage>> generate(ImageRequest request) {
        return Multi.createFrom()
                .range(0, request.count())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(number -> draw(request, request.variation() + number))
                .collect()
                .asList();
    }

    /**
     * The portrait that was drawn from the sitter, breathing and blinking; see {@link PortraitAnimator}. Seconds of one
     * core: for worker threads, and worth keeping.
     */
    public Animation animate(Sitter sitter, String characterName) {
        return animator.animate(PortraitBrief.of(
                characterName,
                sitter.visual(),
                sitter.additions(),
                sitter.style(),
                sitter.identitySeed(),
                sitter.variation()));
    }

    private ProvidedImage draw(ImageRequest request, long variation) {
        PortraitBrief brief = PortraitBrief.of(
                request.characterName(),
                request.visual(),
                request.additions(),
                request.style(),
                request.identitySeed(),
                variation);
        byte[] png = studio.png(brief, config.size());
        return new ProvidedImage(png, variation, request.prompt().text(), null, null, 0L, null);
    }
}
