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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A provider that fails as the request's model says. */
@ApplicationScoped
class UnreliableProvider implements ImageProvider {

    /** Calls that hang now. */
    static final AtomicInteger HANGING = new AtomicInteger();

    /** Names in the order in which they were drawn by "draws" and "waits". */
    static final List<String> DRAWN = new CopyOnWriteArrayList<>();

    /** What the last call was given. */
    static volatile ImageRequest last;

    private static final Queue<Runnable> WAITING = new ConcurrentLinkedQueue<>();

    private final Set<Long> tried = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> busy = new ConcurrentHashMap<>();

    @Override
    public String id() {
        return "unreliable";
    }

    @Override
    public ProviderCapabilities capabilities() {
        return new ProviderCapabilities(true, true, true, false, false, List.of(), true, null, 4);
    }

    @Override
    public Uni<List<ProvidedImage>> generate(ImageRequest request) {
        last = request;
        return switch (request.model()) {
            case "refuses" -> Uni.createFrom().failure(new ImageRefusedException("Not this one."));
            case "answers_nonsense" -> image(request, "<html>".getBytes(StandardCharsets.UTF_8));
            case "busy_six_times" ->
                busy.merge(request.variation(), 1, Integer::sum) <= 6
                        ? Uni.createFrom().failure(ProviderException.busy("no place free", Duration.ofMillis(50)))
                        : image(request, png());
            case "needs_its_operator" -> Uni.createFrom().failure(ProviderException.misconfigured("status 401"));
            case "hangs" ->
                Uni.createFrom()
                        .<List<ProvidedImage>>nothing()
                        .onSubscription()
                        .invoke(HANGING::incrementAndGet)
                        .onTermination()
                        .invoke(HANGING::decrementAndGet);
            case "waits" -> waiting(request);
            case "draws" -> {
                DRAWN.add(request.characterName());
                yield images(request);
            }
            default ->
                tried.add(request.variation())
                        ? Uni.createFrom().failure(new IOException("connection reset"))
                        : image(request, png());
        };
    }

    /** Lets one of the calls that wait go on; false where none waits. */
    static boolean finishOne() {
        Runnable next = WAITING.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    private static Uni<List<ProvidedImage>> waiting(ImageRequest request) {
        DRAWN.add(request.characterName());
        return Uni.createFrom()
                .<Void>emitter(emitter -> WAITING.add(() -> emitter.complete(null)))
                .chain(() -> images(request));
    }

    private static Uni<List<ProvidedImage>> image(ImageRequest request, byte[] content) {
        return Uni.createFrom()
                .item(List.of(new ProvidedImage(content, null, request.prompt().text(), null, null, null, null)));
    }

    /** As many as asked, other ones for each job. */
    private static Uni<List<ProvidedImage>> images(ImageRequest request) {
        return Uni.createFrom().item(() -> IntStream.range(0, request.count())
                .mapToObj(number -> {
                    BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
                    picture.setRGB(number, 0, (int) request.variation());
                    return new ProvidedImage(
                            png(picture), null, request.prompt().text(), null, null, null, null);
                })
                .toList());
    }

    private static byte[] png() {
        return png(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB));
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
