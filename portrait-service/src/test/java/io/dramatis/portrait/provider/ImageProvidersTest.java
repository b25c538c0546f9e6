package io.dramatis.portrait.provider;

import static io.dramatis.portrait.provider.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dramatis.portrait.PortraitServiceTest;
import io.dramatis.portrait.provider.ProviderException.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With artists that can be told what to do; in the application, as fault tolerance comes from its container. */
@PortraitServiceTest
class ImageProvidersTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, String> settings =
            new HashMap<>(Map.of("dramatis.portrait.provider.default-id", "first"));
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final Artist first = new Artist("first");
    private final Artist second = new Artist("second");
    private final Artist third = new Artist("third");

    @Test
    void letsTheDefaultDrawWhereNobodyIsNamed() {
        assertThat(drawn(providers(), null, request()).provider()).isEqualTo("first");
        assertThat(drawn(providers(), "second", request()).provider()).isEqualTo("second");
    }

    @Test
    void letsOnlySoManyDrawAtATime() {
        set("limits.first.concurrent", "1");
        first.does(() -> Uni.createFrom().nothing());
        ImageProviders providers = providers();
        UniAssertSubscriber<Drawing> drawing =
                providers.draw(null, request().build(), LONG).subscribe().withSubscriber(UniAssertSubscriber.create());

        assertThat(failure(providers, null, request())).satisfies(failure -> is(failure, Kind.BUSY));
        assertThat(first.calls).hasValue(1);
        assertThat(status(providers, "first")).isEqualTo(ProviderStatus.BUSY);

        drawing.cancel();
        first.does(Artist::draws);
        assertThat(first.cancelled).hasValue(1);
        assertThat(drawn(providers, null, request()).images()).hasSize(1);
        assertThat(meters.get("dramatis.provider.running")
                        .tag("provider", "first")
                        .gauge()
                        .value())
                .isZero();
        assertThat(meters.get("dramatis.provider.calls")
                        .tag("outcome", "cancelled")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void letsOnlySoManyDrawInAMinute() {
        set("limits.first.per-minute", "2");
        ImageProviders providers = providers();
        drawn(providers, null, request());
        now.updateAndGet(before -> before.plusSeconds(15));
        drawn(providers, null, request());

        Throwable third = failure(providers, null, request());

        is(third, Kind.BUSY);
        assertThat(((ProviderException) third).retryAfter()).contains(Duration.ofSeconds(45));
        assertThat(first.calls).hasValue(2);
        assertThat(meters.get("dramatis.provider.prevented")
                        .tag("reason", "rate")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void offersNoMorePlacesThanAProviderHas() {
        set("limits.first.concurrent", "3");
        set("limits.second.per-minute", "2");
        first.does(() -> Uni.createFrom().nothing());
        ImageProviders providers = providers();
        assertThat(places(providers, Map.of())).containsEntry("first", 3).containsEntry("second", 2);

        // Taken, and on its way to the provider.
        assertThat(places(providers, Map.of("first", 2))).containsEntry("first", 1);
        providers.draw("first", request().build(), LONG).subscribe().withSubscriber(UniAssertSubscriber.create());
        drawn(providers, "second", request());

        assertThat(places(providers, Map.of("first", 1)))
                .containsEntry("first", 2)
                .containsEntry("second", 1);
        assertThat(places(providers, Map.of("first", 3))).doesNotContainKey("first");
        drawn(providers, "second", request());
        assertThat(places(providers, Map.of())).doesNotContainKey("second");
        now.updateAndGet(before -> before.plusSeconds(60));
        assertThat(places(providers, Map.of())).containsEntry("second", 2);
    }

    @Test
    void offersNoPlacesOfAProviderThatAskedForAPause() {
        first.fails(ProviderException.busy("status 429", Duration.ofSeconds(7)));
        ImageProviders providers = providers();
        is(failure(providers, null, request()), Kind.BUSY);

        assertThat(places(providers, Map.of())).doesNotContainKey("first").containsKey("second");
        now.updateAndGet(before -> before.plusSeconds(7));
        assertThat(places(providers, Map.of())).containsKey("first");
    }

    @Test
    void offersNoPlacesBehindAnOpenBreakerUnlessAnotherDraws() {
        set("limits.first.breaker-volume", "2");
        set("limits.first.breaker-delay", "30s");
        first.fails(ProviderException.failed("status 500"));
        ImageProviders providers = providers();
        failure(providers, null, request());
        failure(providers, null, request());

        assertThat(places(providers, Map.of())).doesNotContainKey("first");
        now.updateAndGet(before -> before.plusSeconds(30));
        // One may try.
        assertThat(places(providers, Map.of())).containsEntry("first", 1);
        assertThat(places(providers, Map.of("first", 1))).doesNotContainKey("first");

        set("fallback", "second");
        ImageProviders withFallback = providers();
        first.fails(ProviderException.failed("status 500"));
        failure(withFallback, null, request());
        failure(withFallback, null, request());
        assertThat(places(withFallback, Map.of())).containsEntry("first", 4);
    }

    @Test
    void leavesAProviderAloneForAsLongAsItAsks() {
        first.fails(ProviderException.busy("status 429", Duration.ofSeconds(7)));
        ImageProviders providers = providers();
        is(failure(providers, null, request()), Kind.BUSY);
        first.does(Artist::draws);

        Throwable early = failure(providers, null, request());

        is(early, Kind.BUSY);
        assertThat(((ProviderException) early).retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(first.calls).hasValue(1);
        now.updateAndGet(before -> before.plusSeconds(7));
        drawn(providers, null, request());
        assertThat(first.calls).hasValue(2);
    }

    @Test
    void assumesAPauseWhereAProviderNamesNone() {
        first.fails(ProviderException.busy("status 429", null));
        ImageProviders providers = providers();

        is(failure(providers, null, request()), Kind.BUSY);
        is(failure(providers, null, request()), Kind.BUSY);
        now.updateAndGet(before -> before.plusSeconds(21));
        is(failure(providers, null, request()), Kind.BUSY);

        assertThat(first.calls).hasValue(2);
    }

    @Test
    void stopsAskingAProviderThatFailsTooOften() {
        set("limits.first.breaker-volume", "4");
        first.fails(ProviderException.failed("status 500"));
        ImageProviders providers = providers();

        for (int i = 0; i < 4; i++) {
            is(failure(providers, null, request()), Kind.FAILED);
        }
        Throwable kept = failure(providers, null, request());

        is(kept, Kind.UNAVAILABLE);
        assertThat(((ProviderException) kept).retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(first.calls).hasValue(4);
        assertThat(status(providers, "first")).isEqualTo(ProviderStatus.UNAVAILABLE);
        assertThat(meters.get("dramatis.provider.up")
                        .tag("provider", "first")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void keepsAskingAProviderThatRefuses() {
        set("limits.first.breaker-volume", "2");
        first.fails(new ImageRefusedException("no"));
        ImageProviders providers = providers();

        for (int i = 0; i < 6; i++) {
            assertThat(failure(providers, null, request())).isInstanceOf(ImageRefusedException.class);
        }

        assertThat(first.calls).hasValue(6);
    }

    @Test
    void endsACallThatTakesTooLong() {
        set("limits.second.timeout", "20ms");
        first.does(() -> Uni.createFrom().nothing());
        second.does(() -> Uni.createFrom().nothing());
        ImageProviders providers = providers();

        assertThat(providers
                        .draw(null, request().build(), Duration.ofMillis(20))
                        .onItemOrFailure()
                        .transform((drawing, failure) -> failure)
                        .await()
                        .atMost(LONG))
                .isInstanceOf(TimeoutException.class);
        assertThat(failure(providers, "second", request())).isInstanceOf(TimeoutException.class);
        assertThat(first.cancelled).hasValue(1);
        assertThat(second.cancelled).hasValue(1);
        assertThat(meters.find("dramatis.provider.calls")
                        .tag("outcome", "timeout")
                        .counters())
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAVAILABLE", "MISCONFIGURED"})
    void letsTheNextOneDrawInTheConfiguredOrder(Kind kind) {
        set("fallback", "third,second");
        first.fails(failure(kind));
        third.fails(failure(kind));

        assertThat(drawn(providers(), null, request().model("m")).provider()).isEqualTo("second");
        assertThat(first.asked.get(0).model()).isEqualTo("m");
        assertThat(second.asked.get(0).model()).isNull();
        assertThat(third.calls).hasValue(1);
        assertThat(meters.get("dramatis.provider.fallbacks")
                        .tag("to", "second")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FAILED", "BUSY"})
    void asksNobodyElseForWhatMayPass(Kind kind) {
        set("fallback", "second");
        first.fails(failure(kind));

        is(failure(providers(), null, request()), kind);
        assertThat(second.calls).hasValue(0);
    }

    @Test
    void carriesNoRefusalToAnotherProvider() {
        set("fallback", "second");
        first.fails(new ImageRefusedException("no"));

        assertThat(failure(providers(), null, request())).isInstanceOf(ImageRefusedException.class);
        assertThat(second.calls).hasValue(0);
    }

    @Test
    void fallsBackFromAProviderWithoutConfigurationOrBehindAnOpenBreaker() {
        set("fallback", "second");
        first.configured = false;
        assertThat(drawn(providers(), "first", request()).provider()).isEqualTo("second");
        assertThat(first.calls).hasValue(0);

        first.configured = true;
        set("limits.first.breaker-volume", "1");
        first.fails(ProviderException.failed("status 500"));
        ImageProviders providers = providers();
        is(failure(providers, "first", request()), Kind.FAILED);
        assertThat(drawn(providers, "first", request()).provider()).isEqualTo("second");
        assertThat(first.calls).hasValue(1);
    }

    @Test
    void asksNobodyWhoCannotDoIt() {
        set("fallback", "second,third");
        first.fails(ProviderException.unavailable("away", (Throwable) null));
        second.configured = false;
        third.references = false;

        is(failure(providers(), null, request().reference()), Kind.UNAVAILABLE);
        assertThat(second.calls).hasValue(0);
        assertThat(third.calls).hasValue(0);
    }

    @Test
    void tellsTheMostHopefulReasonWhereNobodyDraws() {
        set("fallback", "second");
        first.fails(ProviderException.unavailable("away", (Throwable) null));
        second.fails(ProviderException.misconfigured("status 401"));
        is(failure(providers(), null, request()), Kind.UNAVAILABLE);

        first.fails(ProviderException.misconfigured("status 401"));
        second.fails(ProviderException.busy("status 429", null));
        is(failure(providers(), null, request()), Kind.BUSY);
    }

    @Test
    void refusesWhatItCannotDo() {
        first.models = List.of(new ProviderModel("known", 100, false, List.of()));
        first.references = false;
        ImageProviders providers = providers();

        assertThat(failure(providers, "nobody", request())).isInstanceOf(ImageRefusedException.class);
        assertThat(failure(providers, null, request().model("unknown"))).isInstanceOf(ImageRefusedException.class);
        assertThat(failure(providers, null, request().reference())).isInstanceOf(ImageRefusedException.class);
        assertThat(first.calls).hasValue(0);
        assertThat(providers.check("nobody", null)).hasSize(1);
        assertThat(providers.check(null, "unknown")).hasSize(1);
        assertThat(providers.check("first", "known")).isEmpty();
        assertThat(providers.check(null, null)).isEmpty();
    }

    @Test
    void countsByKnownModelsOnly() {
        first.models = List.of(new ProviderModel("known", 100, false, List.of()));
        first.otherModels = true;
        ImageProviders providers = providers();

        drawn(providers, null, request().model("known"));
        for (int i = 0; i < 20; i++) {
            drawn(providers, null, request().model("a-strangers-" + i));
        }

        assertThat(meters.find("dramatis.provider.calls")
                        .tag("provider", "first")
                        .counters())
                .extracting(counter -> counter.getId().getTag("model"), counter -> (int) counter.count())
                .containsExactlyInAnyOrder(tuple("known", 1), tuple("other", 20));
        assertThat(meters.get("dramatis.provider.cost")
                        .tag("model", "known")
                        .counter()
                        .count())
                // An image that names no model is of the usual one.
                .isEqualTo(21 * 42);
    }

    @Test
    void knowsWhetherAProviderIsThere() {
        ImageProviders providers = providers();
        ProviderChecks checks = new ProviderChecks(providers);
        first.check = Uni.createFrom().failure(ProviderException.unavailable("away", (Throwable) null));
        second.check = Uni.createFrom().failure(ProviderException.busy("status 429", null));

        checks.look().await().atMost(LONG);
        assertThat(status(providers, "first")).isEqualTo(ProviderStatus.UNAVAILABLE);
        assertThat(status(providers, "second")).isEqualTo(ProviderStatus.AVAILABLE);

        first.check = Uni.createFrom().voidItem();
        checks.look().await().atMost(LONG);
        assertThat(status(providers, "first")).isEqualTo(ProviderStatus.AVAILABLE);
    }

    @Test
    void refusesToStartWithNamesThatMeanNobodyOrTwo() {
        set("fallback", "nobody");
        assertThatThrownBy(this::providers).hasMessageContaining("fallback").hasMessageContaining("nobody");

        set("fallback", "second");
        assertThatThrownBy(() -> providers(first, new Artist("first"))).hasMessageContaining("two image providers");
        assertThatThrownBy(() -> providers(first, new Artist("No Id"))).hasMessageContaining("No Id");
    }

    private ImageProviders providers() {
        return providers(first, second, third);
    }

    /** The last one comes from a family, the others are single. */
    private ImageProviders providers(ImageProvider... all) {
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

    private void set(String name, String value) {
        settings.put("dramatis.portrait.provider." + name, value);
    }

    private static Drawing drawn(ImageProviders providers, String id, Requests request) {
        return providers.draw(id, request.build(), LONG).await().atMost(LONG);
    }

    private static Throwable failure(ImageProviders providers, String id, Requests request) {
        return providers
                .draw(id, request.build(), LONG)
                .onItemOrFailure()
                .transform((drawing, failure) -> failure)
                .await()
                .atMost(LONG);
    }

    private static Map<String, Integer> places(ImageProviders providers, Map<String, Integer> held) {
        Map<String, Integer> free = new HashMap<>();
        providers.places(held).forEach(place -> free.put(place.provider(), place.free()));
        return free;
    }

    private static ProviderStatus status(ImageProviders providers, String id) {
        return providers.all().stream()
                .filter(channel -> channel.id().equals(id))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static ProviderException failure(Kind kind) {
        return switch (kind) {
            case BUSY -> ProviderException.busy("busy", null);
            case UNAVAILABLE -> ProviderException.unavailable("away", (Throwable) null);
            case MISCONFIGURED -> ProviderException.misconfigured("status 401");
            case FAILED -> ProviderException.failed("status 500");
        };
    }

    private static void is(Throwable failure, Kind kind) {
        assertThat(failure).isInstanceOf(ProviderException.class);
        assertThat(((ProviderException) failure).kind()).isEqualTo(kind);
    }

    /** Draws at once, or as it is told. */
    private static final class Artist implements ImageProvider {

        private final String id;
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger cancelled = new AtomicInteger();
        private final List<ImageRequest> asked = new ArrayList<>();
        private Supplier<Uni<List<ProvidedImage>>> behaviour;
        private Uni<Void> check = Uni.createFrom().voidItem();
        private List<ProviderModel> models = List.of();
        private boolean configured = true;
        private boolean references = true;
        private boolean otherModels;

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
