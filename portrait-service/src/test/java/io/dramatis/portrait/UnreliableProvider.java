package io.dramatis.portrait;

import io.dramatis.portrait.provider.ImageProvider;
import io.dramatis.portrait.provider.ImageRefusedException;
import io.dramatis.portrait.provider.ImageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** A provider that fails as the request's model says. */
@ApplicationScoped
class UnreliableProvider implements ImageProvider {

    private final Set<Long> tried = ConcurrentHashMap.newKeySet();

    @Override
    public String id() {
        return "unreliable";
    }

    @Override
    public Uni<List<byte[]>> generate(ImageRequest request) {
        return switch (request.model()) {
            case "refuses" -> Uni.createFrom().failure(new ImageRefusedException("Not this one."));
            case "answers_nonsense" -> Uni.createFrom().item(List.of("<html>".getBytes(StandardCharsets.UTF_8)));
            case "hangs" -> Uni.createFrom().nothing();
            default ->
                tried.add(request.variation())
                        ? Uni.createFrom().failure(new IOException("connection reset"))
                        : Uni.createFrom().item(List.of(png()));
        };
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
