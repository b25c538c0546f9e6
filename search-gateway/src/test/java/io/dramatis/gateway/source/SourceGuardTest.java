package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dramatis.gateway.GatewayEnvironment;
import io.dramatis.gateway.MovableClock;
import io.dramatis.gateway.limit.SharedBuckets;
import io.dramatis.gateway.shared.Replica;
import io.dramatis.gateway.source.AnswerCache.Key;
import io.dramatis.gateway.source.SourceException.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    private final MovableClock clock = new MovableClock();
    private final OtherReplicas shared = new OtherReplicas();
    private List<FoundCharacter> found = List.of();
    private Supplier<Uni<JsonNode>> behaviour;

    @BeforeEach
    void defaults() {
        config.put("breaker-volume", "4");
        behaviour = () -> Uni.createFrom().item(MissingNode.getInstance());
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
        config.put("budget-per-minute", "1");
        config.put("burst", "2");
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
        config.put("concurrent", "2");
        config.put("waiting", "3");
        behaviour = () -> Uni.createFrom().nothing();
        SourceGuard guard = guard();

        List<SourceAnswer<FoundCharacter>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            guard.ask(question(guard, "q" + i), PATIENCE).subscribe().with(answers::add);
        }

        assertThat(calls).hasValue(2);
        assertThat(answers)
                .hasSize(15)
                .allSatisfy(answer -> assertThat(answer.report().status()).isEqualTo(SourceStatus.UNAVAILABLE));
    }

    @Test
    void waitsAsLongAsAShortRetryAfterSaysAndTriesAgain() {
        config.put("retries", "1");
        behaviour = () -> calls.get() == 1
                ? Uni.createFrom().failure(SourceException.retryLater(Kind.RATE_LIMITED, "429", Duration.ofMillis(300)))
                : Uni.createFrom().item(MissingNode.getInstance());
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
    void spendsNoFasterThanTheSourceSaysItGrants() {
        config.put("budget-per-minute", "60");
        config.put("burst", "1");
        config.put("rate-limit-header", "X-RateLimit-Limit");
        SourceBudget budget = budget(TestLimits.of(config));

        budget.observe(MultiMap.caseInsensitiveMultiMap().add("x-ratelimit-limit", "2"));
        budget.take().await().indefinitely();
        assertThatThrownBy(() -> budget.take().await().indefinitely())
                .isInstanceOfSatisfying(SourceException.class, refusal -> assertThat(refusal.retryAfter())
                        .hasValueSatisfying(
                                wait -> assertThat(wait).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30))));
    }

    @Test
    void keepsTheBreakerClosedWhenItsOwnBudgetIsUsedUp() {
        config.put("budget-per-minute", "1");
        config.put("burst", "1");
        SourceGuard guard = guard();

        for (int i = 0; i < 20; i++) {
            search(guard, "q" + i);
        }

        assertThat(calls).hasValue(1);
        assertThat(meters.get("dramatis.source.breaker.state").gauge().value()).isZero();
        assertThat(meters.get("dramatis.source.calls")
                        .tag("outcome", "no_token")
                        .counter()
                        .count())
                .isEqualTo(19);
    }

    @Test
    void neverGivesAnOldAnswerThatThereIsNothing() {
        SourceGuard guard = guard();
        assertThat(status(guard, "q")).isEqualTo(SourceStatus.EMPTY);
        clock.advance(Duration.ofMinutes(9));
        assertThat(status(guard, "q")).isEqualTo(SourceStatus.EMPTY);
        assertThat(calls).hasValue(1);

        clock.advance(Duration.ofMinutes(2));
        behaviour = () -> Uni.createFrom().failure(SourceException.of(Kind.FAILING, "status 500"));

        assertThat(status(guard, "q")).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void keepsNothingOfAFailure() {
        found = List.of(naruto());
        behaviour = () -> Uni.createFrom().failure(SourceException.of(Kind.BROKEN, "truncated"));
        SourceGuard guard = guard();
        assertThat(status(guard, "q")).isEqualTo(SourceStatus.UNAVAILABLE);

        behaviour = () -> Uni.createFrom().item(MissingNode.getInstance());

        assertThat(status(guard, "q")).isEqualTo(SourceStatus.OK);
        assertThat(calls).hasValue(2);
    }

    @Test
    void answersAtTheDeadlineAndKeepsWhatComesLater() {
        found = List.of(naruto());
        CompletableFuture<JsonNode> slow = new CompletableFuture<>();
        behaviour = () -> Uni.createFrom().completionStage(slow);
        SourceGuard guard = guard();

        assertThat(guard.ask(question(guard, "q"), Duration.ofMillis(50))
                        .await()
                        .atMost(PATIENCE)
                        .report()
                        .status())
                .isEqualTo(SourceStatus.UNAVAILABLE);
        slow.complete(MissingNode.getInstance());

        assertThat(status(guard, "q")).isEqualTo(SourceStatus.CACHED);
        assertThat(calls).hasValue(1);
    }

    @Test
    void countsASearchOnceByWhatTheCacheHad() {
        found = List.of(naruto());
        SourceGuard guard = guard();

        search(guard, "q");
        search(guard, "q");
        clock.advance(Duration.ofHours(10));
        search(guard, "q");

        assertThat(calls).as("renewed").hasValue(2);
        assertThat(count("dramatis.source.cache", "miss")).isEqualTo(1);
        assertThat(count("dramatis.source.cache", "hit")).isEqualTo(1);
        assertThat(count("dramatis.source.cache", "stale")).isEqualTo(1);
        assertThat(count("dramatis.source.shared.cache", "miss")).isZero();
    }

    @Test
    void takesWhatAnotherReplicaHasFetched() {
        shared.there = true;
        shared.present = new CachedAnswer<>(List.of(naruto()), clock.instant().minusSeconds(60));
        SourceGuard guard = guard();

        SourceAnswer<FoundCharacter> first = search(guard, "q");

        assertThat(first.items()).containsExactly(naruto());
        assertThat(first.report().status()).isEqualTo(SourceStatus.CACHED);
        assertThat(first.report().ageS()).isEqualTo(60);
        assertThat(status(guard, "q")).isEqualTo(SourceStatus.CACHED);
        assertThat(calls).hasValue(0);
        assertThat(shared.looks).as("kept in our own cache").hasValue(1);
        assertThat(count("dramatis.source.shared.cache", "hit")).isEqualTo(1);
    }

    @Test
    void takesAnOldAnswerOfAnotherReplicaAndRenewsItOnce() {
        shared.there = true;
        shared.present = new CachedAnswer<>(List.of(naruto()), clock.instant().minus(Duration.ofHours(10)));
        found = List.of(naruto(), naruto());
        SourceGuard guard = guard();

        SourceAnswer<FoundCharacter> first = search(guard, "q");

        assertThat(first.items()).hasSize(1);
        assertThat(first.report().status()).isEqualTo(SourceStatus.STALE);
        assertThat(search(guard, "q").items()).as("renewed").hasSize(2);
        assertThat(calls).hasValue(1);
        assertThat(shared.written).hasSize(1);
    }

    @Test
    void fallsBackToAnOldAnswerOfAnotherReplicaWhereTheSourceFails() {
        shared.there = true;
        shared.present = new CachedAnswer<>(List.of(naruto()), clock.instant().minus(Duration.ofHours(30)));
        behaviour = () -> Uni.createFrom().failure(SourceException.of(Kind.FAILING, "status 500"));
        SourceGuard guard = guard();

        SourceAnswer<FoundCharacter> answer = search(guard, "q");

        assertThat(answer.items()).containsExactly(naruto());
        assertThat(answer.report().status()).isEqualTo(SourceStatus.STALE);
        assertThat(calls).hasValue(1);
    }

    @Test
    void prefersItsOwnAnswerToAnOlderOneOfAnotherReplica() {
        found = List.of(naruto(), naruto());
        SourceGuard guard = guard();
        search(guard, "q");
        shared.there = true;
        shared.present = new CachedAnswer<>(List.of(naruto()), clock.instant().minusSeconds(60));
        clock.advance(Duration.ofHours(30));
        behaviour = () -> Uni.createFrom().failure(SourceException.of(Kind.FAILING, "status 500"));

        assertThat(search(guard, "q").items()).hasSize(2);
    }

    @Test
    void tellsOtherReplicasWhatItHasFetched() {
        shared.there = true;
        found = List.of(naruto());
        search(guard(), "q");

        assertThat(shared.written).hasSize(1);
        assertThat(shared.written.get(0).items()).hasSize(1);
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
        SourceGuard guard = guard(false);

        assertThat(status(guard, "q")).isEqualTo(SourceStatus.NOT_CONFIGURED);
        assertThat(calls).hasValue(0);
    }

    private SourceGuard guard() {
        return guard(true);
    }

    private SourceGuard guard(boolean configured) {
        SourceLimits limits = TestLimits.of(config);
        SourceMetrics metrics = new SourceMetrics(meters, "fake");
        SourceChannel channel =
                new SourceChannel("fake", limits, null, budget(limits), metrics, clock, System::nanoTime);
        return new SourceGuard(
                new FakeSource(limits, channel, configured), metrics, new MapCache(), shared, clock, System::nanoTime);
    }

    private SourceBudget budget(SourceLimits limits) {
        return new SourceBudget("fake", limits, new SharedBuckets(Replica.alone()), clock, System::nanoTime);
    }

    private double count(String meter, String result) {
        return meters.get(meter).tag("result", result).counter().count();
    }

    private static SourceStatus status(SourceGuard guard, String text) {
        return search(guard, text).report().status();
    }

    private static SourceAnswer<FoundCharacter> search(SourceGuard guard, String text) {
        return guard.ask(question(guard, text), PATIENCE).await().atMost(Duration.ofSeconds(5));
    }

    private static SourceQuestion<FoundCharacter> question(SourceGuard guard, String text) {
        CharacterSource source = (CharacterSource) guard.source();
        return new SourceQuestion<>(
                "characters",
                "",
                text,
                FoundCharacter.class,
                () -> source.search(new SourceQuery(text, SearchCategory.OTHER)));
    }

    private static FoundCharacter naruto() {
        return FoundCharacter.of("fake", "17", "Naruto", CharacterKind.CHARACTER)
                .build();
    }

    private static final class OtherReplicas implements SharedAnswers {

        private final AtomicInteger looks = new AtomicInteger();
        private final List<CachedAnswer<?>> written = new ArrayList<>();
        private boolean there;
        private CachedAnswer<FoundCharacter> present;

        @Override
        public boolean configured() {
            return there;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Uni<Optional<CachedAnswer<T>>> get(Key key, Class<T> type) {
            looks.incrementAndGet();
            return Uni.createFrom().item(Optional.ofNullable((CachedAnswer<T>) present));
        }

        @Override
        public <T> void put(Key key, Class<T> type, CachedAnswer<T> answer, SourceLimits limits) {
            written.add(answer);
        }
    }

    private static final class MapCache implements AnswerCache {

        private final Map<Key, CachedAnswer<?>> map = new ConcurrentHashMap<>();

        @Override
        @SuppressWarnings("unchecked")
        public <T> Optional<CachedAnswer<T>> get(Key key, Class<T> type) {
            return Optional.ofNullable((CachedAnswer<T>) map.get(key));
        }

        @Override
        public <T> void put(Key key, Class<T> type, CachedAnswer<T> answer) {
            map.put(key, answer);
        }
    }

    private final class FakeSource implements CharacterSource {

        private final SourceLimits limits;
        private final SourceChannel channel;
        private final boolean configured;

        FakeSource(SourceLimits limits, SourceChannel channel, boolean configured) {
            this.limits = limits;
            this.channel = channel;
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
        public Uni<List<FoundCharacter>> search(SourceQuery query) {
            return channel.call(() -> {
                        calls.incrementAndGet();
                        return behaviour.get();
                    })
                    .map(json -> found);
        }
    }
}
