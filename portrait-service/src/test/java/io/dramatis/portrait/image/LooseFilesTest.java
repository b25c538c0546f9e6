package io.dramatis.portrait.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dramatis.portrait.PortraitServiceTest;
import io.dramatis.portrait.storage.StorageConfig;
import io.dramatis.test.Databases;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortraitServiceTest
class LooseFilesTest {

    @Inject
    StorageConfig storage;

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
        UUID worker = job("running");
        image(used);
        note(orphan, job("completed"), 60);
        note(half, UUID.randomUUID(), 60);
        note(fresh, UUID.randomUUID(), 0);
        note(used, UUID.randomUUID(), 60);
        note(written, worker, 60);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Databases.count("loose_file")).isEqualTo(2));

        assertThat(at(orphan)).doesNotExist();
        assertThat(Path.of(at(half) + ".part")).doesNotExist();
        assertThat(at(fresh)).exists();
        assertThat(at(used)).exists();
        assertThat(at(written)).exists();
    }

    private String file(String letter) throws IOException {
        String path = "media/images/" + character + "/portraits/" + ImagePaths.filename(letter.repeat(64));
        Files.createDirectories(at(path).getParent());
        Files.writeString(at(path), letter);
        return path;
    }

    private Path at(String path) {
        return storage.folder().resolve(path);
    }

    private UUID job(String state) {
        UUID id = UUID.randomUUID();
        Databases.execute(("insert into generation_job (id, character_id, owner_id, state, request, profile_hash, "
                        + "lease_until) values ('%s', '%s', '%s', '%s', '{}', 'h', now() + interval '1 hour')")
                .formatted(id, character, UUID.randomUUID(), state));
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
}
