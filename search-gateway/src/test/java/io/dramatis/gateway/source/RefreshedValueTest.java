package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dramatis.gateway.source.SourceException.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshedValueTest {

    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final List<UniEmitter<? super String>> calls = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isReadWhenItIsFirstWantedAndByOneCallForAll() {
        RefreshedValue<String> value = value(null);
        assertThat(calls).isEmpty();

        List<String> seen = new ArrayList<>();
        value.get().subscribe().with(seen::add);
        value.get().subscribe().with(seen::add);
        assertThat(calls).hasSize(1);
        calls.get(0).complete("first");

        assertThat(seen).containsExactly("first", "first");
        assertThat(given(value)).isEqualTo("first");
        assertThat(calls).hasSize(1);
    }

    @Test
    void whoGoesAwayTakesNothingFromTheOthers() {
        RefreshedValue<String> value = value(null);
        List<String> seen = new ArrayList<>();
        value.get().subscribe().with(seen::add).cancel();
        value.get().subscribe().with(seen::add);

        calls.get(0).complete("first");

        assertThat(seen).containsExactly("first");
    }

    @Test
    void givesTheOldOneWhileItIsRenewed() {
        RefreshedValue<String> value = held("old", null);
        now = now.plus(LIFETIME);

        assertThat(given(value)).isEqualTo("old");
        assertThat(given(value)).isEqualTo("old");
        assertThat(calls).hasSize(1);

        calls.get(0).complete("new");
        assertThat(given(value)).isEqualTo("new");
    }

    @Test
    void keepsTheOldOneWhereItCannotBeRenewedAndWaitsBeforeItTriesAgain() {
        RefreshedValue<String> value = held("old", null);
        now = now.plus(LIFETIME);
        given(value);
        calls.get(0).fail(SourceException.of(Kind.FAILING, "status 503"));

        assertThat(given(value)).isEqualTo("old");
        assertThat(calls).hasSize(1);

        now = now.plus(PAUSE);
        assertThat(given(value)).isEqualTo("old");
        assertThat(calls).hasSize(2);
    }

    @Test
    void failsWhereThereIsNothingAndTriesAgainAtOnce() {
        RefreshedValue<String> value = value(null);
        List<Throwable> failures = new ArrayList<>();
        value.get().subscribe().with(item -> {}, failures::add);
        calls.get(0).fail(SourceException.of(Kind.UNREACHABLE, "nobody there"));
        assertThat(failures).singleElement().isInstanceOf(SourceException.class);

        value.get().subscribe().with(item -> {}, failures::add);
        assertThat(calls).hasSize(2);
    }

    @Test
    void givesTheSubstituteWhereItWasNeverRead() {
        RefreshedValue<String> value = value("substitute");
        List<String> seen = new ArrayList<>();
        value.get().subscribe().with(seen::add);
        calls.get(0).fail(SourceException.of(Kind.FAILING, "status 500"));

        assertThat(seen).containsExactly("substitute");
        assertThat(given(value)).isEqualTo("substitute");
        assertThat(calls).hasSize(1);

        now = now.plus(PAUSE);
        given(value);
        calls.get(1).complete("real");
        assertThat(given(value)).isEqualTo("real");
    }

    @Test
    void aLoaderThatThrowsFailsTheOneWhoAsks() {
        RefreshedValue<String> value = new RefreshedValue<>(
                () -> {
                    throw new IllegalStateException("broken");
                },
                null,
                LIFETIME,
                PAUSE,
                () -> now);

        assertThatThrownBy(() -> value.get().await().indefinitely()).isInstanceOf(IllegalStateException.class);
    }

    private RefreshedValue<String> held(String present, String substitute) {
        RefreshedValue<String> value = value(substitute);
        value.get().subscribe().with(item -> {});
        calls.remove(0).complete(present);
        return value;
    }

    private RefreshedValue<String> value(String substitute) {
        return new RefreshedValue<>(() -> Uni.createFrom().emitter(calls::add), substitute, LIFETIME, PAUSE, () -> now);
    }

    private static String given(RefreshedValue<String> value) {
        List<String> seen = new ArrayList<>();
        value.get().subscribe().with(seen::add);
        return seen.isEmpty() ? null : seen.get(0);
    }
}
