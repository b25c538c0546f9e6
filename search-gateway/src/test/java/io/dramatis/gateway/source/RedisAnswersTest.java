package io.dramatis.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.dramatis.gateway.MovableClock;
import io.dramatis.gateway.shared.Replica;
import io.dramatis.gateway.shared.SharedUse;
import io.dramatis.gateway.source.AnswerCache.Key;
import io.dramatis.test.TestRedis;
import io.vertx.core.buffer.Buffer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAnswersTest {

    private static final SourceLimits LIMITS = TestLimits.of(Map.of());

    private static TestRedis redis;
    private static Replica one;
    private static Replica other;

    private final MovableClock clock = new MovableClock();
    private final Key key = new Key("fake", "characters", "", "шерлок холмс " + System.nanoTime());

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        one = Replica.of(redis);
        other = Replica.of(redis);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        redis.close();
    }

    @Test
    void givesACharacterToTheOtherReplicasAsItIs() {
        FoundCharacter whole = FoundCharacter.of("fake", "1", "Шерлок Холмс", CharacterKind.CHARACTER)
                .alias("Sherlock Holmes")
                .universe("A Study in Scarlet")
                .universeAlias("Этюд в багровых тонах")
                .universeId(SharedId.OPENLIBRARY_AUTHOR, "OL161167A")
                .description("A detective.\n\"Elementary\"")
                .image("https://example.org/1.png")
                .genre(Genre.SLICE_OF_LIFE)
                .page("https://example.org/1")
                .attribute("z_first", "1")
                .attribute("a_second", "2")
                .sharedId(SharedId.WIKIDATA, "Q4653")
                .build();
        FoundCharacter bare = FoundCharacter.of("fake", "2", "Owlbear", CharacterKind.CREATURE)
                .build();

        put(answer(List.of(whole, bare), Duration.ZERO));
        CachedAnswer<FoundCharacter> read = appears(FoundCharacter.class);

        assertThat(read.items()).containsExactly(whole, bare);
        assertThat(read.items().get(0).character().attributes().keySet()).containsExactly("z_first", "a_second");
        assertThat(read.fetchedAt()).isCloseTo(clock.instant(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void givesATitleToTheOtherReplicasAsItIs() {
        ExternalTitle title = ExternalTitle.of("fake", "30002", TitleType.MANGA)
                .titles("Berserk", null, "ベルセルク")
                .aliases(List.of("Berserk: The Prototype"))
                .anilistId(30_002L)
                .malId(2L)
                .format("manga")
                .status(TitleStatus.RELEASING)
                .year(1989)
                .released(381)
                .page("https://example.org/30002")
                .adult(true)
                .build();
        ExternalTitle bare = new ExternalTitle(
                "fake", "1", null, null, List.of(), null, null, null, null, null, null, null, null, null, null, null,
                null, false);

        put(answer(List.of(title, bare), Duration.ZERO));

        assertThat(appears(ExternalTitle.class).items()).containsExactly(title, bare);
    }

    @Test
    void remembersThatThereWasNothingNoLongerThanTheSourceAllows() {
        put(answer(List.<FoundCharacter>of(), Duration.ofMinutes(11)));
        assertThat(get(one, FoundCharacter.class)).isEmpty();

        put(answer(List.<FoundCharacter>of(), Duration.ZERO));
        assertThat(get(one, FoundCharacter.class).orElseThrow().items()).isEmpty();

        put(answer(List.<FoundCharacter>of(), Duration.ofMinutes(10).minusMillis(50)));
        await().until(() -> get(other, FoundCharacter.class).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"fetched_at\":1,\"items\":{}}",
                "{\"fetched_at\":\"x\",\"items\":[]}",
                "{\"fetched_at\":1,\"items\":[null]}",
                "{\"fetched_at\":1,\"items\":[{\"character\":{\"name\":\"no lists\"}}]}",
                "{\"fetched_at\":1,\"items\":[{\"character\":{\"kind\":\"dragon\"}}]}",
                "{\"fetched_at\":1,\"items\":[{\"sharedIds\":[",
            })
    void takesWhatItCannotReadForNothing(String value) throws Exception {
        one.store()
                .put(
                        SharedUse.ANSWERS,
                        AnswerCodec.VERSION + ":fake:characters::" + key.text(),
                        Buffer.buffer(value),
                        Duration.ofMinutes(1))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        assertThat(get(other, FoundCharacter.class)).isEmpty();
    }

    @Test
    void keepsWhatIsTooLargeToItself() {
        put(answer(List.of(described("short")), Duration.ofMinutes(1)));
        put(answer(List.of(described("x".repeat(70_000))), Duration.ZERO));

        assertThat(get(one, FoundCharacter.class).orElseThrow().items()).containsExactly(described("short"));
    }

    @Test
    void findsNothingWhileRedisIsAway() {
        TestRedis dying = TestRedis.start();
        try (Replica replica = Replica.of(dying)) {
            dying.kill();

            assertThat(get(replica, FoundCharacter.class)).isEmpty();
            answers(replica).put(key, FoundCharacter.class, answer(List.of(), Duration.ZERO), LIMITS);
        } finally {
            dying.close();
        }
    }

    /** Replicas of two versions run side by side during an update; neither must misread the other's answers. */
    @Test
    void hasAnotherVersionForAnotherShape() {
        Map<String, String> shapes = new TreeMap<>();
        describe(FoundCharacter.class, shapes);
        describe(ExternalTitle.class, shapes);

        assertThat("version " + AnswerCodec.VERSION + "\n" + String.join("\n", shapes.values()) + "\n")
                .as("where the shape has changed, raise AnswerCodec.VERSION and note both here")
                .isEqualTo("""
                        version 1
                        ExternalCharacter: name aliases universeTitle description imageUrl genre source externalId siteUrl kind attributes alsoIn score
                        ExternalTitle: source externalId title titles aliases type anilistId malId mangadexId format status year coverUrl maxProgress released volumes siteUrl isAdult
                        FoundCharacter: character sharedIds universeIds universeAliases
                        OtherSource: source externalId siteUrl reason evidence
                        SharedId: space value
                        Titles: romaji english nativeTitle
                        """);
    }

    private static void describe(Type type, Map<String, String> shapes) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> describe(argument, shapes));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            StringBuilder shape = new StringBuilder(record.getSimpleName()).append(':');
            for (RecordComponent component : record.getRecordComponents()) {
                shape.append(' ').append(component.getName());
                describe(component.getGenericType(), shapes);
            }
            shapes.put(record.getSimpleName(), shape.toString());
        }
    }

    private static FoundCharacter described(String text) {
        return FoundCharacter.of("fake", "1", "Naruto", CharacterKind.CHARACTER)
                .description(text)
                .build();
    }

    private RedisAnswers answers(Replica replica) {
        return new RedisAnswers(replica.store(), replica.config(), clock);
    }

    private <T> CachedAnswer<T> answer(List<T> items, Duration age) {
        return new CachedAnswer<>(items, clock.instant().minus(age));
    }

    @SuppressWarnings("unchecked")
    private <T> void put(CachedAnswer<T> answer) {
        answers(one).put(key, (Class<T>) Object.class, answer, LIMITS);
    }

    private <T> CachedAnswer<T> appears(Class<T> type) {
        return await().until(() -> get(other, type), Optional::isPresent).orElseThrow();
    }

    private <T> Optional<CachedAnswer<T>> get(Replica replica, Class<T> type) {
        return answers(replica).get(key, type).await().atMost(Duration.ofSeconds(5));
    }
}
