package io.dramatis.portrait.provider;

import static io.dramatis.portrait.provider.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.portrait.PortraitServiceTest;
import io.dramatis.portrait.provider.ProviderException.Kind;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much and how long a provider is asked, and when it is left alone. */
@PortraitServiceTest
class ProviderLimitsTest extends ImageProvidersTestBase {

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
}
