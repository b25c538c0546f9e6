package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.source.SourceException.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a source that can be told what to do; in the application, as fault tolerance comes from its container. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SourceGuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, String> config = new HashMap<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Supplier<Uni<List<ExternalCharacter>>> behaviour;

    @BeforeEach
    void defaults() {
        config.put("test.budget-per-minute", "60000");
        config.put("test.burst", "1000");
        config.put("test.retries", "0");
        config.put("test.breaker-volume", "4");
        behaviour = () -> Uni.createFrom().item(List.of());
    }

    @Test
    void opensTheBreakerOnFailuresAndStopsCalling() {
        behaviour = () -> Uni.createFrom().failure(SourceException.of(Kind.FAILING, "status 500"));
        SourceGuard guard = guard();

        for (int i = 0; i < 10; i++) {
            assertThat(status(guard, "q" + i)).isEqualTo(SourceStatus.UNAVAILABLE);
        }

        assertThat(calls).hasValue(4);
        assertThat(meters.get("dramatis.source.breaker.state").gauge().value()).isEqualTo(2);
        assertThat(search(guard, "next").report().retryAfterS()).isBetween(25L, 30L);
    }

    @Test
    void keepsTheBreakerClosedOnRefusalsAndLimits() {
        behaviour = () -> Uni.createFrom().failure(SourceException.of(Kind.REFUSED, "status 400"));
        SourceGuard guard = guard();

        for (int i = 0; i < 10; i++) {
            status(guard, "q" + i);
        }

        assertThat(calls).hasValue(10);
        assertThat(meters.get("dramatis.source.breaker.state").gauge().value()).isZero();
    }

    @Test
    void neverSpendsMoreThanItsBudgetAndNeverWaitsForIt() {
        config.put("test.budget-per-minute", "1");
        config.put("test.burst", "2");
        SourceGuard guard = guard();

        assertThat(status(guard, "a")).isEqualTo(SourceStatus.EMPTY);
        assertThat(status(guard, "b")).isEqualTo(SourceStatus.EMPTY);
        SourceReport third = search(guard, "c").report();

        assertThat(third.status()).isEqualTo(SourceStatus.RATE_LIMITED);
        assertThat(third.retryAfterS()).isBetween(50L, 60L);
        assertThat(calls).hasValue(2);
        assertThat(meters.get("dramatis.source.tokens.left").gauge().value()).isZero();
    }

    @Test
    void boundsWhatIsUnderWayAndWhatWaits() {
        config.put("test.concurrent", "2");
        config.put("test.waiting", "3");
        behaviour = () -> Uni.createFrom().nothing();
        SourceGuard guard = guard();

        List<SourceAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            guard.search(query("q" + i), PATIENCE).subscribe().with(answers::add);
        }

        assertThat(calls).hasValue(2);
        assertThat(answers)
                .hasSize(15)
                .allSatisfy(answer -> assertThat(answer.report().status()).isEqualTo(SourceStatus.UNAVAILABLE));
    }

    @Test
    void waitsAsLongAsAShortRetryAfterSaysAndTriesAgain() {
        config.put("test.retries", "1");
        behaviour = () -> calls.get() == 1
                ? Uni.createFrom().failure(SourceException.retryLater(Kind.RATE_LIMITED, "429", Duration.ofMillis(300)))
                : Uni.createFrom().item(List.of());
        SourceGuard guard = guard();
        long before = System.nanoTime();

        assertThat(status(guard, "q")).isEqualTo(SourceStatus.EMPTY);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(300));
        assertThat(calls).hasValue(2);
    }

    @Test
    void leavesAnOverloadedSourceAloneForAsLongAsItAsks() {
        behaviour = () -> Uni.createFrom()
                .failure(SourceException.retryLater(Kind.FAILING, "status 503", Duration.ofSeconds(30)));
        SourceGuard guard = guard();

        for (int i = 0; i < 10; i++) {
            SourceReport report = search(guard, "q" + i).report();
            assertThat(report.status()).isEqualTo(SourceStatus.UNAVAILABLE);
            assertThat(report.retryAfterS()).isBetween(28L, 30L);
        }

        assertThat(calls).hasValue(1);
    }

    @Test
    void isNotHurtByASourceThatThrows() {
        behaviour = () -> {
            throw new IllegalStateException("a bug");
        };

        assertThat(status(guard(), "q")).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void neverCallsASourceThatIsNotConfigured() {
        SourceGuard guard = new SourceGuard(
                new FakeSource(limits(), false), new MapCache(), meters, InstantSource.system(), System::nanoTime);

        assertThat(status(guard, "q")).isEqualTo(SourceStatus.NOT_CONFIGURED);
        assertThat(calls).hasValue(0);
    }

    private SourceGuard guard() {
        return new SourceGuard(
                new FakeSource(limits(), true), new MapCache(), meters, InstantSource.system(), System::nanoTime);
    }

    private SourceLimits limits() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(config)
                .withMapping(SourceLimits.class, "test")
                .build()
                .getConfigMapping(SourceLimits.class, "test");
    }

    private static SourceStatus status(SourceGuard guard, String text) {
        return search(guard, text).report().status();
    }

    private static SourceAnswer search(SourceGuard guard, String text) {
        return guard.search(query(text), PATIENCE).await().atMost(Duration.ofSeconds(5));
    }

    private static SourceQuery query(String text) {
        return new SourceQuery(text, SearchCategory.OTHER);
    }

    private static final class MapCache implements AnswerCache {

        private final Map<Key, CachedAnswer> map = new ConcurrentHashMap<>();

        @Override
        public Optional<CachedAnswer> get(Key key) {
            return Optional.ofNullable(map.get(key));
        }

        @Override
        public void put(Key key, CachedAnswer answer) {
            map.put(key, answer);
        }
    }

    private final class FakeSource implements CharacterSource {

        private final SourceLimits limits;
        private final boolean configured;

        FakeSource(SourceLimits limits, boolean configured) {
            this.limits = limits;
            this.configured = configured;
        }

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public String displayName() {
            return "Fake";
        }

        @Override
        public Set<SearchCategory> categories() {
            return EnumSet.allOf(SearchCategory.class);
        }

        @Override
        public String attribution() {
            return "";
        }

        @Override
        public URI attributionUrl() {
            return URI.create("https://example.org");
        }

        @Override
        public boolean configured() {
            return configured;
        }

        @Override
        public SourceLimits limits() {
            return limits;
        }

        @Override
        public Uni<List<ExternalCharacter>> search(SourceQuery query) {
            calls.incrementAndGet();
            return behaviour.get();
        }
    }
}
