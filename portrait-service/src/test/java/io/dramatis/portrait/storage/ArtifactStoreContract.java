package io.dramatis.portrait.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds wherever the files are kept. */
abstract class ArtifactStoreContract {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final int MAX_FILE_SIZE = 3_000_000;

    private static final String SESSION = "0198c0de-0000-7000-8000-000000000001";
    private static final String THUMBNAIL = "media/images/" + SESSION + "/portraits/a_64.png";

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ArtifactStore store;

    /** Of an empty place; ended by whoever made it. */
    abstract Backend backend();

    /** Puts a file there past the store. */
    abstract void plant(String path, byte[] content);

    /** What lies there; null where nothing does. */
    abstract byte[] stored(String path);

    @BeforeEach
    void open() {
        store = store(backend(), 256);
    }

    ArtifactStore store(Backend backend, int maxCalls) {
        return new ArtifactStore(
                backend,
                new ArtifactLayout(TestStorage.config(Map.of("layout.hostname", "atelier"))),
                meters,
                Duration.ofSeconds(8),
                maxCalls);
    }

    @Test
    void givesBackWhatItWasGiven() {
        byte[] image = content(1_500_000, 1);
        String path = imagePath(image);

        write(path, image);
        write(THUMBNAIL, content(4_000, 2));

        assertThat(read(path)).isEqualTo(image);
        assertThat(stored(path)).isEqualTo(image);
        assertThat(read(THUMBNAIL)).isEqualTo(content(4_000, 2));
        assertThat(stored(THUMBNAIL)).startsWith(content(4_000, 2)).hasSize(4_036);
    }

    @Test
    void keepsTheNewestContent() {
        write(THUMBNAIL, content(4_000, 1));
        write(THUMBNAIL, content(100, 2));

        assertThat(read(THUMBNAIL)).isEqualTo(content(100, 2));
    }

    @Test
    void keepsEmptyFiles() {
        write(THUMBNAIL, new byte[0]);

        assertThat(read(THUMBNAIL)).isEmpty();
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        write("a/b_1.png", content(10, 1));

        assertThat(read("a/c_1.png")).isNull();
        assertThat(read("x/y/z_1.png")).isNull();
        assertThat(read("a/b_1.png/c_1.png")).isNull();
        assertThat(calls("read", "missing")).isEqualTo(3);
    }

