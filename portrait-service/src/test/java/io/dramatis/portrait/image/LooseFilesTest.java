package io.dramatis.portrait.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dramatis.portrait.PortraitServiceTest;
import io.dramatis.portrait.storage.StorageConfig;
import io.dramatis.test.Databases;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortraitServiceTest
class LooseFilesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    StorageConfig storage;

    @Inject
    SweepConfig sweep;

    @Inject
    LooseFiles looseFiles;

    @Inject
    ImageService images;

    private final UUID character = UUID.randomUUID();

    @BeforeEach
    void clean() {
        Databases.clean();
    }

    @Test
    void removesWhatACrashLeftAndKeepsWhatIsInUse() throws IOException {
        String orphan = file("a");
        String half = file("b");
        Files.move(at(half), Path.of(at(half) + ".part"));
        String fresh = file("c");
        String used = file("d");
        String written = file("e");
        image(used);
        note(orphan, job("completed", 1, "1 hour"), 60);
        note(half, UUID.randomUUID(), 60);
        note(fresh, UUID.randomUUID(), 0);
        note(used, UUID.randomUUID(), 60);
        note(written, job("running", 1, "1 hour"), 60);

        awaitLeft(2);

        assertThat(at(orphan)).doesNotExist();
        assertThat(Path.of(at(half) + ".part")).doesNotExist();
        assertThat(at(fresh)).exists();
        assertThat(at(used)).exists();
        assertThat(at(written)).exists();
    }

    @Test
    void removesWhatAnEarlierAttemptOrAWorkerWithoutALeaseLeft() throws IOException {
        String earlier = file("a");
        String present = file("b");
        String lost = file("c");
        UUID goesOn = job("running", 2, "1 hour");
        note(earlier, goesOn, 60);
        Databases.execute("update loose_file set attempt = 1");
        note(present, goesOn, 60);
        Databases.execute("update loose_file set attempt = 2 where attempt is null");
        note(lost, job("running", 1, "-1 second"), 60);

        awaitLeft(1);

        assertThat(at(earlier)).doesNotExist();
        assertThat(at(lost)).doesNotExist();
        assertThat(at(present)).exists();
    }

    /** The bar is a minute after the lease's end; the file may have been noted right before the crash. */
    @Test
    void theSettingsLeaveNoOrphanForLongerThanAMinute() throws IOException {
        Properties shipped = new Properties();
        try (InputStream properties = getClass().getResourceAsStream("/application.properties")) {
            shipped.load(properties);
        }
        Duration every = Duration.parse("PT" + shipped.getProperty("dramatis.portrait.sweep-every"));

        assertThat(sweep.grace().plus(every)).isLessThan(Duration.ofSeconds(60));
    }

    /** As after the death of a worker that had many jobs: the next batches do not wait for the next sweeps. */
    @Test
    void removesInOneSweepAllThatIsDue() {
        Databases.execute("""
                insert into loose_file (path, job_id, noted_at)
                select 'media/images/%s/portraits/' || lpad(to_hex(n), 64, '0') || '.png', gen_random_uuid(),
                    now() - interval '60 s'
                from generate_series(1, %d) n""".formatted(character, 20 * sweep.batch()));

        looseFiles.sweep().await().atMost(PATIENCE);

        // The service's own sweeps go on meanwhile, and may be at some of them.
        assertThat(Databases.query("select path from loose_file where claimed_by is null"))
                .isEmpty();
    }

    @Test
    void removesWhatOlderLayoutsLeftUnlessAnotherImageMayNeedIt() throws IOException {
        String lonely = file("a");
        String lonelyLegacy = copy(lonely, character + "/media/images/" + name("a"));
        String shared = file("b");
        String sharedLegacy = copy(shared, character + "/media/images/" + name("b"));
        String elsewhere = copy(shared, "media/images/localhost/" + character + "/portraits/" + name("b"));
        image(elsewhere);
        note(lonely, UUID.randomUUID(), 60);
        note(shared, UUID.randomUUID(), 60);

        awaitLeft(0);

        assertThat(at(lonely)).doesNotExist();
        assertThat(at(lonelyLegacy)).doesNotExist();
        assertThat(at(shared)).doesNotExist();
        assertThat(at(sharedLegacy)).exists();
        assertThat(at(elsewhere)).exists();
    }

    @Test
    void aWriterWaitsWhileItsFileIsBeingRemoved() throws IOException {
        String path = file("a");
        UUID job = job("running", 3, "1 hour");
        note(path, UUID.randomUUID(), 0);
        claim(path, 2);
        long started = System.nanoTime();

        looseFiles.note(path, job).await().atMost(PATIENCE);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(Databases.query("select job_id, attempt, claimed_by from loose_file"))
                .first()
                .satisfies(row -> assertThat(row)
                        .containsEntry("job_id", job)
                        .containsEntry("attempt", 3)
                        .containsEntry("claimed_by", null));
    }

    @Test
    void leavesAloneWhatAnotherReplicaRemovesUntilThatOneIsGone() throws IOException {
        String theirs = file("a");
        String ours = file("b");
        note(theirs, UUID.randomUUID(), 0);
        claim(theirs, 3600);
        note(ours, UUID.randomUUID(), 60);

        awaitLeft(1);
        assertThat(at(theirs)).exists();

        claim(theirs, -1);
        awaitLeft(0);
        assertThat(at(theirs)).doesNotExist();
    }

    @Test
    void noImageComesToBeWhoseFileTheSweeperTook() throws IOException {
        String swept = file("a");
        note(swept, UUID.randomUUID(), 0);
        claim(swept, 3600);

        assertThatThrownBy(() -> keep(swept)).hasMessageContaining("files were swept");
        assertThatThrownBy(() -> keep("media/images/x/portraits/never-noted.png"))
                .hasMessageContaining("files were swept");
        assertThat(Databases.count("loose_file")).isEqualTo(1);
        assertThat(Databases.count("image")).isZero();
    }

    @Test
    void aJobsImagesMayBeTheSameOneTwice() throws Throwable {
        String twice = file("a");
        note(twice, UUID.randomUUID(), 0);

        keep(twice, twice);

        assertThat(Databases.count("image")).isEqualTo(2);
        assertThat(Databases.count("loose_file")).isZero();
    }

    @Test
    void imagesMayShareAFile() throws Throwable {
        String shared = file("a");
        image(shared);
        String own = file("b");
        note(own, UUID.randomUUID(), 0);

        keep(shared, own);

        assertThat(Databases.count("loose_file")).isZero();
    }

    /** As the transaction that completes a job does. */
    private void keep(String... paths) throws Throwable {
        ImageOrigin origin = new ImageOrigin(
                UUID.randomUUID(),
                character,
                UUID.randomUUID(),
                "portrait",
                "raw",
                "prompt",
                "builtin",
                null,
                "hash",
                null,
                null,
                "ink",
                null,
                null);
        List<NewImage> stored = Stream.of(paths)
                .map(path -> new NewImage(UUID.randomUUID(), name("a"), path, 1, 1, 1, "png"))
                .toList();
        List<ImageTrace> traces = stored.stream()
                .map(image -> new ImageTrace(null, null, null, null, null))
                .toList();
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> images.keep(origin, stored, traces)));
    }

    private static void awaitLeft(int noted) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Databases.count("loose_file")).isEqualTo(noted));
    }

    private static String name(String letter) {
        return ImagePaths.filename(letter.repeat(64), PictureType.PNG);
    }

    private String file(String letter) throws IOException {
        String path = "media/images/" + character + "/portraits/" + name(letter);
        Files.createDirectories(at(path).getParent());
        Files.writeString(at(path), letter);
        return path;
    }

    private String copy(String path, String to) throws IOException {
        Files.createDirectories(at(to).getParent());
        Files.copy(at(path), at(to));
        return to;
    }

    private Path at(String path) {
        return storage.folder().resolve(path);
    }

    private UUID job(String state, int attempt, String lease) {
        UUID id = UUID.randomUUID();
        Databases.execute(
                ("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, attempt, "
                                + "lease_until) values ('%s', '%s', '%s', '%s', '{}', 'h', %d, now() + interval '%s')")
                        .formatted(id, character, UUID.randomUUID(), state, attempt, lease));
        return id;
    }

    private void image(String path) {
        Databases.execute(("insert into image (id, character_id, session_id, owner_id, job_id, ordinal, filename, "
                        + "path, width, height, byte_size, provider) values "
                        + "('%s', '%s', '%s', '%s', '%s', 0, 'f', '%s', 1, 1, 1, 'builtin')")
                .formatted(UUID.randomUUID(), character, character, UUID.randomUUID(), UUID.randomUUID(), path));
    }

    private static void note(String path, UUID job, int secondsAgo) {
        Databases.execute("insert into loose_file (path, job_id, noted_at) values ('%s', '%s', now() - interval '%d s')"
                .formatted(path, job, secondsAgo));
    }

    private static void claim(String path, int seconds) {
        Databases.execute(("update loose_file set noted_at = now() - interval '60 s', "
                        + "claimed_by = '%s', claimed_until = now() + interval '%d s' "
                        + "where path = '%s'")
                .formatted(UUID.randomUUID(), seconds, path));
    }
}
