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
            new ProviderCapabilities(true, false, true, false, true, List.of(), false, null, 4);

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

    /** Reads the profile, not the prompt; of a reference that was drawn here, whose face it shows. */
    @Override
    public ProviderCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Uni<List<ProvidedImage>> generate(ImageRequest request) {
        return Multi.createFrom()
                .range(0, request.count())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(number -> draw(request, number))
                .collect()
                .asList();
    }

    /**
     * The portrait that was drawn from the sitter, breathing and blinking; see {@link PortraitAnimator}. Seconds of one
     * core: for worker threads, and worth keeping.
     */
    public Animation animate(Sitter sitter) {
        return animator.animate(PortraitBrief.of(sitter));
    }

    private ProvidedImage draw(ImageRequest request, int number) {
        Sitter sitter = sitter(request, number);
        Traits traits = BriefReader.read(PortraitBrief.of(sitter));
        byte[] png = studio.png(traits, config.size());
        Sitter drawn = sitter.withFace(FaceLocator.of(traits));
        return new ProvidedImage(png, sitter.variation(), request.prompt().text(), null, null, 0L, drawn);
    }

    /** Who is drawn: the character as the profile says, or the sitter of the first reference with what is to change. */
    static Sitter sitter(ImageRequest request, int number) {
        if (request.references().isEmpty()) {
            return new Sitter(
                    request.visual(),
                    request.additions(),
                    request.style(),
                    request.identitySeed(),
                    request.variation() + number,
                    null);
        }
        return VariantReader.read(
                request, ReferenceReader.sitter(request.references().get(0), request), number);
    }
}
