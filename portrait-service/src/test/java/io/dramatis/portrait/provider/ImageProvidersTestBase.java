package io.dramatis.portrait.provider;

import static io.dramatis.portrait.provider.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.provider.ProviderException.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Artists that can be told what to do; in the application, as fault tolerance comes from its container. */
abstract class ImageProvidersTestBase {

    static final Duration LONG = Duration.ofSeconds(20);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Map<String, String> settings = new HashMap<>(Map.of("dramatis.portrait.provider.default-id", "first"));
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    final Artist first = new Artist("first");
    final Artist second = new Artist("second");
    final Artist third = new Artist("third");

    ImageProviders providers() {
        return providers(first, second, third);
    }

    /** The last one comes from a family, the others are single. */
    ImageProviders providers(ImageProvider... all) {
        List<ImageProvider> list = List.of(all);
        ProviderConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ProviderConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ProviderConfig.class);
        return new ImageProviders(
                list.subList(0, list.size() - 1),
                List.of(() -> list.subList(list.size() - 1, list.size())),
                config,
                meters,
                now::get);
    }

    void set(String name, String value) {
        settings.put("dramatis.portrait.provider." + name, value);
    }

    static Drawing drawn(ImageProviders providers, String id, Requests request) {
        return providers.draw(id, request.build(), LONG).await().atMost(LONG);
    }

    static Throwable failure(ImageProviders providers, String id, Requests request) {
        return providers
                .draw(id, request.build(), LONG)
                .onItemOrFailure()
                .transform((drawing, failure) -> failure)
                .await()
                .atMost(LONG);
    }

    static Map<String, Integer> places(ImageProviders providers, Map<String, Integer> held) {
        Map<String, Integer> free = new HashMap<>();
        providers.places(held).forEach(place -> free.put(place.provider(), place.free()));
        return free;
    }

    static ProviderStatus status(ImageProviders providers, String id) {
        return providers.all().stream()
                .filter(channel -> channel.id().equals(id))
                .findFirst()
                .orElseThrow()
                .status();
    }

    static ProviderException failure(Kind kind) {
        return switch (kind) {
            case BUSY -> ProviderException.busy("busy", null);
            case UNAVAILABLE -> ProviderException.unavailable("away", (Throwable) null);
            case MISCONFIGURED -> ProviderException.misconfigured("status 401");
            case FAILED -> ProviderException.failed("status 500");
        };
    }

    static void is(Throwable failure, Kind kind) {
        assertThat(failure).isInstanceOf(ProviderException.class);
        assertThat(((ProviderException) failure).kind()).isEqualTo(kind);
    }

    /** Draws at once, or as it is told. */
    static final class Artist implements ImageProvider {

        private final String id;
        final AtomicInteger calls = new AtomicInteger();
        final AtomicInteger cancelled = new AtomicInteger();
        final List<ImageRequest> asked = new ArrayList<>();
        private Supplier<Uni<List<ProvidedImage>>> behaviour;
        Uni<Void> check = Uni.createFrom().voidItem();
        List<ProviderModel> models = List.of();
        boolean configured = true;
        boolean references = true;
        boolean otherModels;

        Artist(String id) {
            this.id = id;
            does(Artist::draws);
        }

        void does(Supplier<Uni<List<ProvidedImage>>> what) {
            behaviour = what;
        }

        void fails(Throwable failure) {
            behaviour = () -> Uni.createFrom().failure(failure);
        }

        static Uni<List<ProvidedImage>> draws() {
            return Uni.createFrom().item(List.of(new ProvidedImage(Requests.PNG, null, "p", null, null, 42L, null)));
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public ProviderCapabilities capabilities() {
            boolean any = otherModels || models.isEmpty();
            String usual = models.isEmpty() ? null : models.get(0).id();
            return new ProviderCapabilities(configured, true, references, false, false, models, any, usual, 4);
        }

        @Override
        public Uni<List<ProvidedImage>> generate(ImageRequest request) {
            calls.incrementAndGet();
            asked.add(request);
            return behaviour.get().onCancellation().invoke(cancelled::incrementAndGet);
        }

        @Override
        public Uni<Void> check() {
            return check;
        }
    }
}
