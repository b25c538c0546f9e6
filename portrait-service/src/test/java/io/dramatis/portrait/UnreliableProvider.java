package io.dramatis.portrait;

import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ImageRequest;
import io.dramatis.portrait.provider.ProvidedImage;
import io.dramatis.portrait.provider.ProviderCapabilities;
import io.dramatis.portrait.provider.ProviderException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** A provider that fails as the request's model says. */
@ApplicationScoped
class UnreliableProvider implements ImageProvider {

    private final Set<Long> tried = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> busy = new ConcurrentHashMap<>();

    @Override
    public String id() {
        return "unreliable";
    }

    @Override
    public ProviderCapabilities capabilities() {
        return new ProviderCapabilities(true, true, false, false, false, List.of(), true, null, 4);
    }

    @Override
    public Uni<List<ProvidedImage>> generate(ImageRequest request) {
        return switch (request.model()) {
            case "refuses" -> Uni.createFrom().failure(new ImageRefusedException("Not this one."));
            case "answers_nonsense" -> image(request, "<html>".getBytes(StandardCharsets.UTF_8));
            case "busy_six_times" ->
                busy.merge(request.variation(), 1, Integer::sum) <= 6
                        ? Uni.createFrom().failure(ProviderException.busy("no place free", Duration.ofMillis(50)))
                        : image(request, png());
            case "needs_its_operator" -> Uni.createFrom().failure(ProviderException.misconfigured("status 401"));
            case "hangs" -> Uni.createFrom().nothing();
            default ->
                tried.add(request.variation())
                        ? Uni.createFrom().failure(new IOException("connection reset"))
                        : image(request, png());
        };
    }

    private static Uni<List<ProvidedImage>> image(ImageRequest request, byte[] content) {
        return Uni.createFrom()
                .item(List.of(new ProvidedImage(content, null, request.prompt().text(), null, null, null, null)));
    }

    private static byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