    @Test
    void deletesAndMindsNotWhatIsGone() {
        write(THUMBNAIL, content(10, 1));

        store.delete(THUMBNAIL).await().atMost(PATIENCE);
        store.delete(THUMBNAIL).await().atMost(PATIENCE);
        store.delete("no/such/folder/x.png").await().atMost(PATIENCE);

        assertThat(read(THUMBNAIL)).isNull();
        assertThat(stored(THUMBNAIL)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.png",
                "a/../../outside.png",
                "/etc/hostname",
                "a//b.png",
                "a/./b.png",
                "a/..",
                "",
                "a\\..\\b.png",
                "a/\0.png",
                "a/%2e%2e/b.png",
                "a b.png",
                "a/.hidden"
            })
    void neverLeavesItsPlace(String path) {
        assertThatThrownBy(() -> store.write(path, new byte[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.read(path)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverServesHalfAFile() {
        byte[] image = content(100_000, 1);
        plant(imagePath(image), Arrays.copyOf(image, 50_000));
        write(THUMBNAIL, content(4_000, 2));
        plant(THUMBNAIL, Arrays.copyOf(stored(THUMBNAIL), 2_000));

        for (String path : List.of(imagePath(image), THUMBNAIL, THUMBNAIL)) {
            assertThatThrownBy(() -> read(path)).isInstanceOf(ArtifactCorruptException.class);
        }
        assertThat(meters.get("dramatis.artifact.corrupt").counter().count()).isEqualTo(3);
        assertThat(calls("read", "corrupt")).isEqualTo(3);
    }

    @Test
    void neverServesFlippedBits() {
        byte[] image = content(100_000, 1);
        plant(imagePath(image), flipped(image, 77_777));
        write(THUMBNAIL, content(4_000, 2));
        byte[] sealed = stored(THUMBNAIL);
        assertThatThrownBy(() -> read(imagePath(image))).isInstanceOf(ArtifactCorruptException.class);

        for (int position : List.of(0, 3_999, 4_000, 4_031, 4_032, 4_035)) {
            plant(THUMBNAIL, flipped(sealed, position));

            assertThatThrownBy(() -> read(THUMBNAIL)).isInstanceOf(ArtifactCorruptException.class);
        }
    }

    @Test
    void readsAgainWhatWasMended() {
        byte[] image = content(1_000, 1);
        plant(imagePath(image), new byte[0]);
        assertThatThrownBy(() -> read(imagePath(image))).isInstanceOf(ArtifactCorruptException.class);

        write(imagePath(image), image);

        assertThat(read(imagePath(image))).isEqualTo(image);
    }

    @Test
    void readsNothingLargerThanItMay() {
        plant("a/large_1.png", content(MAX_FILE_SIZE + 1, 1));

        assertThatThrownBy(() -> read("a/large_1.png")).isInstanceOf(ArtifactStoreException.class);
    }

    @Test
    void findsWhatOlderLayoutsLeft() {
        byte[] image = content(1_000, 1);
        String file = hash(image) + ".png";
        String primary = "media/images/" + SESSION + "/portraits/" + file;
        List<String> olderOnes = List.of(
                SESSION + "/media/images/" + file,
                "media/images/atelier/" + SESSION + "/portraits/" + file,
                "media/images/localhost/" + SESSION + "/portraits/" + file);

        for (String older : olderOnes) {
            plant(older, image);
            assertThat(read(primary)).isEqualTo(image);
            store.delete(older).await().atMost(PATIENCE);
        }

        assertThat(calls("read", "legacy")).isEqualTo(3);
        assertThat(read(primary)).isNull();
    }

    @Test
    void prefersTheFirstPlaceOfSeveral() {
        String thumbnail = "media/images/" + SESSION + "/portraits/a_256.png";
        String older = SESSION + "/media/images/a_256.png";
        write(older, content(10, 1));
        write(thumbnail, content(10, 2));

        assertThat(read(thumbnail)).isEqualTo(content(10, 2));
        assertThat(calls("read", "ok")).isEqualTo(1);
    }

    @Test
    void writersOfOnePathLeaveTheWholeOfOneContent() {
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            contents.add(content(20_000 + 7_000 * i, i));
        }

        List<byte[]> seen = Multi.createFrom()
                .iterable(contents)
                .onItem()
                .transformToUni(content -> store.writeDerived(THUMBNAIL, content)
                        .chain(() -> store.read(THUMBNAIL))
                        .map(read -> read.getBytes()))
                .merge(24)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);

        assertThat(seen).hasSize(24).allSatisfy(one -> assertThat(contents)
                .anyMatch(whole -> Arrays.equals(whole, one)));
        assertThat(contents).anyMatch(whole -> Arrays.equals(whole, read(THUMBNAIL)));
    }

    @Test
    void refusesMoreCallsThanItMayMake() {
        ArtifactStore busy = store(new SilentBackend(), 2);
        busy.read("a/1.png").subscribe().with(ignored -> {});
        busy.read("a/2.png").subscribe().with(ignored -> {});

        assertThatThrownBy(() -> busy.read("a/3.png").await().atMost(PATIENCE))
                .isInstanceOf(ArtifactStoreException.class)
                .hasMessageContaining("at a time");
        assertThat(calls("read", "refused")).isEqualTo(1);
    }

    @Test
    void givesUpOnAStoreThatSaysNothing() {
        ArtifactStore quiet = new ArtifactStore(
                new SilentBackend(),
                new ArtifactLayout(TestStorage.config(Map.of())),
                meters,
                Duration.ofMillis(200),
                1);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> quiet.read("a/1.png").await().atMost(PATIENCE))
                    .isInstanceOf(ArtifactStoreException.class)
                    .hasMessageContaining("cannot be used");
        }
    }

    long calls(String operation, String result) {
        return meters.get("dramatis.artifact.calls")
                .tag("op", operation)
                .tag("result", result)
                .timer()
                .count();
    }

    void write(String path, byte[] content) {
        Uni<Void> written = path.equals(THUMBNAIL) ? store.writeDerived(path, content) : store.write(path, content);
        written.await().atMost(PATIENCE);
    }

    byte[] read(String path) {
        var content = store.read(path).await().atMost(PATIENCE);
        return content == null ? null : content.getBytes();
    }

    static String imagePath(byte[] image) {
        return "media/images/" + SESSION + "/portraits/" + hash(image) + ".png";
    }

    static byte[] content(int size, long seed) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static byte[] flipped(byte[] content, int position) {
        byte[] damaged = content.clone();
        damaged[position] ^= 1;
        return damaged;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class SilentBackend implements Backend {

        @Override
        public void start() {}

        @Override
        public Uni<Void> write(String path, byte[] content, boolean durable) {
            return Uni.createFrom().nothing();
        }

        @Override
        public Uni<byte[]> read(String path) {
            return Uni.createFrom().nothing();
        }

        @Override
        public Uni<Void> delete(String path) {
            return Uni.createFrom().nothing();
        }
    }
}
