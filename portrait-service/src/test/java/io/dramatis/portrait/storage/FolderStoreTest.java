package io.dramatis.portrait.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private Vertx vertx;
    private FolderStore store;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        store = new FolderStore(() -> folder, vertx);
    }

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
    }

    @Test
    void givesBackWhatItWasGiven() {
        write("media/images/a/portraits/b.png", "content");
        write("media/images/a/portraits/b.png", "newer");

        assertThat(read("media/images/a/portraits/b.png")).isEqualTo("newer");
        assertThat(folder.resolve("media/images/a/portraits/b.png.part")).doesNotExist();
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        write("a/b.png", "content");

        assertThat(read("a/c.png")).isNull();
        assertThat(read("x/y/z.png")).isNull();
        assertThat(read("a/b.png/c.png")).isNull();
    }

    @Test
    void deletesWithWhatAnInterruptedWriteLeft() throws IOException {
        write("a/b.png", "content");
        Files.writeString(folder.resolve("a/b.png.part"), "half");

        store.delete("a/b.png").await().atMost(PATIENCE);
        store.delete("a/b.png").await().atMost(PATIENCE);

        assertThat(folder.resolve("a")).isEmptyDirectory();
    }

    @Test
    void failsWithoutATraceWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("a"), "a file where a folder should be");

        assertThatThrownBy(() -> write("a/b.png", "content")).hasRootCauseInstanceOf(IOException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void neverLeavesItsFolder() {
        assertThatThrownBy(() -> write("../outside.png", "content")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read("/etc/hostname")).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.resolveSibling("outside.png")).doesNotExist();
    }

    private void write(String path, String content) {
        store.write(path, content.getBytes(StandardCharsets.UTF_8)).await().atMost(PATIENCE);
    }

    private String read(String path) {
        var content = store.read(path).await().atMost(PATIENCE);
        return content == null ? null : content.toString();
    }
}
