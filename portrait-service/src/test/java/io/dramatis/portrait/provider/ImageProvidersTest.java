package io.dramatis.portrait.provider;

import static io.dramatis.portrait.provider.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dramatis.portrait.PortraitServiceTest;
import io.dramatis.portrait.provider.ProviderException.Kind;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who draws, who draws instead, and what is refused. */
@PortraitServiceTest
class ImageProvidersTest extends ImageProvidersTestBase {

    @Test
    void letsTheDefaultDrawWhereNobodyIsNamed() {
        assertThat(drawn(providers(), null, request()).provider()).isEqualTo("first");
        assertThat(drawn(providers(), "second", request()).provider()).isEqualTo("second");
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
}
